import { integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { OverviewId, OverviewRowId, ResponseId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { person } from "./identity";
import { response } from "./responses";

/** A sender's overview of what was made of everybody's remarks, as it came in. The same rows again are none. [Q10] */
export const overview = pgTable(
  "overview",
  {
    id: idOf<OverviewId>().primaryKey(),
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    kind: text("kind", { enum: ["file", "pasted", "typed"] }).notNull(),
    /** The file's; "" for what was pasted or typed. */
    name: text("name").notNull(),
    /** Of its rows; of those that are typed one by one "typed". */
    sha256: text("sha256").notNull(),
    /** How many rows of other senders were not kept. */
    others: integer("others").notNull(),
    addedBy: idOf<UserId>("added_by")
      .notNull()
      .references(() => person.id),
    addedAt: moment("added_at").notNull(),
  },
  (table) => [unique().on(table.responseId, table.sha256)],
);

/** What stood recorded on a remark before a row was: what taking the row back brings again. */
export type RowRecord = {
  blockId: string;
  before: { outcome: "accepted" | "partly" | "not-accepted"; reason: string; by: string; at: string } | null;
};

/** One row of it: a proposal, until somebody says which of our remarks it answers, or that it is none of ours. [Q11] */
export const overviewRow = pgTable(
  "overview_row",
  {
    id: idOf<OverviewRowId>().primaryKey(),
    overviewId: uuid("overview_id")
      .$type<OverviewId>()
      .notNull()
      .references(() => overview.id),
    position: integer("position").notNull(),
    dated: text("dated").notNull(),
    reference: text("reference").notNull(),
    subject: text("subject").notNull(),
    sender: text("sender").notNull(),
    speaksAs: text("speaks_as").notNull(),
    summary: text("summary").notNull(),
    assessment: text("assessment").notNull(),
    /** What the sender calls the outcome, where it has a column of its own. */
    verdict: text("verdict").notNull(),
    settled: text("settled", { enum: ["recorded", "set-aside"] }),
    /** What was recorded with it; null before it is settled. */
    outcome: text("outcome", { enum: ["accepted", "partly", "not-accepted"] }),
    reason: text("reason").notNull().default(""),
    records: jsonb("records").$type<RowRecord[]>().notNull().default([]),
    settledBy: idOf<UserId>("settled_by").references(() => person.id),
    settledAt: moment("settled_at"),
  },
  (table) => [unique().on(table.overviewId, table.position)],
);
