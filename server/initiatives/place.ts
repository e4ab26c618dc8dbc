import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { isCenterIn, mayBeGiven } from "../../db/guests";
import {
  type CenterId,
  type ClauseId,
  type ConsultationId,
  type IndicatorId,
  type InitiativeId,
  isId,
  type SourceVersionId,
} from "../../db/ids";
import { center, clause, consultation, indicator, initiative, sourceVersion } from "../../db/schema";
import { carriedOn, carriedTo } from "../carry-over";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { placeFor } from "../links";
import { matterOfConsultation } from "../standing";
import { mayCount, mayRead, mayTend } from "../standing/rules";

type Row = typeof initiative.$inferSelect;
/** The follow-up in which something is said, if it is in one, and the version it is of. */
export type At = { consultationId: ConsultationId | null; versionId: SourceVersionId };

/** A goal of a follow-up whose text is not sent, and a center the viewer may speak for there. [M11] */
export async function goalFor(
  tx: Transaction,
  viewer: Viewer,
  consultationId: string,
  of: { clauseId: string; centerId: string },
) {
  const { place, kind, clauseKind, versionId } = await placeFor(tx, viewer, consultationId, of, mayTend);
  if (kind !== "follow-up" || clauseKind !== "goal") throw new Refusal("conflict", "no-goal-to-follow");
  return { ...place, versionId };
}

/** Before the hearing's lock, as whoever closes a center takes them: a closing and this come one after the other. [H65] */
export async function holdCenter(tx: Transaction, id: string): Promise<void> {
  if (isId<CenterId>(id)) await tx.select({ id: center.id }).from(center).where(eq(center.id, id)).for("share");
}

/**
 * A center that is closed, or takes part for a guest no more, answers for nothing new; what it answers for already is kept
 * until somebody says otherwise.
 */
export async function refuseClosed(
  tx: Transaction,
  viewer: Viewer,
  { centerId: id, consultationId }: { centerId: CenterId; consultationId: ConsultationId },
  at: Date,
): Promise<void> {
  const isOurs = and(eq(center.id, id), mayBeGiven(viewer.municipality.id, consultationId));
  const [found] = await tx.select({ closedOn: center.closedOn }).from(center).where(isOurs);
  if (!found) throw new Refusal("invalid", "form", { centerId: "not-a-choice" });
  if (found.closedOn !== null && found.closedOn <= danishDay(at))
    throw new Refusal("invalid", "form", { centerId: "center-closed" });
}

/**
 * An initiative of this follow-up that the viewer may tend, its row locked: what is said of it comes one after the other.
 * It is found wherever its goal has been carried to, a guest's in the follow-ups that it is in. [M11] [J18]
 */
export async function initiativeFor(
  tx: Transaction,
  viewer: Viewer,
  consultationId: string,
  id: string,
): Promise<At & { row: Row; clauseId: ClauseId }> {
  const matter = await matterOfConsultation(tx, viewer, consultationId);
  if (!matter || !isId<InitiativeId>(id)) throw notFound();
  // The hearing's lock before the initiative's, as whoever closes a center takes them. [H65]
  await tx
    .select({ id: consultation.id })
    .from(consultation)
    .where(eq(consultation.id, matter.consultation.id))
    .for("share");
  const home = viewer.municipality.id;
  const isOurs = and(eq(initiative.municipalityId, home), isCenterIn(home, sql`${matter.consultation.id}::uuid`));
  const [found] = await tx
    .select({ row: initiative })
    .from(initiative)
    .innerJoin(center, eq(center.id, initiative.centerId))
    .where(and(eq(initiative.id, id), isOurs))
    .for("update", { of: initiative });
  const row = found?.row;
  const [now] = row ? carriedOn([row], await carriedTo(tx, matter.consultation.versionId)) : [];
  if (!row || !now) throw notFound();
  const { clauseId } = await goalFor(tx, viewer, consultationId, { clauseId: now.clauseId, centerId: row.centerId });
  const { id: hearing, versionId } = matter.consultation;
  return { row, consultationId: hearing, versionId, clauseId };
}

/** The same by one of its indicators. */
export async function indicatorFor(tx: Transaction, viewer: Viewer, consultationId: string, id: string) {
  if (!isId<IndicatorId>(id)) throw notFound();
  const [found] = await tx.select().from(indicator).where(eq(indicator.id, id));
  if (!found) throw notFound();
  return { indicator: found, ...(await initiativeFor(tx, viewer, consultationId, found.initiativeId)) };
}

/**
 * An indicator outside of any follow-up, its initiative's row locked. Every follow-up on its source is held first: what is
 * being signed off or sent there comes before this figure, or after it. [M23] [A33]
 */
export async function indicatorBetween(tx: Transaction, viewer: Viewer, id: string) {
  if (!mayRead(viewer) || viewer.guest || !isId<IndicatorId>(id)) throw notFound();
  const isOurs = and(eq(indicator.id, id), eq(initiative.municipalityId, viewer.municipality.id));
  const [found] = await tx
    .select({ indicator, initiativeId: initiative.id, versionId: clause.versionId })
    .from(indicator)
    .innerJoin(initiative, eq(initiative.id, indicator.initiativeId))
    .innerJoin(clause, eq(clause.id, initiative.clauseId))
    .where(isOurs);
  if (!found) throw notFound();
  await holdFollowUps(tx, viewer, found.versionId);
  const [row] = await tx.select().from(initiative).where(eq(initiative.id, found.initiativeId)).for("update");
  if (!row) throw notFound();
  if (!mayCount(viewer, row.centerId)) throw new Refusal("forbidden", "not-your-center");
  if (row.endedOn !== null) throw new Refusal("conflict", "initiative-ended");
  return { indicator: found.indicator, row, consultationId: null, versionId: found.versionId };
}

async function holdFollowUps(tx: Transaction, viewer: Viewer, versionId: SourceVersionId): Promise<void> {
  const sourceOf = tx.select({ id: sourceVersion.sourceId }).from(sourceVersion).where(eq(sourceVersion.id, versionId));
  const versions = tx
    .select({ id: sourceVersion.id })
    .from(sourceVersion)
    .where(inArray(sourceVersion.sourceId, sourceOf));
  const { id, kind, municipalityId } = consultation;
  const isOurs = and(eq(municipalityId, viewer.municipality.id), eq(kind, "follow-up"));
  await tx
    .select({ id })
    .from(consultation)
    .where(and(isOurs, inArray(consultation.versionId, versions)))
    .orderBy(asc(id))
    .for("share");
}
