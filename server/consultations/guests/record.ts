import type { Transaction } from "../../../db/client";
import type { ConsultationId, MunicipalityId } from "../../../db/ids";
import { actorOf } from "../../audit";
import type { Viewer } from "../../identity/viewer";
import type { ConsultationDeps } from "../deps";

type Happened = {
  event: "municipality-invited" | "invitation-accepted" | "invitation-declined" | "invitation-withdrawn";
  consultationId: ConsultationId;
  hostId: MunicipalityId;
  guestId: MunicipalityId;
  data?: Record<string, unknown>;
};

/**
 * In both municipalities' trails, each with who did it: what has happened concerns either. In one order, for each trail's
 * row is its lock, and two municipalities may well be each other's guests. [J10] [U2]
 */
export async function recordInBoth({ audit }: ConsultationDeps, tx: Transaction, viewer: Viewer, happened: Happened) {
  const { event, consultationId, hostId, guestId, data } = happened;
  for (const municipalityId of [hostId, guestId].sort()) {
    await audit.record(
      tx,
      { ...actorOf(viewer), municipalityId },
      { event, objectKind: "consultation", objectId: consultationId, data: { ...data, host: hostId, guest: guestId } },
    );
  }
}
