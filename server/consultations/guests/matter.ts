import type { Transaction } from "../../../db/client";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { lockedMatterOfConsultation } from "../../standing";
import { isCoordinator, mayRead } from "../../standing/rules";
import { invitationFor } from "./queries";
import { isStillOpen } from "./rules";

/** For the host's coordinators, under the hearing's lock, as long as the text is not sent. [J10] [A6] */
export async function matterToShare(tx: Transaction, viewer: Viewer, consultationId: string) {
  if (!mayRead(viewer) || !isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const matter = await lockedMatterOfConsultation(tx, viewer, consultationId);
  if (!isStillOpen(matter.standing)) throw new Refusal("conflict", "approved");
  return matter;
}

/** For the guest's coordinators: their own invitation as it stands under the lock of the host's hearing. [J10] [A6] */
export async function invitationToAnswer(tx: Transaction, viewer: Viewer, consultationId: string) {
  const { host } = await invitationFor(tx, viewer, consultationId);
  const { standing, response } = await lockedMatterOfConsultation(tx, { municipality: host }, consultationId);
  const found = await invitationFor(tx, viewer, consultationId);
  if (found.invitation.withdrawnAt) throw new Refusal("conflict", "invitation-ended");
  if (!isStillOpen(standing)) throw new Refusal("conflict", "invitation-too-late");
  return { ...found, response };
}
