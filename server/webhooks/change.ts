import { and, eq, isNull } from "drizzle-orm";
import { newId, type WebhookId } from "../../db/ids";
import { municipality, webhook, webhookDelivery } from "../../db/schema";
import type { Actor } from "../audit";
import { notFound, Refusal } from "../errors";
import { parse } from "../parse";
import { wake } from "./announce";
import type { WebhookDeps } from "./deps";
import { WebhookForm } from "./forms";
import { mayBeCalled } from "./post/reach";
import { addressCount, addressOf, deliveryOf } from "./queries";
import { MOST_ADDRESSES } from "./rules";
import { aboutSecret, newSecret } from "./sign";

/** From now on this address is told. The trail has where, and nothing of the secret. */
export async function add(deps: WebhookDeps, actor: Actor, form: unknown): Promise<{ id: WebhookId; secret: string }> {
  const { url, events } = parse(WebhookForm, form);
  if (!mayBeCalled(new URL(url), deps.reach)) throw new Refusal("invalid", "form", { url: "not-a-webhook-address" });
  const { municipalityId } = actor;
  const id = newId<WebhookId>();
  const secret = newSecret();
  await deps.db.transaction(async (tx) => {
    await tx.select().from(municipality).where(eq(municipality.id, municipalityId)).for("no key update");
    if ((await addressCount(tx, municipalityId)) >= MOST_ADDRESSES) throw new Refusal("conflict", "too-many-webhooks");
    const sealed = deps.seal.close(secret, aboutSecret(municipalityId, id));
    await tx.insert(webhook).values({ id, municipalityId, url, events, secret: sealed, addedAt: deps.clock.now() });
    const about = { objectKind: "webhook", objectId: id, data: { host: new URL(url).host, events } };
    await deps.audit.record(tx, actor, { event: "webhook-added", ...about });
  });
  return { id, secret };
}

/** The row stays, for what was told there; removed twice it is removed once. */
export async function remove(deps: WebhookDeps, actor: Actor, webhookId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const found = await addressOf(tx, actor.municipalityId, webhookId);
    if (!found) throw notFound();
    const isInUse = and(eq(webhook.id, found.id), isNull(webhook.removedAt));
    const gone = { removedAt: deps.clock.now() };
    const removed = await tx.update(webhook).set(gone).where(isInUse).returning({ id: webhook.id });
    if (removed.length === 0) throw notFound();
    await deps.audit.record(tx, actor, { event: "webhook-removed", objectKind: "webhook", objectId: found.id });
  });
}

/** What is still tried by itself is left to that. */
export async function again(deps: WebhookDeps, actor: Actor, deliveryId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const found = await deliveryOf(tx, deliveryId);
    if (found?.webhook.municipalityId !== actor.municipalityId) throw notFound();
    const isGivenUp = and(eq(webhookDelivery.id, found.delivery.id), eq(webhookDelivery.state, "given-up"));
    const now = deps.clock.now();
    const waits = { state: "waiting" as const, tries: 0, dueAt: now };
    const begun = await tx.update(webhookDelivery).set(waits).where(isGivenUp).returning({ id: webhookDelivery.id });
    if (begun.length === 0) return;
    await wake(deps, tx, found.delivery.id, now);
    const about = { objectKind: "webhook", objectId: found.webhook.id, data: { deliveryId: found.delivery.id } };
    await deps.audit.record(tx, actor, { event: "webhook-sent-again", ...about });
  });
}
