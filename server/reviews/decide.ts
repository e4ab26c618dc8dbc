import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { review } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { lockedMatterOfResponse, roundById } from "../standing";
import { mayRead } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { decisionOn } from "./rules";

export type Decision = "approved" | "returned";
export type DecidedMatter = Awaited<ReturnType<typeof roundToDecide>> & {};

/**
 * The round, its hearing locked, so that approving, giving back and reopening come one after the other. Null when the
 * same person has already decided so: a form sent twice is one decision. [A6]
 */
export async function roundToDecide(tx: Transaction, viewer: Viewer, reviewId: string, wanted: Decision) {
  if (!mayRead(viewer)) throw notFound();
  const { responseId } = await roundById(tx, reviewId);
  const matter = await lockedMatterOfResponse(tx, viewer, responseId);
  const round = await roundById(tx, reviewId);
  const isNewest = matter.round?.id === round.id;
  const answer = decisionOn({ ...round, isNewest }, viewer, wanted, matter.standing.participating);
  if (answer === "not-your-review") throw new Refusal("forbidden", "not-your-review");
  if (answer === "already-decided") throw new Refusal("conflict", "already-decided");
  return answer === "again" ? null : { response: matter.response, round };
}

/** Writes the decision on the round, and in the audit trail. */
export async function decide(
  { clock, audit }: ReviewDeps,
  tx: Transaction,
  viewer: Viewer,
  { response, round }: DecidedMatter,
  { decision, reason = null }: { decision: Decision; reason?: string | null },
): Promise<void> {
  const decided = { decision, reason, decidedBy: viewer.id, decidedAt: clock.now() };
  await tx.update(review).set(decided).where(eq(review.id, round.id));
  const { versionId, sha256 } = round;
  await audit.record(tx, actorOf(viewer), {
    event: decision,
    objectKind: "response",
    objectId: response.id,
    data: { round: round.round, versionId, sha256, ...(reason ? { reason } : {}) },
  });
}
