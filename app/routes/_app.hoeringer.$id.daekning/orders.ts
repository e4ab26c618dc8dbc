import type { GoalStatus } from "~/document-model/goals";
import type { Answer as Refused } from "~/refusals";
import type { Answer, CoverageState } from "../../../server/links/shapes";
import { type BoardRow, type Cell, withState } from "./board";
import type { FoldedBoard } from "./folded";

/** What has come of asking again; `board` null: all is as it was. */
export type News = { stamp: string; at: string; board: FoldedBoard | null };
export type Taken = News | Refused;

/** A cell by its ids, for the server, and by its column, for the page. */
export type Place = { clauseId: string; centerId: string; center: number };

/** One answer on its way to the server. `shown`: what the cell says meanwhile; null when only the server can tell. */
export type Order = Place & {
  key: number;
  fields: Readonly<Record<string, string>>;
  shown: CoverageState | null;
  goal?: GoalStatus;
};

/** An answer that was given here and can be undone: what stood there before. */
export type Step = Place & { key: number; given: Answer; before: Answer | ""; state: CoverageState };

/** What one says of a cell; "" takes it back. */
export function answering(
  place: Place,
  cell: Cell,
  answer: Answer | "",
  key: number,
): { order: Order; step: Step | null } {
  const shown = answer === "" ? shownWithout(cell) : answer;
  const order = { ...place, key, fields: { answer }, shown: cell.count > 0 ? null : shown };
  const before = answerBefore(cell);
  const isStep = answer !== "" && before !== null && before !== answer;
  return { order, step: isStep ? { ...place, key, given: answer, before, state: cell.state } : null };
}

/** How far one is with a goal, as the form says it; taken back, only the server can tell what the cell is then. */
export type GoalSaid = { status: GoalStatus | ""; nextStep: string; due: string };

export function sayingGoal(place: Place, cell: Cell, said: GoalSaid, key: number): Order {
  const order = { ...place, key, fields: said, shown: null };
  if (said.status === "") return order;
  const isText = cell.count > 0 && said.status === "not-relevant";
  const shown = said.status === "not-relevant" ? "not-relevant" : "answered";
  return isText ? order : { ...order, shown, goal: said.status };
}

export function lookingAgain(place: Place, key: number): Order {
  return { ...place, key, fields: { command: "look-again" }, shown: null };
}

/** Names the answer that has to stand there still: what others have said since is not undone. [C7] */
export function undoing({ given, before, state, ...place }: Step, key: number): Order {
  return { ...place, key, fields: { answer: before, instead: given }, shown: state };
}

/** What the center had said in so many words; null where linked text speaks, and nobody here can tell. */
function answerBefore({ state, count }: Cell): Answer | "" | null {
  if (count > 0 || state === "answered") return null;
  return state === "not-looked-at" || state === "look-again" ? "" : state;
}

function shownWithout({ state }: Cell): CoverageState | null {
  return state === "look-again" ? null : "not-looked-at";
}

/** The rows with what is on its way, seen at once. */
export function withOrders(rows: readonly BoardRow[], orders: readonly Order[]): readonly BoardRow[] {
  if (orders.length === 0) return rows;
  return rows.map((row) =>
    orders.reduce(
      (now, { clauseId, center, shown, goal }) =>
        clauseId === row.id && shown ? withState(now, center, shown, goal) : now,
      row,
    ),
  );
}
