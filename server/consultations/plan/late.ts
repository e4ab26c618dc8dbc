import { and, eq, lte } from "drizzle-orm";
import type { CenterId, ConsultationId } from "../../../db/ids";
import { assignment, missedDeadline } from "../../../db/schema";
import type { Viewer } from "../../identity/viewer";
import type { ConsultationDeps } from "../deps";

/** How many answers of each center came after its internal deadline: missed then, and settled now. [H16] */
export async function cameLate(
  { db, links }: ConsultationDeps,
  viewer: Viewer,
  id: ConsultationId,
): Promise<Map<CenterId, number>> {
  const { clauseId, centerId, consultationId, deadline } = missedDeadline;
  const isGiven = and(
    eq(assignment.consultationId, consultationId),
    eq(assignment.clauseId, clauseId),
    eq(assignment.centerId, centerId),
    // One that was moved since to a later day is not missed.
    lte(assignment.deadline, deadline),
  );
  const missed = await db
    .select({ clauseId, centerId })
    .from(missedDeadline)
    .innerJoin(assignment, isGiven)
    .where(eq(consultationId, id));
  if (missed.length === 0) return new Map();
  const open = new Set((await links.stillOpen(viewer, [id])).map((cell) => `${cell.clauseId}|${cell.centerId}`));
  const found = new Map<CenterId, number>();
  for (const one of missed)
    if (!open.has(`${one.clauseId}|${one.centerId}`)) found.set(one.centerId, (found.get(one.centerId) ?? 0) + 1);
  return found;
}
