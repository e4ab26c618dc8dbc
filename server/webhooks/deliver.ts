import { and, eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { webhookDelivery } from "../../db/schema";
import { wake } from "./announce";
import type { WebhookDeps } from "./deps";
import { pauseGone } from "./pause";
import { type Outcome, post } from "./post/post";
import { dueDelivery } from "./queries";
import { waitAfter } from "./rules";
import { aboutSecret, signed } from "./sign";

type Due = NonNullable<Awaited<ReturnType<typeof dueDelivery>>>;

/**
 * Tells one address one thing, and writes down what came of it. A crash between the two tells it twice, under the same id:
 * that is how a receiver knows. What was removed, delivered or given up meanwhile is left alone, and what is paused waits. [T8] [T21] [J1]
 */
export async function deliver(deps: WebhookDeps, deliveryId: string): Promise<void> {
  const due = await dueDelivery(deps.db, deliveryId);
  if (due?.delivery.state !== "waiting" || due.webhook.pausedAt) return;
  const outcome = await told(deps, due);
  if (!outcome.ok) deps.log.warn({ deliveryId, problem: outcome.problem, status: outcome.status }, "a webhook failed");
  await deps.db.transaction((tx) => note(deps, tx, due, outcome));
}

async function told({ clock, seal, reach }: WebhookDeps, { delivery, webhook }: Due): Promise<Outcome> {
  const secret = seal.open(webhook.secret, aboutSecret(webhook.municipalityId, webhook.id));
  if (secret === null) return { ok: false, problem: "secret-unreadable", status: null };
  const { id, body } = delivery;
  return post({ url: webhook.url, headers: signed({ id, at: clock.now(), body }, secret), body }, { reach });
}

/** Only what stands as it was when it was sent: of two who sent it at once, one writes it down. */
async function note(deps: WebhookDeps, tx: Transaction, { delivery, webhook }: Due, outcome: Outcome): Promise<void> {
  const now = deps.clock.now();
  const tries = delivery.tries + 1;
  const problem = outcome.ok ? null : outcome.problem;
  // What nobody was there to take waits with the rest until the address is resumed. [T20]
  if (problem === "gone") await pauseGone(deps, tx, webhook);
  const wait = problem === null ? null : problem === "gone" ? 0 : waitAfter(tries);
  const state = outcome.ok ? "delivered" : wait === null ? "given-up" : "waiting";
  const dueAt = new Date(now.getTime() + (wait ?? 0));
  const isAsSent = and(eq(webhookDelivery.state, "waiting"), eq(webhookDelivery.tries, delivery.tries));
  const written = await tx
    .update(webhookDelivery)
    .set({ state, tries, triedAt: now, dueAt, status: outcome.status, problem })
    .where(and(eq(webhookDelivery.id, delivery.id), isAsSent))
    .returning({ id: webhookDelivery.id });
  if (written.length > 0 && state === "waiting" && problem !== "gone") await wake(deps, tx, delivery.id, dueAt);
}
