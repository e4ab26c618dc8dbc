import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { acts, loads, param } from "~/answering";
import { refreshAfterConflict } from "~/refreshing";
import { hearingFrame } from "~/words/hearing-frame";
import { shell } from "~/words/shell";
import { answered } from "./answered";
import { boardOf, textsOf } from "./board";
import { CoverageBoard } from "./coverage-board";
import { askedCell, FIELDS, rowsIn, viewIn } from "./filter";
import { folded } from "./folded";
import "./grid.css";
import "./coverage.css";
import "./goals.css";
import "./print.css";

export const meta: MetaFunction = () => [{ title: shell.title(hearingFrame.coverage) }];

export const shouldRevalidate = refreshAfterConflict;

/** Texts only where the address asks for a word: else they come when somebody begins to search. */
export const loader = loads(async ({ services, viewer, params, url }) => {
  const { stamp, page } = await services.links.coverageSince(viewer, param(params, "id"), null);
  if (!page) throw new Error("Expected coverage that is asked for without a stamp to have its page.");
  const texts = url.searchParams.get(FIELDS.word) ? textsOf(page.clauses) : null;
  const board = boardOf(page);
  const opened = askedCell(url.searchParams, board, rowsIn(board, viewIn(url.searchParams), texts ?? undefined));
  return { board: folded(board, opened), stamp, texts };
});

/** Of a page without a script; with one, answers go to `nyt`. */
export const action = acts(async ({ services, viewer, params, form }) => {
  await answered(services, viewer, { consultationId: param(params, "id"), form });
  return { done: true };
});

export default function Coverage() {
  return <CoverageBoard loaded={useLoaderData<typeof loader>()} />;
}
