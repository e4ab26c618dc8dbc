import { GOAL_STATUSES } from "~/document-model/goals";
import type { BoardCell, GoalBoard, Trend } from "../../../server/goals/shapes";

/** The board as it travels: each goal's cells as one string, in the order of the centers, each day once, and texts only of goals without a heading. */
export type SentBoard = Omit<GoalBoard, "cells"> & { cells: string[]; days: string[] };
export type SentCell = Pick<BoardCell, "status" | "trend" | "isOwner" | "day">;

const TRENDS: readonly (Trend | null)[] = [null, "forward", "same", "back"];

/** "310 520": the third status with the first trend, said on the first day, by who does not answer for the goal. */
export function packed({ cells, goals, centers, ...board }: GoalBoard): SentBoard {
  const days = [...new Set(cells.map(({ day }) => day))];
  const at = new Map(cells.map((cell) => [`${cell.clauseId}|${cell.centerId}`, cell]));
  const codeOf = (cell: BoardCell | undefined) =>
    cell
      ? `${GOAL_STATUSES.indexOf(cell.status) + 1}${TRENDS.indexOf(cell.trend)}${Number(cell.isOwner)}${days.indexOf(cell.day)}`
      : "";
  return {
    ...board,
    centers,
    goals: goals.map(({ text, ...goal }) => ({ ...goal, text: goal.heading ? "" : text })),
    cells: goals.map((goal) => centers.map(({ id }) => codeOf(at.get(`${goal.id}|${id}`))).join(" ")),
    days,
  };
}

/** A goal's cells in the order of the centers; null where a center has said nothing. */
export function cellsOf({ cells, centers, days }: SentBoard, goal: number): (SentCell | null)[] {
  const codes = (cells[goal] ?? "").split(" ");
  return centers.map((_, column) => cellOf(codes[column] ?? "", days));
}

function cellOf(code: string, days: readonly string[]): SentCell | null {
  const [status, trend, isOwner] = [...code];
  const said = GOAL_STATUSES[Number(status) - 1];
  const day = days[Number(code.slice(3))];
  if (!said || day === undefined) return null;
  return { status: said, trend: TRENDS[Number(trend)] ?? null, isOwner: isOwner === "1", day };
}
