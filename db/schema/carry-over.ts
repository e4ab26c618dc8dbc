import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CarryOverId, CenterId, ClauseId, ConsultationId, SourceVersionId, UserId } from "../ids";
import { clause, sourceVersion } from "./agreements";
import { idOf, moment } from "./columns";
import { consultation } from "./consultations";
import { center, person } from "./identity";

/**
 * That a clause of one version is a clause of the next, or (`toClauseId` null) that it is gone. Never changed but for
 * being taken back; what is in force are the rows that nobody has undone. Links in documents are not rewritten: what they
 * lead to is worked out from these rows when it is asked for. [C14]
 */
export const carryOver = pgTable(
  "carry_over",
  {
    id: idOf<CarryOverId>().primaryKey(),
    fromVersionId: idOf<SourceVersionId>("from_version_id")
      .notNull()
      .references(() => sourceVersion.id),
    toVersionId: idOf<SourceVersionId>("to_version_id")
      .notNull()
      .references(() => sourceVersion.id),
    fromClauseId: idOf<ClauseId>("from_clause_id")
      .notNull()
      .references(() => clause.id),
    toClauseId: idOf<ClauseId>("to_clause_id").references(() => clause.id),
    /** What it was when it was decided; "met" is a goal that is gone because it was reached. */
    change: text("change", { enum: ["unchanged", "moved", "reworded", "split", "merged", "dropped", "met"] }).notNull(),
    /** Null: the words are the same without a doubt, and nobody was asked. */
    decidedBy: idOf<UserId>("decided_by").references(() => person.id),
    decidedAt: moment("decided_at").notNull(),
    undoneBy: idOf<UserId>("undone_by").references(() => person.id),
    undoneAt: moment("undone_at"),
  },
  (table) => [
    uniqueIndex("carry_over_once")
      .on(table.fromClauseId, table.toVersionId, sql`coalesce(${table.toClauseId}, ${table.toVersionId})`)
      .where(sql`${table.undoneAt} is null`),
    index("carry_over_to_version").on(table.toVersionId),
    index("carry_over_to_clause").on(table.toClauseId),
    check("carry_over_gone", sql`(${table.toClauseId} is null) = (${table.change} in ('dropped', 'met'))`),
    check("carry_over_certain", sql`${table.decidedBy} is not null or ${table.change} in ('unchanged', 'moved')`),
    check("carry_over_undone", sql`(${table.undoneBy} is null) = (${table.undoneAt} is null)`),
  ],
);

/** That a center has looked again at what it said of a clause whose wording has changed since. [C17] */
export const secondLook = pgTable(
  "second_look",
  {
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    /** The clause of the new version. */
    clauseId: idOf<ClauseId>("clause_id")
      .notNull()
      .references(() => clause.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    lookedBy: idOf<UserId>("looked_by")
      .notNull()
      .references(() => person.id),
    lookedAt: moment("looked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.clauseId, table.centerId] })],
);
