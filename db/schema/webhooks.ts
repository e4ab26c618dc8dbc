import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { MunicipalityId, WebhookDeliveryId, WebhookId } from "../ids";
import { idOf, moment } from "./columns";
import { municipality } from "./identity";

/** What another system can be told of. */
export const WEBHOOK_EVENTS = ["response.approved", "response.reopened", "filing.filed"] as const;

/** Why an address is paused: its receiver answered 410, or an administrator wanted it so. */
export const PAUSE_REASONS = ["gone", "by-hand"] as const;

/** An address that is told what has happened in its municipality. */
export const webhook = pgTable(
  "webhook",
  {
    id: idOf<WebhookId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    url: text("url").notNull(),
    events: text("events", { enum: WEBHOOK_EVENTS }).array().notNull(),
    /** Sealed with the key of the installation. [T9] */
    secret: text("secret").notNull(),
    addedAt: moment("added_at").notNull(),
    removedAt: moment("removed_at"),
    /** While it is paused nothing is sent there: what happens waits. [T21] */
    pausedAt: moment("paused_at"),
    pauseReason: text("pause_reason", { enum: PAUSE_REASONS }),
  },
  (table) => [
    index("webhook_municipality").on(table.municipalityId).where(sql`${table.removedAt} is null`),
    check("webhook_pause_has_reason", sql`(${table.pausedAt} is null) = (${table.pauseReason} is null)`),
  ],
);

/** One thing that one address is told: written with what has happened, and tried until it is taken or given up. [T7] */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    /** The receiver's `webhook-id`: the same through every try. */
    id: idOf<WebhookDeliveryId>().primaryKey(),
    webhookId: idOf<WebhookId>("webhook_id")
      .notNull()
      .references(() => webhook.id),
    event: text("event", { enum: WEBHOOK_EVENTS }).notNull(),
    /** What is sent, byte for byte, however often: ids and links alone. */
    body: text("body").notNull(),
    state: text("state", { enum: ["waiting", "delivered", "given-up"] }).notNull(),
    at: moment("at").notNull(),
    tries: integer("tries").notNull().default(0),
    triedAt: moment("tried_at"),
    /** When it is tried next, or was delivered or given up. */
    dueAt: moment("due_at").notNull(),
    /** Of the last try: what was answered, and what was wrong. */
    status: integer("status"),
    problem: text("problem"),
  },
  (table) => [index("webhook_delivery_of").on(table.webhookId, table.at)],
);
