import type { CenterId } from "../../../db/ids";

/** What of a center decides whether it may be closed, and into which. */
export type CenterMarks = { id: CenterId; closedOn: string | null; successorId: CenterId | null };

/** "closing": its last day is set and lies ahead. From `closedOn` on, a Danish day, it takes part in nothing new. [H50] */
export function stateOf({ closedOn }: Pick<CenterMarks, "closedOn">, today: string): "open" | "closing" | "closed" {
  if (closedOn === null) return "open";
  return closedOn > today ? "closing" : "closed";
}

/**
 * What is wrong with closing a center so, as a code at its field, or null. Its successor is open and stays so: no chain of
 * closings lies ahead, and so no circle either. [H51]
 */
export function closingProblem(
  centers: readonly CenterMarks[],
  id: CenterId,
  wanted: { closedOn: string; successorId: string },
  today: string,
): { closedOn?: string; successorId?: string } | null {
  const successor = centers.find((one) => one.id === wanted.successorId);
  if (wanted.closedOn < today) return { closedOn: "closing-day-passed" };
  if (successor?.id === id) return { successorId: "successor-is-itself" };
  if (!successor || stateOf(successor, today) === "closed") return { successorId: "successor-not-open" };
  if (successor.closedOn !== null) return { successorId: "successor-closes-too" };
  const isAwaited = centers.some((one) => one.successorId === id && stateOf(one, today) === "closing");
  return isAwaited ? { successorId: "center-is-successor" } : null;
}
