import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { acts, loads, param } from "~/answering";
import { EmptyState, Notice } from "~/components/page";
import { useLive } from "~/components/use-live";
import { refreshAfterConflict } from "~/refreshing";
import { hearing, coverage as words } from "~/words/hearings";
import { refusalSentence } from "~/words/refusals";
import { shell } from "~/words/shell";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";
import { AnswerFetcher, useAnswering } from "./answering-cells";
import { Legend } from "./legend";
import { Matrix } from "./matrix";
import { rowsOf } from "./rows";
import "./matrix.css";

export const meta: MetaFunction = () => [{ title: shell.title(hearing.coverage) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) => services.links.coverage(viewer, param(params, "id")));

export const action = acts(async ({ services, viewer, params, form }) => {
  await services.links.answer(viewer, param(params, "id"), form);
  return { done: true };
});

export default function Coverage() {
  const { responseId } = useHearing();
  const page = useLoaderData<typeof loader>();
  const answering = useAnswering();
  const [search] = useSearchParams();
  useLive();
  const isOnlyHoles = search.get("vis") === "huller";
  const rows = rowsOf(page, isOnlyHoles);
  if (page.centers.length === 0) return <EmptyState title={words.none.title} text={words.none.text} />;
  return (
    <AnswerFetcher.Provider value={answering.fetcher}>
      <div className="coverage-head">
        <p>
          {words.lead(page.holes)}{" "}
          {isOnlyHoles ? (
            <Link to=".">{words.showAll}</Link>
          ) : (
            page.holes > 0 && <Link to="?vis=huller">{words.onlyHoles}</Link>
          )}
        </p>
        <Legend counts={page.counts} />
      </div>
      {answering.refusedCode && (
        <Notice tone="bad">
          <p role="alert">{refusalSentence(answering.refusedCode)}</p>
        </Notice>
      )}
      <Matrix page={page} rows={rows} responseId={responseId} />
    </AnswerFetcher.Provider>
  );
}
