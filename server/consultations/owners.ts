import { asc, desc, eq, inArray } from "drizzle-orm";
import { setIfUndefined } from "lib0/map";
import type { Queryable } from "../../db/client";
import type { CenterId, ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import { assignment, center } from "../../db/schema";
import { carriedOn, carriedToEach } from "../carry-over";
import type { Carried } from "../carry-over/shapes";

/**
 * Which center answers for a goal as a whole: the one that was chosen, else the first that was given it. Of several that
 * became one goal, a chosen one counts first. Worked out, so that a goal that is given has an owner. [M1]
 */
export async function ownersIn(db: Queryable, id: ConsultationId, carried: Carried): Promise<Map<ClauseId, CenterId>> {
  return ownersOf(await givenIn(db, [id]), carried);
}

/** Of several hearings at once, each on its own version. */
export async function ownersInEach(
  db: Queryable,
  hearings: readonly { id: ConsultationId; versionId: SourceVersionId }[],
): Promise<Map<ConsultationId, Map<ClauseId, CenterId>>> {
  const ids = hearings.map(({ id }) => id);
  const given = new Map<ConsultationId, Given[]>();
  for (const row of await givenIn(db, ids)) setIfUndefined(given, row.consultationId, (): Given[] => []).push(row);
  const versions = [...new Set(hearings.map(({ versionId }) => versionId))];
  const carried = await carriedToEach(db, versions);
  return new Map(
    hearings.flatMap(({ id, versionId }) => {
      const to = carried.get(versionId);
      return to ? [[id, ownersOf(given.get(id) ?? [], to)]] : [];
    }),
  );
}

type Given = { consultationId: ConsultationId; clauseId: ClauseId; centerId: CenterId };

/** Who answers for each clause that was given, of all that were given it; in the order in which one counts before another. */
async function givenIn(db: Queryable, ids: readonly ConsultationId[]): Promise<Given[]> {
  if (ids.length === 0) return [];
  const { consultationId, clauseId, centerId, isOwner, assignedAt } = assignment;
  const { kind, name } = center;
  const first = db
    .selectDistinctOn([consultationId, clauseId], {
      consultationId,
      clauseId,
      centerId,
      isOwner,
      assignedAt,
      kind,
      name,
    })
    .from(assignment)
    .innerJoin(center, eq(center.id, centerId))
    .where(inArray(consultationId, [...ids]))
    .orderBy(consultationId, clauseId, desc(isOwner), asc(assignedAt), asc(kind), asc(name))
    .as("first");
  return db
    .select({ consultationId: first.consultationId, clauseId: first.clauseId, centerId: first.centerId })
    .from(first)
    .orderBy(desc(first.isOwner), asc(first.assignedAt), asc(first.kind), asc(first.name));
}

function ownersOf(rows: readonly Given[], carried: Carried): Map<ClauseId, CenterId> {
  const owners = new Map<ClauseId, CenterId>();
  for (const row of carriedOn(rows, carried)) if (!owners.has(row.clauseId)) owners.set(row.clauseId, row.centerId);
  return owners;
}
