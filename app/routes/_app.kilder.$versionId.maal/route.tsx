import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { holds, loads, param } from "~/answering";
import { ButtonLink } from "~/components/button";
import { GoalTable } from "~/components/goal-board/goal-table";
import { packed } from "~/components/goal-board/packed";
import { PerChoice, perIn } from "~/components/goal-board/per";
import { GoalSum } from "~/components/goal-board/sum";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { refreshWith } from "~/refreshing";
import { goalBoard as words } from "~/words/goal-pages";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import { Since } from "./since";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshWith("pr");

export const loader = loads(async ({ services, viewer, params, url }) => ({
  board: packed(await services.goals.board(viewer, param(params, "versionId")), perIn(url.searchParams)),
  canBegin: holds(viewer, "coordinator"),
}));

/** All goals of a paper by the centers that have said anything of them. */
export default function GoalBoard() {
  const { board, canBegin } = useLoaderData<typeof loader>();
  const { version, goals } = board;
  const { sourceId } = version;
  const crumbs = [
    { to: "/kilder", text: sources.title },
    { to: `/kilder/${version.id}`, text: `${version.title}, ${version.label}` },
  ];
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
          <GoalSum board={board} />
          <PerChoice board={board} />
          <GoalTable board={board} />
          <Since board={board} />
        </>
      )}
    </Page>
  );
}
