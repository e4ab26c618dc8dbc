import { boolean, date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { DelegationId, MunicipalityId, ResponseId, ReviewId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { municipality, person } from "./identity";
import { response, review } from "./responses";

/** Who approves a response, in which order; a round takes its steps from here when it is sent. */
export const approvalPlan = pgTable(
  "approval_plan",
  {
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    position: integer("position").notNull(),
    approverId: idOf<UserId>("approver_id")
      .notNull()
      .references(() => person.id),
    substituteId: idOf<UserId>("substitute_id").references(() => person.id),
    /** A Danish day. Where `isTacit`, who has said nothing by the end of it has approved tacitly. */
    dueDay: date("due_day", { mode: "string" }),
    isTacit: boolean("is_tacit").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.responseId, table.position] })],
);

/** One approver's place in a round. The first one undecided is whose turn it is. */
export const reviewStep = pgTable(
  "review_step",
  {
    reviewId: idOf<ReviewId>("review_id")
      .notNull()
      .references(() => review.id),
    position: integer("position").notNull(),
    approverId: idOf<UserId>("approver_id")
      .notNull()
      .references(() => person.id),
    substituteId: idOf<UserId>("substitute_id").references(() => person.id),
    dueDay: date("due_day", { mode: "string" }),
    isTacit: boolean("is_tacit").notNull().default(false),
    decision: text("decision", { enum: ["approved", "returned", "tacit"] }),
    /** Null for a tacit approval: nobody has signed. */
    decidedBy: idOf<UserId>("decided_by").references(() => person.id),
    decidedAt: moment("decided_at"),
    reason: text("reason"),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.position] })],
);

/** What whoever returned a text said of one of its paragraphs. */
export const reviewRemark = pgTable(
  "review_remark",
  {
    reviewId: idOf<ReviewId>("review_id")
      .notNull()
      .references(() => review.id),
    blockId: text("block_id").notNull(),
    text: text("text").notNull(),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.blockId] })],
);

/** For these days, both included, one person decides in another's place as well. */
export const delegation = pgTable(
  "delegation",
  {
    id: idOf<DelegationId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    fromId: idOf<UserId>("from_id")
      .notNull()
      .references(() => person.id),
    toId: idOf<UserId>("to_id")
      .notNull()
      .references(() => person.id),
    firstDay: date("first_day", { mode: "string" }).notNull(),
    lastDay: date("last_day", { mode: "string" }).notNull(),
    givenBy: idOf<UserId>("given_by")
      .notNull()
      .references(() => person.id),
    givenAt: moment("given_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (table) => [index("delegation_municipality").on(table.municipalityId)],
);
