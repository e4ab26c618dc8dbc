import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { ReviewId, UserId } from "../../db/ids";
import { review } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfResponse, matterOfResponse } from "../standing";
import { isCoordinator, mayRead, rightsOf, turnIn } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { ReasonForm } from "./forms";
import { lapse } from "./lapse";
import { involved } from "./queries";
import { ofResponse, ofRound, stepsOfRound } from "./steps";

/** Ends the newest round, whether it waits or was approved, and lets people write again. What was filed stays filed. [A3] */
export async function reopen(deps: ReviewDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  await matterOfResponse(deps.db, viewer, responseId);
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const { reason } = parse(ReasonForm, form);
  const documentId = await deps.db.transaction(async (tx) => {
    await lapse(deps, tx, await lockedMatterOfResponse(tx, viewer, responseId));
    const { consultation, response, round, standing } = await matterOfResponse(tx, viewer, responseId);
    if (!round || !rightsOf(viewer, standing).reopen) throw new Refusal("conflict", "not-sent");
    const ended = { reopenedBy: viewer.id, reopenedAt: deps.clock.now(), reopenReason: reason };
    await tx.update(review).set(ended).where(eq(review.id, round.id));
    await deps.documents.thaw(tx, response.documentId);
    await deps.onReopened?.(tx, actorOf(viewer), consultation.id);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "reopened",
      objectKind: "response",
      objectId: response.id,
      data: { round: round.round, sha256: round.sha256, was: standing.status, reason },
    });
    const to = [...(await involved(tx, { round, consultation, response })), ...(await askedIn(tx, round.id))];
    const about = { reviewId: round.id };
    await deps.notices.tell(tx, { kind: "reopened", ...ofResponse({ response }), to, by: viewer.id, about });
    if (round.decision === "approved")
      await deps.webhooks.announce(tx, { event: "response.reopened", ...ofRound(round, { response }) });
    return response.documentId;
  });
  deps.onDocumentChanged?.(documentId);
}

/** Who has decided a step of the round, or was asked to. */
async function askedIn(tx: Transaction, reviewId: ReviewId): Promise<UserId[]> {
  const steps = await stepsOfRound(tx, reviewId);
  const turn = turnIn(steps);
  const asked = steps.filter((step) => step.decision !== null || step === turn);
  return asked.flatMap(({ approverId, decidedBy }) => (decidedBy ? [approverId, decidedBy] : [approverId]));
}
