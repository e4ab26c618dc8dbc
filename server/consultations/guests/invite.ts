import { eq } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { isId, type MunicipalityId } from "../../../db/ids";
import { invitation, municipality } from "../../../db/schema";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import type { ConsultationDeps } from "../deps";
import { MunicipalityForm } from "./forms";
import { matterToShare } from "./matter";
import { answerersOf, isInvitation } from "./queries";
import { recordInBoth } from "./record";
import { inviteProblem } from "./rules";

/** Asks another municipality to answer the hearing together with its own. Nobody of theirs is in before it has said yes. [J10] */
export async function invite(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const given = parse(MunicipalityForm, form);
  await deps.db.transaction(async (tx) => {
    const { consultation } = await matterToShare(tx, viewer, consultationId);
    const guest = await municipalityCalled(tx, given.municipalityId);
    const answerers = guest ? await answerersOf(tx, guest.id) : [];
    const isIt = guest && isInvitation(consultation.id, guest.id);
    const [before = null] = isIt ? await tx.select().from(invitation).where(isIt) : [];
    const asked = guest && { id: guest.id, answerers: answerers.length };
    const problem = inviteProblem({ hostId: viewer.municipality.id, municipality: asked, before });
    if (problem || !guest) throw new Refusal("invalid", "form", { municipalityId: problem ?? "no-such-municipality" });
    const about = { consultationId: consultation.id, hostId: viewer.municipality.id, guestId: guest.id };
    await recordInBoth(deps, tx, viewer, { event: "municipality-invited", ...about });
    await write(deps, tx, viewer, about);
    await deps.notices.tell(tx, {
      kind: "invited",
      municipalityId: guest.id,
      consultationId: consultation.id,
      to: answerers,
      by: viewer.id,
      about: {},
    });
  });
}

async function municipalityCalled(tx: Transaction, id: string): Promise<{ id: MunicipalityId } | null> {
  if (!isId<MunicipalityId>(id)) return null;
  const [found] = await tx.select({ id: municipality.id }).from(municipality).where(eq(municipality.id, id));
  return found ?? null;
}

type About = Pick<typeof invitation.$inferSelect, "consultationId"> & { guestId: MunicipalityId };

/** Who has said no, or was withdrawn, is asked anew: what was said before stands in the trail. */
async function write({ clock }: ConsultationDeps, tx: Transaction, viewer: Viewer, { consultationId, guestId }: About) {
  const asked = { invitedBy: viewer.id, invitedAt: clock.now() };
  const nothing = { answer: null, answeredBy: null, answeredAt: null, reason: null };
  await tx
    .insert(invitation)
    .values({ consultationId, municipalityId: guestId, ...asked })
    .onConflictDoUpdate({
      target: [invitation.consultationId, invitation.municipalityId],
      set: { ...asked, ...nothing, withdrawnBy: null, withdrawnAt: null },
    });
}
