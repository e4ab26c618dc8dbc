import type { Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import { secondLook } from "../../db/schema";
import { actorOf } from "../audit";
import { carriedTo } from "../carry-over";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { groundNow } from "./carried";
import type { LinkDeps } from "./deps";
import { type CellPlace, PlaceForm, placeFor } from "./place";
import { coverageGrounds } from "./queries";

/**
 * Says that a center has looked again at what it said of a clause that reads otherwise now. Where there is nothing to look
 * at again nothing is written: it would speak for what is carried over to the clause later. [C17]
 */
export async function lookAgain(deps: LinkDeps, viewer: Viewer, consultationId: string, form: unknown): Promise<void> {
  const meant = parse(PlaceForm, form);
  await deps.db.transaction(async (tx) => {
    const { place, versionId } = await placeFor(tx, viewer, consultationId, meant);
    if (!(await isToBeSeenAgain(tx, place, versionId))) return;
    const fresh = await tx
      .insert(secondLook)
      .values({ ...place, lookedBy: viewer.id, lookedAt: deps.clock.now() })
      .onConflictDoNothing()
      .returning({ clauseId: secondLook.clauseId });
    if (fresh.length === 0) return;
    await deps.audit.record(tx, actorOf(viewer), {
      event: "clause-looked-at-again",
      objectKind: "consultation",
      objectId: place.consultationId,
      data: { clauseId: place.clauseId, centerId: place.centerId },
    });
  });
}

async function isToBeSeenAgain(tx: Transaction, place: CellPlace, versionId: SourceVersionId): Promise<boolean> {
  const carried = await carriedTo(tx, versionId);
  const ground = (await coverageGrounds(tx, [place.consultationId])).get(place.consultationId);
  const again = ground ? groundNow(ground, carried).again : [];
  return again.some(({ clauseId, centerId }) => clauseId === place.clauseId && centerId === place.centerId);
}
