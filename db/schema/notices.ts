import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ConsultationId, MunicipalityId, NoticeId, ResponseId, UserId, WebhookId } from "../ids";
import { idOf, moment } from "./columns";
import { consultation } from "./consultations";
import { municipality, person } from "./identity";
import { response } from "./responses";
import { webhook } from "./webhooks";

/** Something that has happened and waits for somebody. It says what and where, never the text itself. */
export const notice = pgTable(
  "notice",
  {
    id: idOf<NoticeId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    userId: idOf<UserId>("user_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind").notNull(),
    /** The text it is about; null when it is about the hearing itself, which may have no text yet. */
    responseId: idOf<ResponseId>("response_id").references(() => response.id),
    consultationId: idOf<ConsultationId>("consultation_id").references(() => consultation.id),
    /** Or the address it is about, which is the administrators' and no hearing's. [T20] */
    webhookId: idOf<WebhookId>("webhook_id").references(() => webhook.id),
    /** What is told once, whoever asks for it how often: a reminder names its deadline. [N13] */
    occasion: text("occasion"),
    /** What it is about, by ids alone: a thread, a block, a center, a round. */
    about: jsonb("about").notNull(),
    by: idOf<UserId>("by").references(() => person.id),
    at: moment("at").notNull(),
    readAt: moment("read_at"),
    mailedAt: moment("mailed_at"),
    /** How often a mail of its own was tried in vain, and when it was given up. */
    mailTries: integer("mail_tries").notNull().default(0),
    mailFailedAt: moment("mail_failed_at"),
  },
  (table) => [
    index("notice_of_person").on(table.userId, table.at),
    uniqueIndex("notice_once").on(table.userId, table.occasion),
    check("notice_about_one", sql`num_nonnulls(${table.responseId}, ${table.consultationId}, ${table.webhookId}) = 1`),
    index("notice_unread").on(table.userId, table.at).where(sql`${table.readAt} is null`),
  ],
);

/** The one mail of a day with what was new for somebody: that it went out, was tried in vain, or was given up. */
export const noticeDigest = pgTable(
  "notice_digest",
  {
    userId: idOf<UserId>("user_id")
      .notNull()
      .references(() => person.id),
    /** A Danish day. */
    day: date("day", { mode: "string" }).notNull(),
    tries: integer("tries").notNull().default(0),
    sentAt: moment("sent_at"),
    failedAt: moment("failed_at"),
  },
  (table) => [primaryKey({ columns: [table.userId, table.day] })],
);

/** How somebody wants to be told of a kind by mail; where there is no row, the kind's own default holds. */
export const noticeChoice = pgTable(
  "notice_choice",
  {
    userId: idOf<UserId>("user_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind").notNull(),
    mail: text("mail", { enum: ["none", "at-once", "daily"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);
