import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { EmptyState } from "~/components/page";
import { refreshAfterConflict } from "~/refreshing";
import { initiatives as words } from "~/words/follow-ups";
import { hearingFrame } from "~/words/hearing-frame";
import { shell } from "~/words/shell";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";
import { tended } from "./command";
import { Deadlines } from "./deadlines";
import { Goal } from "./goal";
import { Left } from "./left";
import "./initiatives.css";

export const meta: MetaFunction = () => [{ title: shell.title(hearingFrame.initiatives) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(async ({ services, viewer, params }) => {
  const board = await services.initiatives.board(viewer, param(params, "id"));
  if (!board) throw data({ code: "not-found" }, { status: 404 });
  return board;
});

/** One command of one form; which one its button says: "say <id>". */
export const action = acts(async ({ services: { initiatives }, viewer, params, form }) => {
  const command = field(form, "command");
  await tended(initiatives, viewer, { consultationId: param(params, "id"), command, form });
  return { done: true, saved: command };
});

/** The goals of a follow-up, each with its initiatives and their figures. */
export default function Initiatives() {
  const { id } = useHearing();
  const board = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="initiatives">
      <p className="prose">{words.lead}</p>
      <Left initiatives={board.initiatives} />
      <Deadlines initiatives={board.initiatives} />
      {board.initiatives.length === 0 && <EmptyState {...words.none} />}
      {board.goals.map((goal) => (
        <Goal key={goal.id} goal={goal} board={board} hearing={id} answer={answer} />
      ))}
    </div>
  );
}
