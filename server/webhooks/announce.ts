import { and, eq, lt } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { newId, type WebhookDeliveryId, type WebhookId } from "../../db/ids";
import { webhookDelivery } from "../../db/schema";
import type { WebhookDeps } from "./deps";
import { subscribers } from "./queries";
import { KEPT_MS } from "./rules";
import type { Happened } from "./shapes";

/**
 * Writes down, in the transaction of what has happened, that each address that wants to know is to be told, and wakes the
 * job for it. Nothing is called here: what has not been committed is told to nobody. [T7] [J1]
 */
export async function announce(deps: WebhookDeps, tx: Transaction, happened: Happened): Promise<void> {
  const now = deps.clock.now();
  const body = bodyOf(happened, now, deps.publicUrl);
  for (const { id: webhookId } of await subscribers(tx, happened.municipalityId, happened.event)) {
    await forgetOld(tx, webhookId, now);
    const id = newId<WebhookDeliveryId>();
    const row = { id, webhookId, event: happened.event, body, state: "waiting" as const, at: now, dueAt: now };
    await tx.insert(webhookDelivery).values(row);
    await wake(deps, tx, id, now);
  }
}

/** One at a time on all nodes: an address that does not answer takes one place of the runner, and holds up no other job. */
export function wake({ jobs }: Pick<WebhookDeps, "jobs">, tx: Transaction, deliveryId: string, runAt: Date) {
  const key = `deliver-webhook:${deliveryId}`;
  return jobs.enqueue(tx, "deliver-webhook", { deliveryId }, { key, runAt, queue: "webhooks" });
}

/** Ids and a link: who wants to know more asks the API with a token of their own. [T7] */
function bodyOf({ event, responseId, versionId, sha256, filingId }: Happened, at: Date, publicUrl = ""): string {
  const url = `${publicUrl.replace(/\/$/, "")}/api/v1/responses/${responseId}`;
  const data = { responseId, versionId, sha256, ...(filingId ? { filingId } : {}), url };
  return JSON.stringify({ type: event, timestamp: at.toISOString(), data });
}

async function forgetOld(tx: Transaction, webhookId: WebhookId, now: Date): Promise<void> {
  const isOld = lt(webhookDelivery.at, new Date(now.getTime() - KEPT_MS));
  const isIt = and(eq(webhookDelivery.webhookId, webhookId), eq(webhookDelivery.state, "delivered"), isOld);
  await tx.delete(webhookDelivery).where(isIt);
}
