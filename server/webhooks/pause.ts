import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { MunicipalityId, WebhookId } from "../../db/ids";
import { webhook, webhookDelivery } from "../../db/schema";
import type { Actor } from "../audit";
import { notFound } from "../errors";
import { wake } from "./announce";
import type { WebhookDeps } from "./deps";
import { addressOf, administratorsOf } from "./queries";
import type { PauseReason } from "./shapes";

/** Nothing is sent there until it is resumed, what is being tried over and over included. Paused twice it is paused once. [T21] */
export async function pause(deps: WebhookDeps, actor: Actor, webhookId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const found = await addressOf(tx, actor.municipalityId, webhookId);
    if (!found) throw notFound();
    if (!(await setPause(deps, tx, found.id, "by-hand"))) return;
    await deps.audit.record(tx, actor, { event: "webhook-paused", objectKind: "webhook", objectId: found.id });
  });
}

/** Sends all that has waited, each as if it were new. */
export async function resume(deps: WebhookDeps, actor: Actor, webhookId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const found = await addressOf(tx, actor.municipalityId, webhookId);
    if (!found) throw notFound();
    const isPaused = and(eq(webhook.id, found.id), isNotNull(webhook.pausedAt));
    const open = { pausedAt: null, pauseReason: null };
    const opened = await tx.update(webhook).set(open).where(isPaused).returning({ id: webhook.id });
    if (opened.length === 0) return;
    const now = deps.clock.now();
    const waits = and(eq(webhookDelivery.webhookId, found.id), eq(webhookDelivery.state, "waiting"));
    const anew = { tries: 0, dueAt: now };
    const woken = await tx.update(webhookDelivery).set(anew).where(waits).returning({ id: webhookDelivery.id });
    for (const { id } of woken) await wake(deps, tx, id, now);
    const about = { objectKind: "webhook", objectId: found.id, data: { waited: woken.length } };
    await deps.audit.record(tx, actor, { event: "webhook-resumed", ...about });
  });
}

type Address = { id: WebhookId; municipalityId: MunicipalityId; url: string };

/** The receiver has answered that there is nobody (410): nothing more is sent there, and the administrators are told. Once. [T20] */
export async function pauseGone(deps: WebhookDeps, tx: Transaction, address: Address): Promise<void> {
  const { id, municipalityId, url } = address;
  if (!(await setPause(deps, tx, id, "gone"))) return;
  const system = { id: null, name: "Samsvar", roles: "system", municipalityId };
  const data = { host: new URL(url).host };
  await deps.audit.record(tx, system, { event: "webhook-gone", objectKind: "webhook", objectId: id, data });
  const to = await administratorsOf(tx, municipalityId);
  await deps.notices.tell(tx, { kind: "webhook-paused", municipalityId, webhookId: id, to, by: null, about: {} });
}

/** Whether it was this that paused it. */
async function setPause({ clock }: WebhookDeps, tx: Transaction, id: WebhookId, reason: PauseReason): Promise<boolean> {
  const isOpen = and(eq(webhook.id, id), isNull(webhook.removedAt), isNull(webhook.pausedAt));
  const set = { pausedAt: clock.now(), pauseReason: reason };
  return (await tx.update(webhook).set(set).where(isOpen).returning({ id: webhook.id })).length > 0;
}
