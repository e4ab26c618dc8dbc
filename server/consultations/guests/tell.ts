import { eq } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { ConsultationId, MunicipalityId } from "../../../db/ids";
import { consultation } from "../../../db/schema";
import type { Viewer } from "../../identity/viewer";
import type { ConsultationDeps } from "../deps";

type About = { consultationId: ConsultationId; hostId: MunicipalityId };

/** Whoever leads the hearing hears of the answer. */
export async function tellHost(
  { notices }: ConsultationDeps,
  tx: Transaction,
  viewer: Viewer,
  { consultationId, hostId }: About,
) {
  const { coordinatorId } = consultation;
  const [found] = await tx.select({ coordinatorId }).from(consultation).where(eq(consultation.id, consultationId));
  await notices.tell(tx, {
    kind: "invitation-answered",
    municipalityId: hostId,
    consultationId,
    to: found ? [found.coordinatorId] : [],
    by: viewer.id,
    about: {},
  });
}
