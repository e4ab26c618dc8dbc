import { and, eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { CenterId, ConsultationId, UserId } from "../../../db/ids";
import { assignment, consultation, membership } from "../../../db/schema";
import type { Viewer } from "../../identity/viewer";
import type { ConsultationDeps } from "../deps";

type Moved = { consultationId: ConsultationId; centerId: CenterId | null; day: string };

/** Everybody whose time it is: the center's people, or those of all centers that take part; and the coordinator. [H14] */
export async function tellMoved({ notices }: ConsultationDeps, tx: Transaction, viewer: Viewer, moved: Moved) {
  const { consultationId, centerId, day } = moved;
  await notices.tell(tx, {
    kind: "deadline-moved",
    municipalityId: viewer.municipality.id,
    consultationId,
    to: await peopleOf(tx, moved),
    by: viewer.id,
    about: { day, ...(centerId ? { centerId } : {}) },
  });
}

async function peopleOf(tx: Transaction, { consultationId, centerId }: Moved): Promise<UserId[]> {
  const ofHearing = tx
    .select({ id: assignment.centerId })
    .from(assignment)
    .where(eq(assignment.consultationId, consultationId));
  const isTheirs = centerId ? eq(membership.centerId, centerId) : inArray(membership.centerId, ofHearing);
  const takesPart = or(eq(membership.role, "contributor"), eq(membership.role, "manager"));
  const { userId } = membership;
  const people = await tx.selectDistinct({ userId }).from(membership).where(and(isTheirs, takesPart));
  const { coordinatorId } = consultation;
  const leads = await tx
    .select({ userId: coordinatorId })
    .from(consultation)
    .where(eq(consultation.id, consultationId));
  return [...people, ...leads].map((one) => one.userId);
}
