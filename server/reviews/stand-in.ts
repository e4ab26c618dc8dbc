import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { type DelegationId, isId } from "../../db/ids";
import { delegation } from "../../db/schema";
import { danishDay, startOfDanishDay } from "../clock";
import { decidersOf, stepsOf } from "../standing";
import { turnIn } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { toldSince, waitingFor } from "./queries";
import { turnBegan } from "./rules";
import { ofResponse } from "./steps";

const LOOK_AGAIN = 60_000;

type Absence = Pick<typeof delegation.$inferSelect, "id" | "firstDay">;

/** Whoever stands in is told on the first day of it; when that is today, at once. [A16] [J1] */
export function wakeStandIn({ jobs }: Pick<ReviewDeps, "jobs">, tx: Transaction, { id, firstDay }: Absence) {
  return wakeAt({ jobs }, tx, id, startOfDanishDay(firstDay));
}

function wakeAt({ jobs }: Pick<ReviewDeps, "jobs">, tx: Transaction, delegationId: DelegationId, runAt: Date) {
  return jobs.enqueue(tx, "tell-stand-in", { delegationId }, { key: `tell-stand-in:${delegationId}`, runAt });
}

/**
 * The job: tells whoever stands in today of what waits already, once each. What gets its turn later is told them when it
 * does. One that was taken back, or is over, tells nothing. [A16]
 */
export async function tellStandIn(deps: ReviewDeps, { delegationId }: { delegationId: string }): Promise<void> {
  if (!isId<DelegationId>(delegationId)) return;
  const today = danishDay(deps.clock.now());
  await deps.db.transaction(async (tx) => {
    const [found] = await tx.select().from(delegation).where(eq(delegation.id, delegationId)).for("update");
    if (!found || found.endedAt || found.lastDay < today) return;
    // This node's clock may be behind the database's, which has woken us.
    if (today < found.firstDay) return wakeAt(deps, tx, found.id, new Date(deps.clock.now().getTime() + LOOK_AGAIN));
    for (const waiting of await waitingFor(tx, found.fromId)) await tellOf(deps, tx, found, waiting, today);
  });
}

type Waiting = Awaited<ReturnType<typeof waitingFor>>[number];

async function tellOf(
  deps: ReviewDeps,
  tx: Transaction,
  { fromId, toId }: typeof delegation.$inferSelect,
  { round, response }: Waiting,
  today: string,
): Promise<void> {
  const steps = (await stepsOf(tx, [round.id])).get(round.id) ?? [];
  if (turnIn(steps)?.approverId !== fromId) return;
  const waiting = { id: round.id, sentBy: round.sentBy, documentId: response.documentId };
  const deciders = (await decidersOf(tx, [waiting], today)).get(round.id) ?? [];
  if (!deciders.includes(toId)) return;
  if (await toldSince(tx, { userId: toId, reviewId: round.id, since: turnBegan(round, steps) })) return;
  const about = { reviewId: round.id };
  await deps.notices.tell(tx, { kind: "approval-waits", ...ofResponse({ response }), to: [toId], by: null, about });
}
