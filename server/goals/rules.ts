import type { GoalStatus } from "../../app/document-model/goals";

export type Trend = "forward" | "same" | "back";

/** How far it is; what is not relevant is nowhere on the way. */
const STEPS: Record<GoalStatus, number | null> = {
  "not-current": 0,
  planned: 1,
  "in-progress": 2,
  "partly-met": 3,
  met: 4,
  "not-relevant": null,
};

/** How a center has come along since the assessment before; null where there is nothing to hold it against. [M6] */
export function trendOf(before: GoalStatus | null, now: GoalStatus): Trend | null {
  const from = before === null ? null : STEPS[before];
  const to = STEPS[now];
  if (from === null || to === null) return null;
  if (from === to) return "same";
  return to > from ? "forward" : "back";
}
