import { asc, desc, eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, ClauseId, ConsultationId } from "../../db/ids";
import { assignment, center } from "../../db/schema";
import { carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";

/**
 * Which center answers for a goal as a whole: the one that was chosen, else the first that was given it. Of several that
 * became one goal, a chosen one counts first. Worked out, so that a goal that is given has an owner. [M1]
 */
export async function ownersIn(db: Queryable, id: ConsultationId, carried: Carried): Promise<Map<ClauseId, CenterId>> {
  const { clauseId, centerId, isOwner, assignedAt } = assignment;
  const rows = await db
    .select({ clauseId, centerId })
    .from(assignment)
    .innerJoin(center, eq(center.id, centerId))
    .where(eq(assignment.consultationId, id))
    .orderBy(desc(isOwner), asc(assignedAt), asc(center.kind), asc(center.name));
  const owners = new Map<ClauseId, CenterId>();
  for (const row of carriedOn(rows, carried)) if (!owners.has(row.clauseId)) owners.set(row.clauseId, row.centerId);
  return owners;
}
