import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "../../../db/client";
import type { CenterId, ConsultationId, MunicipalityId, UserId } from "../../../db/ids";
import { assignment, center, consultation, givenSection, membership, response } from "../../../db/schema";

/** The municipality's centers; locked as whoever closes one locks them, closings and hand-overs come one after the other. */
export function centersOf(tx: Transaction, municipalityId: MunicipalityId, how: "lock" | "read") {
  const rows = tx.select().from(center).where(eq(center.municipalityId, municipalityId)).orderBy(asc(center.id));
  return how === "lock" ? rows.for("no key update") : rows;
}

/** The hearings in which one of these centers has been given something, in the order in which they are locked. */
export async function hearingsOf(db: Queryable, centerIds: readonly CenterId[]): Promise<ConsultationId[]> {
  const ids = [...centerIds];
  const assigned = db
    .select({ id: assignment.consultationId })
    .from(assignment)
    .where(inArray(assignment.centerId, ids));
  const sections = db
    .select({ id: response.consultationId })
    .from(givenSection)
    .innerJoin(response, eq(response.id, givenSection.responseId))
    .where(inArray(givenSection.centerId, ids));
  const rows = await db
    .select({ id: consultation.id })
    .from(consultation)
    .where(or(inArray(consultation.id, assigned), inArray(consultation.id, sections)))
    .orderBy(asc(consultation.id));
  return rows.map(({ id }) => id);
}

/** Whoever writes for one of these centers, or leads it. */
export async function peopleOf(db: Queryable, centerIds: readonly CenterId[]): Promise<UserId[]> {
  const isTheirs = and(
    inArray(membership.centerId, [...centerIds]),
    inArray(membership.role, ["contributor", "manager"]),
  );
  const rows = await db.selectDistinct({ userId: membership.userId }).from(membership).where(isTheirs);
  return rows.map(({ userId }) => userId);
}

/** Why one of these centers cannot be given anything on that Danish day, as a code of its field with its names; else null. [H52] */
export async function closedAmong(tx: Transaction, centerIds: readonly CenterId[], today: string) {
  // Shared: who closes a center waits for whoever gives it something, and then finds that. Before the hearing's lock, as there.
  const rows = await tx
    .select({ name: center.name, closedOn: center.closedOn, successorId: center.successorId })
    .from(center)
    .where(inArray(center.id, [...centerIds]))
    .orderBy(asc(center.id))
    .for("share");
  const closed = rows.find(({ closedOn }) => closedOn !== null && closedOn <= today);
  if (!closed) return null;
  const [next] = await tx.select({ name: center.name }).from(center).where(sql`${center.id} = ${closed.successorId}`);
  return `center-taken-over|${closed.name}|${next?.name ?? ""}`;
}
