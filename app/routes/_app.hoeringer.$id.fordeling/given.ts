import type { ClauseId } from "../../../db/ids";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { AssignmentRow, CenterRow, ConsultationPage } from "../../../server/consultations/shapes";

/** What the page is sent. `meant`: the internal deadline that is most likely meant next. */
export type Page = Omit<ConsultationPage, "clauses" | "assignments"> & {
  clauses: Clause[];
  given: Given;
  meant: string | null;
};
export type Clause = Omit<ClauseRow, "path" | "page">;

/** Who has what, as it is sent: 400 clauses × 12 centers in some 30 kB, each clause's centers as one string. */
export type Given = { days: string[]; owners: Record<ClauseId, string> };

/** A center that has been given a clause, and until when. */
export type Owner = { center: CenterRow; day: string; isOwner: boolean };

/** "0.3 2.3!": the first center and the third, both by the fourth day; the third answers for it. */
export function packed(assignments: readonly AssignmentRow[], centers: readonly CenterRow[]): Given {
  const column = new Map(centers.map(({ id }, index) => [id, index]));
  const days = new Map<string, number>();
  const owners: Record<ClauseId, string> = {};
  for (const { clauseId, centerId, deadline, isOwner } of assignments) {
    const day = days.get(deadline.day) ?? days.size;
    days.set(deadline.day, day);
    const code = `${column.get(centerId)}.${day}${isOwner ? "!" : ""}`;
    owners[clauseId] = owners[clauseId] ? `${owners[clauseId]} ${code}` : code;
  }
  return { days: [...days.keys()], owners };
}

/** A clause's centers, in their order. */
export function ownersOf(clauseId: ClauseId, { days, owners }: Given, centers: readonly CenterRow[]): Owner[] {
  return (owners[clauseId]?.split(" ") ?? []).flatMap((code) => {
    const [column, rest = ""] = code.split(".");
    const center = centers[Number(column)];
    const day = days[Number.parseInt(rest, 10)];
    return center && day ? [{ center, day, isOwner: rest.endsWith("!") }] : [];
  });
}
