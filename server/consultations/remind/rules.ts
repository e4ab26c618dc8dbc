import type { CenterId, ClauseId, ConsultationId } from "../../../db/ids";
import { isWorkingDay, workingDaysBefore } from "../plan/working-days";

/** When before a deadline people are reminded of it. */
export type Occasion = "three-days" | "one-day" | "the-day";

/**
 * The latest occasion that has come by that day; null before the first, after the deadline, and on days off (but not on
 * the deadline's own). A morning that no node was up for is so made good by the next. [N12]
 */
export function occasionOn(today: string, deadline: string): Occasion | null {
  if (today > deadline) return null;
  if (today === deadline) return "the-day";
  if (!isWorkingDay(today)) return null;
  if (today >= workingDaysBefore(deadline, 1)) return "one-day";
  return today >= workingDaysBefore(deadline, 3) ? "three-days" : null;
}

/** Whether the coordinator is told that a deadline has passed: on working days, once it has. [N12] */
export function isMissed(today: string, deadline: string): boolean {
  return today > deadline && isWorkingDay(today);
}

type Open = { consultationId: ConsultationId; clauseId: ClauseId; centerId: CenterId; deadline: string };

/** What a center still owes by one day, in one hearing. */
export type Due = { consultationId: ConsultationId; centerId: CenterId; deadline: string };

/** Each center and day once, however many clauses it is. */
export function dueIn(open: readonly Open[]): Due[] {
  const found = new Map<string, Due>();
  for (const { consultationId, centerId, deadline } of open)
    found.set(`${consultationId}|${centerId}|${deadline}`, { consultationId, centerId, deadline });
  return [...found.values()];
}
