import { firstOf } from "~/components/in-parts";
import type { ClauseId } from "../../../db/ids";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { AssignmentRow, CenterRow, ConsultationPage } from "../../../server/consultations/shapes";

/**
 * What the page is sent: the first clauses of `count`, and who has what of all. `missing`: how many nobody has; `meant`: the
 * internal deadline that is most likely meant next.
 */
export type Page = Omit<ConsultationPage, "clauses" | "assignments"> & {
  clauses: readonly Clause[];
  count: number;
  missing: number;
  given: Given;
  meant: string | null;
};
export type Clause = Omit<ClauseRow, "path" | "page">;

/** Who has what, as it is sent: 400 clauses × 12 centers in some 35 kB, a line for each clause. */
export type Given = { days: string[]; owners: string };
export type Owners = ReadonlyMap<string, string>;

/** A center that has been given a clause, and until when. */
export type Owner = { center: CenterRow; day: string; isOwner: boolean };

/** "id 0.3 2.3!": the first center and the third, both by the fourth day; the third answers for it. */
export function packed(assignments: readonly AssignmentRow[], centers: readonly CenterRow[]): Given {
  const column = new Map(centers.map(({ id }, index) => [id, index]));
  const days = new Map<string, number>();
  const owners = new Map<ClauseId, string>();
  for (const { clauseId, centerId, deadline, isOwner } of assignments) {
    const day = days.get(deadline.day) ?? days.size;
    days.set(deadline.day, day);
    const code = `${column.get(centerId)}.${day}${isOwner ? "!" : ""}`;
    owners.set(clauseId, `${owners.get(clauseId) ?? clauseId} ${code}`);
  }
  return { days: [...days.keys()], owners: [...owners.values()].join("\n") };
}

/** More than any window shows: so many centers' chips come with the page. */
const AT_ONCE = 110;

/** The clauses that the page begins with. None of them is parted from the first that stands under it. */
export function beginningOf(clauses: readonly Clause[], owners: Owners): Clause[] {
  let end = firstOf(clauses, AT_ONCE, ({ id }) => owners.get(id)?.split(" ").length ?? 1).length;
  while (end > 1 && clauses[end]?.parentId === clauses[end - 1]?.id) end -= 1;
  return clauses.slice(0, end);
}

/** Those that nobody has, and nothing stands under. */
export function missingIn(clauses: readonly Clause[], owners: Owners): Clause[] {
  const parents = new Set(clauses.map(({ parentId }) => parentId));
  return clauses.filter(({ id, kind }) => kind !== "text" && !parents.has(id) && !owners.has(id));
}

/** By clause id. */
export function unpacked({ owners }: Given): Owners {
  return new Map(owners.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line]));
}

/** A clause's centers, in their order. */
export function ownersOf(
  clauseId: ClauseId,
  { days, owners }: { days: readonly string[]; owners: Owners },
  centers: readonly CenterRow[],
): Owner[] {
  const [, ...codes] = owners.get(clauseId)?.split(" ") ?? [];
  return codes.flatMap((code) => {
    const [column, rest = ""] = code.split(".");
    const center = centers[Number(column)];
    const day = days[Number.parseInt(rest, 10)];
    return center && day ? [{ center, day, isOwner: rest.endsWith("!") }] : [];
  });
}
