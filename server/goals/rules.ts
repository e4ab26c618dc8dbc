import type { GoalStatus } from "../../app/document-model/goals";
import type { CenterId } from "../../db/ids";

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

/** What a center says of a goal now, and said in the assessment before. */
export type CenterSays = { centerId: CenterId; status: GoalStatus; before: GoalStatus | null };

/** `behind`: the centers it is made of; `of`: how many were compared. */
export type MunicipalitySays = { status: GoalStatus; trend: Trend | null; behind: CenterId[]; of: number };

/**
 * A municipality's one status of a goal: that of its center that is furthest behind, among those that have said something.
 * Where it is not relevant it is on no way, and counts where nobody says anything else. A trend is told only where each that
 * counts said something the time before, too: the same way of those. Null: nobody has said anything. [M20]
 */
export function municipalitySays(said: readonly CenterSays[]): MunicipalitySays | null {
  const onTheWay = said.filter(({ status }) => STEPS[status] !== null);
  const counted = onTheWay.length > 0 ? onTheWay : said;
  const status = furthestBehind(counted.map((one) => one.status));
  if (status === null) return null;
  const before = counted.flatMap((one) => one.before ?? []);
  const trend = before.length === counted.length ? trendOf(furthestBehind(before, "all"), status) : null;
  const behind = counted.filter((one) => one.status === status).map(({ centerId }) => centerId);
  return { status, trend, behind, of: counted.length };
}

/** Null of nothing; with "all" also where one of them is nowhere on the way. */
function furthestBehind(statuses: readonly GoalStatus[], needed?: "all"): GoalStatus | null {
  const onTheWay = statuses.filter((status) => STEPS[status] !== null);
  if (needed && onTheWay.length < statuses.length) return null;
  const [first = null, ...others] = onTheWay.length > 0 ? onTheWay : statuses;
  return others.reduce((least, one) => ((STEPS[one] ?? 0) < (STEPS[least ?? one] ?? 0) ? one : least), first);
}
