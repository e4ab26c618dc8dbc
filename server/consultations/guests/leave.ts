import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { ConsultationId, DocumentId, MunicipalityId } from "../../../db/ids";
import { assignment, center, invitation, invitedCenter } from "../../../db/schema";
import { notFound } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { ConsultationDeps } from "../deps";
import { DeclineForm, MunicipalityForm } from "./forms";
import { invitationToAnswer, matterToShare } from "./matter";
import { answerersOf, isInvitation } from "./queries";
import { recordInBoth } from "./record";
import { stateOf } from "./rules";
import { tellHost } from "./tell";

/** The host ends an invitation, answered or not. [J15] */
export async function withdraw(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const { municipalityId } = parse(MunicipalityForm, form);
  const changed = await deps.db.transaction(async (tx) => {
    const { consultation, response } = await matterToShare(tx, viewer, consultationId);
    const rows = await tx.select().from(invitation).where(eq(invitation.consultationId, consultation.id));
    const row = rows.find((one) => one.municipalityId === municipalityId);
    if (!row) throw notFound();
    const state = stateOf(row);
    if (state === "withdrawn" || state === "declined") return null;
    const guest = { consultationId: consultation.id, guestId: row.municipalityId };
    const about = { ...guest, hostId: viewer.municipality.id };
    await recordInBoth(deps, tx, viewer, { event: "invitation-withdrawn", ...about });
    const ended = { withdrawnBy: viewer.id, withdrawnAt: deps.clock.now() };
    await tx.update(invitation).set(ended).where(isInvitation(consultation.id, row.municipalityId));
    await takeAllBack(deps, tx, guest, response?.documentId ?? null);
    await deps.notices.tell(tx, {
      kind: "invitation-withdrawn",
      municipalityId: row.municipalityId,
      consultationId: consultation.id,
      to: await answerersOf(tx, row.municipalityId),
      by: viewer.id,
      about: {},
    });
    return response?.documentId ?? null;
  });
  if (changed) deps.onDocumentChanged?.(changed);
}

/** The guest says no; having said yes before, it leaves. [J15] */
export async function decline(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const { reason } = parse(DeclineForm, form);
  const changed = await deps.db.transaction(async (tx) => {
    const { invitation: row, host, response } = await invitationToAnswer(tx, viewer, consultationId);
    if (row.answer === "declined") return null;
    const guest = { consultationId: row.consultationId, guestId: row.municipalityId };
    const about = { ...guest, hostId: host.id };
    await recordInBoth(deps, tx, viewer, { event: "invitation-declined", ...about, data: { reason } });
    const said = { answer: "declined" as const, answeredBy: viewer.id, answeredAt: deps.clock.now(), reason };
    await tx.update(invitation).set(said).where(isInvitation(row.consultationId, row.municipalityId));
    await takeAllBack(deps, tx, guest, response?.documentId ?? null);
    await tellHost(deps, tx, viewer, about);
    return response?.documentId ?? null;
  });
  if (changed) deps.onDocumentChanged?.(changed);
}

type Guest = { consultationId: ConsultationId; guestId: MunicipalityId };

/** Nothing waits for who is no longer there. What they have written, answered and signed stays as it is. */
async function takeAllBack(
  { onPartsChanged }: ConsultationDeps,
  tx: Transaction,
  { consultationId, guestId }: Guest,
  documentId: DocumentId | null,
): Promise<void> {
  const theirs = tx
    .select({ id: invitedCenter.centerId })
    .from(invitedCenter)
    .innerJoin(center, eq(center.id, invitedCenter.centerId))
    .where(and(eq(invitedCenter.consultationId, consultationId), eq(center.municipalityId, guestId)));
  const { consultationId: hearing, centerId } = assignment;
  await tx.delete(assignment).where(and(eq(hearing, consultationId), inArray(centerId, theirs)));
  if (documentId) await onPartsChanged?.(tx, documentId);
}
