import { and, count, desc, eq, inArray, isNull, max, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "../../db/client";
import { isId, type MunicipalityId, type UserId, type WebhookDeliveryId, type WebhookId } from "../../db/ids";
import { membership, person, webhook, webhookDelivery } from "../../db/schema";
import type { ShownDelivery, ShownWebhook, WebhookEvent } from "./shapes";

const isInUse = isNull(webhook.removedAt);

/** The addresses of a municipality that want to know of this. */
export function subscribers(db: Queryable, municipalityId: MunicipalityId, event: WebhookEvent) {
  const wants = sql`${event} = any(${webhook.events})`;
  return db
    .select({ id: webhook.id })
    .from(webhook)
    .where(and(eq(webhook.municipalityId, municipalityId), isInUse, wants));
}

export async function addressCount(db: Queryable, municipalityId: MunicipalityId): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(webhook)
    .where(and(eq(webhook.municipalityId, municipalityId), isInUse));
  return found?.count ?? 0;
}

/** An address of this municipality that is in use. [D2] */
export async function addressOf(db: Queryable, municipalityId: MunicipalityId, webhookId: string) {
  if (!isId<WebhookId>(webhookId)) return null;
  const isIt = and(eq(webhook.id, webhookId), eq(webhook.municipalityId, municipalityId), isInUse);
  const [found] = await db.select().from(webhook).where(isIt);
  return found ?? null;
}

/** A delivery with its address, while that is in use. */
export async function deliveryOf(db: Queryable, deliveryId: string) {
  if (!isId<WebhookDeliveryId>(deliveryId)) return null;
  const [found] = await db
    .select({ delivery: webhookDelivery, webhook })
    .from(webhookDelivery)
    .innerJoin(webhook, and(eq(webhook.id, webhookDelivery.webhookId), isInUse))
    .where(eq(webhookDelivery.id, deliveryId));
  return found ?? null;
}

/** The same when its turn has come: whoever pauses or resumes the address just now is waited for, so that nothing is left lying. */
export async function dueDelivery(db: Queryable, deliveryId: string) {
  if (!isId<WebhookDeliveryId>(deliveryId)) return null;
  const [found] = await db
    .select({ delivery: webhookDelivery, webhook })
    .from(webhookDelivery)
    .innerJoin(webhook, and(eq(webhook.id, webhookDelivery.webhookId), isInUse))
    .where(eq(webhookDelivery.id, deliveryId))
    .for("share", { of: webhook });
  return found ?? null;
}

/** Who keeps the house in this municipality. */
export async function administratorsOf(db: Queryable, municipalityId: MunicipalityId): Promise<UserId[]> {
  const rows = await db
    .selectDistinct({ id: person.id })
    .from(person)
    .innerJoin(membership, and(eq(membership.userId, person.id), eq(membership.role, "administrator")))
    .where(and(eq(person.municipalityId, municipalityId), eq(person.isActive, true)));
  return rows.map(({ id }) => id);
}

const MOST_TROUBLES = 10;
const ProblemKept = z
  .enum(["address-refused", "no-answer", "redirected", "status", "gone", "secret-unreadable"])
  .nullable();

export async function webhooksOf(db: Queryable, municipalityId: MunicipalityId): Promise<ShownWebhook[]> {
  const rows = await db
    .select()
    .from(webhook)
    .where(and(eq(webhook.municipalityId, municipalityId), isInUse))
    .orderBy(webhook.addedAt, webhook.id);
  const ids = rows.map(({ id }) => id);
  const delivered = await lastDelivered(db, ids);
  return Promise.all(
    rows.map(async ({ id, url, events, addedAt, pausedAt, pauseReason: reason }) => ({
      ...{ id, url, events, addedAt },
      lastDeliveredAt: delivered.get(id) ?? null,
      pause: pausedAt && reason ? { at: pausedAt, reason, waiting: await waitingFor(db, id) } : null,
      troubles: await troublesOf(db, id),
    })),
  );
}

async function lastDelivered(db: Queryable, ids: readonly WebhookId[]): Promise<Map<WebhookId, Date | null>> {
  const rows = await db
    .select({ id: webhookDelivery.webhookId, at: max(webhookDelivery.dueAt) })
    .from(webhookDelivery)
    .where(and(inArray(webhookDelivery.webhookId, [...ids]), eq(webhookDelivery.state, "delivered")))
    .groupBy(webhookDelivery.webhookId);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

async function waitingFor(db: Queryable, webhookId: WebhookId): Promise<number> {
  const waits = and(eq(webhookDelivery.webhookId, webhookId), eq(webhookDelivery.state, "waiting"));
  const [found] = await db.select({ count: count() }).from(webhookDelivery).where(waits);
  return found?.count ?? 0;
}

/** What was given up, and what is still tried. What waits for its first try is no trouble. */
async function troublesOf(db: Queryable, webhookId: WebhookId): Promise<ShownDelivery[]> {
  const isOpen = and(ne(webhookDelivery.state, "delivered"), ne(webhookDelivery.tries, 0));
  const rows = await db
    .select()
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.webhookId, webhookId), isOpen))
    .orderBy(desc(webhookDelivery.at))
    .limit(MOST_TROUBLES);
  return rows.map(({ id, event, state, at, tries, dueAt, status, problem }) => {
    return { id, event, state, at, tries, dueAt, status, problem: ProblemKept.parse(problem) };
  });
}
