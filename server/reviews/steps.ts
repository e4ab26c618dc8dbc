import { and, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "../../db/client";
import type { ReviewId, UserId } from "../../db/ids";
import { review, reviewStep } from "../../db/schema";
import type { Actor } from "../audit";
import { danishDay, endOfDanishDay } from "../clock";
import { decidersOf, type Matter, stepsOf } from "../standing";
import { turnIn } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { involved } from "./queries";
import { turnBegan } from "./rules";

export type Step = typeof reviewStep.$inferSelect;
export type Round = typeof review.$inferSelect;
export type RoundMatter = {
  consultation: Matter["consultation"];
  response: Matter["response"] & {};
  round: Round;
  steps: Step[];
};

export async function stepsOfRound(db: Queryable, reviewId: ReviewId): Promise<Step[]> {
  return (await stepsOf(db, [reviewId])).get(reviewId) ?? [];
}

type Made = { decision: "approved" | "returned" | "tacit"; by: UserId | null; reason: string | null };

/**
 * Writes what was decided on the step whose turn it is. A return, or the last approval, is the round's outcome; else the
 * next step has its turn. One entry in the trail; whoever it concerns is told. [A10] [U2]
 */
export async function settle(
  deps: ReviewDeps,
  tx: Transaction,
  actor: Actor,
  { round, steps, ...matter }: RoundMatter,
  { decision, by, reason }: Made,
): Promise<void> {
  const turn = turnIn(steps);
  if (!turn) throw new Error(`Expected a step of round ${round.id} to be undecided; found none.`);
  const at = deps.clock.now();
  const made = { decision, decidedBy: by, decidedAt: at, reason };
  await tx
    .update(reviewStep)
    .set(made)
    .where(and(eq(reviewStep.reviewId, round.id), eq(reviewStep.position, turn.position)));
  const after = steps.map((step) => (step === turn ? { ...step, ...made } : step));
  const outcome = decision === "returned" ? "returned" : turnIn(after) ? null : "approved";
  if (outcome)
    await tx
      .update(review)
      .set({ ...made, decision: outcome })
      .where(eq(review.id, round.id));
  await deps.audit.record(tx, actor, {
    event: eventOf(decision, outcome),
    objectKind: "response",
    objectId: matter.response.id,
    data: {
      round: round.round,
      versionId: round.versionId,
      sha256: round.sha256,
      ...said(turn, steps.length, by, reason),
    },
  });
  if (outcome === "approved")
    await deps.webhooks.announce(tx, { event: "response.approved", ...ofRound(round, matter) });
  const went = { ...matter, round, steps: after };
  await (outcome ? tellOutcome(deps, tx, went, outcome, by) : beginTurn(deps, tx, went, by));
}

function eventOf(decision: Made["decision"], outcome: "approved" | "returned" | null): string {
  if (decision === "tacit") return outcome ? "approved-tacitly" : "step-approved-tacitly";
  return outcome ?? "step-approved";
}

/** A round of one step is told as it always was. */
function said(turn: Step, count: number, by: UserId | null, reason: string | null): Record<string, unknown> {
  return {
    ...(count > 1 ? { step: turn.position, of: count } : {}),
    ...(by !== turn.approverId ? { inPlaceOf: turn.approverId } : {}),
    ...(reason ? { reason } : {}),
  };
}

/** Whoever may decide the step whose turn it is now is told, and the end of its day will wake us. [A11] [J1] */
export async function beginTurn(
  deps: ReviewDeps,
  tx: Transaction,
  matter: RoundMatter,
  by: UserId | null,
): Promise<void> {
  const { round, response, steps } = matter;
  const today = danishDay(deps.clock.now());
  const waiting = { id: round.id, sentBy: round.sentBy, documentId: response.documentId };
  const to = (await decidersOf(tx, [waiting], today)).get(round.id) ?? [];
  await deps.notices.tell(tx, { kind: "approval-waits", ...ofResponse(matter), to, by, about: { reviewId: round.id } });
  const turn = turnIn(steps);
  if (turn?.isTacit && turn.dueDay && danishDay(turnBegan(round, steps)) <= turn.dueDay)
    await wakeAt(deps, tx, round.id, endOfDanishDay(turn.dueDay));
}

export function wakeAt({ jobs }: Pick<ReviewDeps, "jobs">, tx: Transaction, reviewId: ReviewId, runAt: Date) {
  return jobs.enqueue(tx, "approve-tacitly", { reviewId }, { key: `approve-tacitly:${reviewId}`, runAt });
}

async function tellOutcome(
  deps: ReviewDeps,
  tx: Transaction,
  matter: RoundMatter,
  outcome: "approved" | "returned",
  by: UserId | null,
): Promise<void> {
  const kind = outcome === "approved" ? "approval-decided" : "approval-returned";
  const about = { reviewId: matter.round.id };
  await deps.notices.tell(tx, { kind, ...ofResponse(matter), to: await involved(tx, matter), by, about });
}

/** What other systems are told a round by. */
export function ofRound({ versionId, sha256 }: Round, of: Pick<RoundMatter, "response">) {
  return { ...ofResponse(of), versionId, sha256 };
}

export function ofResponse({ response }: Pick<RoundMatter, "response">) {
  return { municipalityId: response.municipalityId, responseId: response.id };
}
