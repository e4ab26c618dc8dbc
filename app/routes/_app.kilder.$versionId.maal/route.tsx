import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { holds, loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { goalBoard as words } from "~/words/goal-pages";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import { GoalTable } from "./goal-table";
import { cellsOf, packed } from "./packed";
import { Since } from "./since";
import "./goals.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services, viewer, params }) => ({
  board: packed(await services.goals.board(viewer, param(params, "versionId"))),
  canBegin: holds(viewer, "coordinator"),
}));

/** All goals of a paper by the centers that have said anything of them. */
export default function GoalBoard() {
  const { board, canBegin } = useLoaderData<typeof loader>();
  const { version, goals } = board;
  const said = goals.map((_, index) => cellsOf(board, index).filter((cell) => cell !== null));
  const { sourceId } = version;
  const crumbs = [
    { to: "/kilder", text: sources.title },
    { to: `/kilder/${version.id}`, text: `${version.title}, ${version.label}` },
  ];
  const met = said.filter((cells) => cells.some(({ status }) => status === "met")).length;
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} crumbs={crumbs}>
        {canBegin && (
          <ButtonLink to={`/kilder/ny?kilde=${sourceId}`} kind="quiet">
            {words.since.next}
          </ButtonLink>
        )}
      </PageHeader>
      {goals.length === 0 ? (
        <EmptyState title={words.noGoals.title} text={words.noGoals.text} />
      ) : (
        <>
          <p className="soft goal-sum">{words.summary(goals.length, met)}</p>
          {said.every((cells) => cells.length === 0) && <EmptyState title={words.none.title} text={words.none.text} />}
          <GoalTable board={board} />
          <Since board={board} />
        </>
      )}
    </Page>
  );
}
