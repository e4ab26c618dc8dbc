import { year } from "~/words/time";
import type { Remark as Found, Wording } from "../../../server/search/shapes";

/** What the page is sent of a remark. */
export type Remark = Omit<Found, "heading" | "centers">;
export type Given = { wording: Wording | null; remarks: Remark[] };
/** What one hearing's text says of the clause; `given` by the wording it was said of, null for the one that stands. */
export type Hearing = { first: Remark; count: number; given: Given[] };
export type Year = { year: string; hearings: Hearing[] };

/** Remarks by year and hearing, the newest first; within a hearing by wording, then in the order of its text. */
export function yearsOf(
  { remarks, earlier }: { remarks: readonly Remark[]; earlier: readonly Wording[] },
  clauseId: string,
): Year[] {
  const texts = [...groupedBy(remarks, ({ responseId }) => responseId).values()];
  const hearings = texts.flatMap((said): (Hearing & { year: string })[] => {
    const [first] = said;
    const given = [...groupedBy(said, (remark) => wordingOf(remark, earlier, clauseId)?.id ?? "").values()].map(
      (group): Given => ({ remarks: group, wording: group[0] ? wordingOf(group[0], earlier, clauseId) : null }),
    );
    return first ? [{ first, count: said.length, given, year: year(first.at) }] : [];
  });
  const years = [...groupedBy(hearings, (hearing) => hearing.year)].map(([name, found]) => ({
    year: name,
    hearings: found.sort((one, other) => other.first.at.getTime() - one.first.at.getTime()),
  }));
  return years.sort((one, other) => Number(other.year) - Number(one.year));
}

/** Of what a remark is linked to the nearest counts: who linked the clause itself has seen how it reads now. */
function wordingOf({ clauseIds }: Remark, earlier: readonly Wording[], clauseId: string): Wording | null {
  const ids: readonly string[] = clauseIds;
  return ids.includes(clauseId) ? null : (earlier.find(({ id }) => ids.includes(id)) ?? null);
}

function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
