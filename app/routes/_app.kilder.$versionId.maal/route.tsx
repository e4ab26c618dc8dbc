import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loads, param } from "~/answering";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { goalBoard as words } from "~/words/goal-pages";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import { GoalTable } from "./goal-table";
import "./goals.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) => services.goals.board(viewer, param(params, "versionId")));

/** All goals of a paper by the centers that have said anything of them. */
export default function GoalBoard() {
  const board = useLoaderData<typeof loader>();
  const { version, goals, cells } = board;
  const crumbs = [
    { to: "/kilder", text: sources.title },
    { to: `/kilder/${version.id}`, text: `${version.title}, ${version.label}` },
  ];
  const met = new Set(cells.flatMap(({ clauseId, status }) => (status === "met" ? [clauseId] : []))).size;
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} crumbs={crumbs} />
      {goals.length === 0 ? (
        <EmptyState title={words.noGoals.title} text={words.noGoals.text} />
      ) : (
        <>
          <p className="soft">{words.summary(goals.length, met)}</p>
          {cells.length === 0 && <EmptyState title={words.none.title} text={words.none.text} />}
          <GoalTable board={board} />
        </>
      )}
    </Page>
  );
}
