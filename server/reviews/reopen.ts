import { eq } from "drizzle-orm";
import { review } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfResponse, matterOfResponse } from "../standing";
import { isCoordinator, mayRead, rightsOf } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { ReasonForm } from "./forms";

/** Ends the newest round, whether it waits or was approved, and lets people write again. What was filed stays filed. [A3] */
export async function reopen(deps: ReviewDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  await matterOfResponse(deps.db, viewer, responseId);
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const { reason } = parse(ReasonForm, form);
  const documentId = await deps.db.transaction(async (tx) => {
    const { response, round, standing } = await lockedMatterOfResponse(tx, viewer, responseId);
    if (!round || !rightsOf(viewer, standing).reopen) throw new Refusal("conflict", "not-sent");
    const ended = { reopenedBy: viewer.id, reopenedAt: deps.clock.now(), reopenReason: reason };
    await tx.update(review).set(ended).where(eq(review.id, round.id));
    await deps.documents.thaw(tx, response.documentId);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "reopened",
      objectKind: "response",
      objectId: response.id,
      data: { round: round.round, sha256: round.sha256, was: standing.status, reason },
    });
    return response.documentId;
  });
  deps.onDocumentChanged?.(documentId);
}
