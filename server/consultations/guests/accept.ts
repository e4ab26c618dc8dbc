import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { CenterId, ConsultationId } from "../../../db/ids";
import { invitation, invitedCenter } from "../../../db/schema";
import { danishDay } from "../../clock";
import { notFound, Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { ConsultationDeps } from "../deps";
import { AcceptForm } from "./forms";
import { invitationToAnswer } from "./matter";
import { isInvitation, ownCenters } from "./queries";
import { recordInBoth } from "./record";
import { centersProblem } from "./rules";
import { tellHost } from "./tell";

/** Says yes, and which of one's centers take part; said again, which of them do now. The same again changes nothing. [J13] */
export async function accept(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const wanted = parse(AcceptForm, form).centerId;
  const changed = await deps.db.transaction(async (tx) => {
    const { invitation: row, host, response } = await invitationToAnswer(tx, viewer, consultationId);
    const own = await ownCenters(tx, viewer, row.consultationId, danishDay(deps.clock.now()));
    const known = own.filter(({ id }) => wanted.includes(id));
    // A center of a third municipality is not there.
    if (known.length < wanted.length) throw notFound();
    const problem = centersProblem(wanted, own);
    if (problem) throw new Refusal("invalid", "form", { centerId: problem });
    const isSame = own.every(({ id, takesPart }) => takesPart === wanted.includes(id));
    if (row.answer === "accepted" && isSame) return null;
    const centers = known.map(({ id }) => id);
    const about = { consultationId: row.consultationId, hostId: host.id, guestId: row.municipalityId };
    await recordInBoth(deps, tx, viewer, { event: "invitation-accepted", ...about, data: { centers } });
    await answer(deps, tx, viewer, row.consultationId);
    const leaving = own.flatMap(({ id, takesPart }) => (takesPart && !centers.includes(id) ? [id] : []));
    await choose(deps, tx, row.consultationId, { centers, leaving });
    if (row.answer !== "accepted") await tellHost(deps, tx, viewer, about);
    return response?.documentId ?? null;
  });
  if (changed) deps.onDocumentChanged?.(changed);
}

async function answer({ clock }: ConsultationDeps, tx: Transaction, viewer: Viewer, id: ConsultationId) {
  const said = { answer: "accepted" as const, answeredBy: viewer.id, answeredAt: clock.now(), reason: null };
  await tx.update(invitation).set(said).where(isInvitation(id, viewer.municipality.id));
}

type Chosen = { centers: CenterId[]; leaving: CenterId[] };

async function choose({ clock }: ConsultationDeps, tx: Transaction, id: ConsultationId, { centers, leaving }: Chosen) {
  const { consultationId, centerId } = invitedCenter;
  const isLeaving = and(eq(consultationId, id), inArray(centerId, leaving));
  await tx.update(invitedCenter).set({ leftAt: clock.now() }).where(isLeaving);
  await tx
    .insert(invitedCenter)
    .values(centers.map((one) => ({ consultationId: id, centerId: one })))
    .onConflictDoUpdate({ target: [consultationId, centerId], set: { leftAt: null } });
}
