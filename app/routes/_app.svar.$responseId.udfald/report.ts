import type { AnsweredRemark, Outcome } from "../../../server/outcomes/shapes";

type Counts = Record<Outcome | "open", number> & { all: number };
export type CenterCounts = Counts & { center: string };
/** A remark in its place under one clause. `isFirst`: it stands further down no more but here; there its form is. */
export type Placed = { key: string; remark: AnsweredRemark; about: AnsweredRemark["about"][number]; isFirst: boolean };

export function countsOf(remarks: readonly Pick<AnsweredRemark, "outcome">[]): Counts {
  const counts: Counts = { accepted: 0, partly: 0, "not-accepted": 0, open: 0, all: remarks.length };
  for (const { outcome } of remarks) counts[outcome?.outcome ?? "open"] += 1;
  return counts;
}

/** What two centers have said together counts for either. By their names. [Q13] */
export function centersOf(remarks: readonly AnsweredRemark[]): CenterCounts[] {
  const centers = [...new Set(remarks.flatMap(({ by }) => by.map(({ center }) => center)))].filter(
    (name) => name !== "",
  );
  return centers
    .sort((one, other) => one.localeCompare(other, "da"))
    .map((center) => ({ center, ...countsOf(remarks.filter(({ by }) => by.some((one) => one.center === center))) }));
}

/** Under each clause the remarks on it, in the order of the source; what is about all of it comes first. [Q13] */
export function placedByClause(remarks: readonly AnsweredRemark[]): Placed[] {
  const placed = remarks.flatMap((remark) => {
    const about = remark.about.length > 0 ? remark.about : [null];
    return about.map((clause) => ({ key: `${clause?.id ?? ""} ${remark.blockId}`, remark, about: clause }));
  });
  const inOrder = placed.sort((one, other) => placeOf(one.about) - placeOf(other.about));
  const seen = new Set<string>();
  return inOrder.map((one) => {
    const isFirst = !seen.has(one.remark.blockId);
    seen.add(one.remark.blockId);
    return { ...one, isFirst };
  });
}

function placeOf(about: Placed["about"]): number {
  return about?.position ?? -1;
}
