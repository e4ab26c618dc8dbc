import { and, eq, inArray } from "drizzle-orm";
import type { Queryable, Transaction } from "../../db/client";
import type { CenterId, ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import { assignment } from "../../db/schema";
import { idsIn, together } from "../../db/together";
import type { ClauseRow } from "../agreements/shapes";
import { assignedNow, carriedFor, carriedOn, carriedTo } from "../carry-over";
import { deadlineOf } from "../deadline";
import type { Viewer } from "../identity/viewer";
import { ownersIn } from "./owners";
import type { AssignmentRow, CenterRow } from "./shapes";

type Hearing = { id: ConsultationId; versionId: SourceVersionId };
type Shown = { clauses: readonly ClauseRow[]; centers: readonly CenterRow[]; today: string };

/** Who has been given what of the hearing's own version, in reading order, whichever version it was given of. */
export async function assignmentsOf(
  db: Queryable,
  viewer: Viewer,
  hearing: Hearing,
  shown: Shown,
): Promise<AssignmentRow[]> {
  const { clauseId, centerId, deadline } = assignment;
  const groups = await db
    .select({ centerId, deadline, clauseIds: together(clauseId) })
    .from(assignment)
    .where(eq(assignment.consultationId, hearing.id))
    .groupBy(centerId, deadline);
  const rows = groups.flatMap(({ clauseIds, ...given }) =>
    idsIn<ClauseId>(clauseIds).map((id) => ({ clauseId: id, centerId: given.centerId, deadline: given.deadline })),
  );
  const days = new Map(groups.map(({ deadline: day }) => [day, deadlineOf(day, null, shown.today)]));
  const carried = await carriedFor(db, viewer, hearing.versionId);
  const given = assignedNow(rows, carried);
  const owners = await ownersIn(db, hearing.id, carried);
  const row = new Map(shown.clauses.map(({ id }, index) => [id, index]));
  const column = new Map(shown.centers.map(({ id }, index) => [id, index]));
  return given
    .flatMap((one) => {
      const [from, at] = [row.get(one.clauseId), column.get(one.centerId)];
      return from === undefined || at === undefined ? [] : [{ one, place: from * shown.centers.length + at }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => ({
      clauseId: one.clauseId,
      centerId: one.centerId,
      deadline: days.get(one.deadline) ?? deadlineOf(one.deadline, null, shown.today),
      isOwner: owners.get(one.clauseId) === one.centerId,
    }));
}

/**
 * Takes back what was given, of these clauses or of what became them; answers how much that was. The other parts of a
 * clause that was split stay given.
 */
export async function takeBack(
  tx: Transaction,
  { id, versionId }: Hearing,
  { clauses, centers }: { clauses: readonly ClauseId[]; centers: readonly CenterId[] },
): Promise<number> {
  const isTheirs = and(eq(assignment.consultationId, id), inArray(assignment.centerId, [...centers]));
  const rows = (await tx.select().from(assignment).where(isTheirs)).map((row) => ({ ...row, given: row.clauseId }));
  const now = carriedOn(rows, await carriedTo(tx, versionId));
  const gone = new Set(
    now.filter((row) => clauses.includes(row.clauseId)).map((row) => `${row.given} ${row.centerId}`),
  );
  const touched = now.filter((row) => gone.has(`${row.given} ${row.centerId}`));
  for (const centerId of new Set(touched.map((row) => row.centerId))) {
    const given = touched.filter((row) => row.centerId === centerId).map((row) => row.given);
    await tx
      .delete(assignment)
      .where(and(isTheirs, eq(assignment.centerId, centerId), inArray(assignment.clauseId, given)));
  }
  const kept = touched.filter((row) => !clauses.includes(row.clauseId));
  const rest = kept.map(({ given: _, step: __, isChanged: ___, ...row }) => row);
  if (rest.length > 0) await tx.insert(assignment).values(rest).onConflictDoNothing();
  return gone.size;
}
