import { date, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CenterId, ClauseId, ConsultationId, MunicipalityId, SourceVersionId, UserId } from "../ids";
import { clause, sourceVersion } from "./agreements";
import { idOf, moment } from "./columns";
import { center, municipality, person } from "./identity";

export const consultation = pgTable(
  "consultation",
  {
    id: idOf<ConsultationId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    kind: text("kind", { enum: ["hearing", "assessment"] }).notNull(),
    title: text("title").notNull(),
    sender: text("sender").notNull(),
    versionId: idOf<SourceVersionId>("version_id")
      .notNull()
      .references(() => sourceVersion.id),
    /** The external deadline: a Danish calendar day and, when the sender gave one, a time of day "HH:MM". */
    deadline: date("deadline", { mode: "string" }).notNull(),
    deadlineTime: text("deadline_time"),
    caseNumber: text("case_number").notNull(),
    kle: text("kle").notNull(),
    /** The number people call it by: HS-2026-0007. */
    userKey: text("user_key").notNull(),
    coordinatorId: idOf<UserId>("coordinator_id")
      .notNull()
      .references(() => person.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    index("consultation_municipality").on(table.municipalityId),
    uniqueIndex("consultation_user_key").on(table.municipalityId, table.userKey),
  ],
);

/** A clause given to a center, with the center's internal deadline. */
export const assignment = pgTable(
  "assignment",
  {
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    clauseId: idOf<ClauseId>("clause_id")
      .notNull()
      .references(() => clause.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    deadline: date("deadline", { mode: "string" }).notNull(),
    assignedBy: idOf<UserId>("assigned_by")
      .notNull()
      .references(() => person.id),
    assignedAt: moment("assigned_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.clauseId, table.centerId] })],
);

/** What a center has said of a clause in words of its own; text that is linked speaks for itself (rules of links/). */
export const answer = pgTable(
  "answer",
  {
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    clauseId: idOf<ClauseId>("clause_id")
      .notNull()
      .references(() => clause.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    answer: text("answer", { enum: ["in-work", "no-remarks", "not-relevant"] }).notNull(),
    answeredBy: idOf<UserId>("answered_by")
      .notNull()
      .references(() => person.id),
    answeredAt: moment("answered_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.clauseId, table.centerId] })],
);
