import { data, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loads, param } from "~/answering";
import { GoalTable } from "~/components/goal-board/goal-table";
import { packed } from "~/components/goal-board/packed";
import { PerChoice, perIn } from "~/components/goal-board/per";
import { GoalSum } from "~/components/goal-board/sum";
import { refreshWith } from "~/refreshing";
import { goalBoard as words } from "~/words/goal-pages";
import { hearingFrame } from "~/words/hearing-frame";
import { shell } from "~/words/shell";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";

export const meta: MetaFunction = () => [{ title: shell.title(hearingFrame.goals) }];

export const shouldRevalidate = refreshWith("pr");

export const loader = loads(async ({ services, viewer, params, url }) => {
  const board = await services.goals.boardIn(viewer, param(params, "id"));
  if (!board) throw data({ code: "not-found" }, { status: 404 });
  return packed(board, perIn(url.searchParams));
});

/** How far everybody is with the goals of this assessment or follow-up: what a guest sees of them, too. [M21] */
export default function GoalsOfHearing() {
  const { kind, host } = useHearing();
  const board = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="goals">
      <h2 id="goals">{words.inOne.title}</h2>
      <p className="soft prose">
        {kind !== "hearing" && words.inOne.lead[kind]}{" "}
        {!host && <Link to={`/kilder/${board.version.id}/maal`}>{words.inOne.toAll}</Link>}
      </p>
      <GoalSum board={board} />
      <PerChoice board={board} />
      <GoalTable board={board} isLinked={!host} />
    </section>
  );
}
