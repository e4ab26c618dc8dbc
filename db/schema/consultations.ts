import { boolean, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CenterId, ClauseId, ConsultationId, MunicipalityId, PlanStepId, SourceVersionId, UserId } from "../ids";
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
    kind: text("kind", { enum: ["hearing", "assessment", "follow-up"] }).notNull(),
    title: text("title").notNull(),
    sender: text("sender").notNull(),
    versionId: idOf<SourceVersionId>("version_id")
      .notNull()
      .references(() => sourceVersion.id),
    /** The newest version that the coordinator has decided not to follow; null as long as there was none to decide on. [C16] */
    staysBeforeId: idOf<SourceVersionId>("stays_before_id").references(() => sourceVersion.id),
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
    /** What its plan was set from; null when there was time for none. Proposed until a coordinator has confirmed it. [H12] */
    planTemplate: text("plan_template", { enum: ["two-rounds", "one-round", "short"] }),
    planConfirmedAt: moment("plan_confirmed_at"),
    /** How often the external deadline has been moved: calendars tell by it which of two is the newer. */
    revision: integer("revision").notNull().default(0),
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
    /** Chosen as the center that answers for the goal as a whole; of none chosen, it is the first that was given it. [M1] */
    isOwner: boolean("is_owner").notNull().default(false),
    assignedBy: idOf<UserId>("assigned_by")
      .notNull()
      .references(() => person.id),
    assignedAt: moment("assigned_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.clauseId, table.centerId] })],
);

/** A closed center's tasks in a hearing are its successor's; what it had said here counts for that one. [H53] */
export const centerHandover = pgTable(
  "center_handover",
  {
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    successorId: idOf<CenterId>("successor_id")
      .notNull()
      .references(() => center.id),
    at: moment("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.centerId] })],
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

/** A step of a hearing's plan: what is to be done by which day, and when it was. [H12] */
export const planStep = pgTable(
  "plan_step",
  {
    id: idOf<PlanStepId>().primaryKey(),
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    kind: text("kind", {
      enum: ["draft", "comments", "second-round", "center-manager", "director", "sent"],
    }).notNull(),
    day: date("day", { mode: "string" }).notNull(),
    /** "HH:MM" in Denmark. */
    time: text("time"),
    doneAt: moment("done_at"),
    doneBy: idOf<UserId>("done_by").references(() => person.id),
    /** How often it has been moved, for calendars. */
    revision: integer("revision").notNull().default(0),
  },
  (table) => [uniqueIndex("plan_step_once").on(table.consultationId, table.kind)],
);

/** A deadline that was moved: the external one (center null) or what a center had been given, and why. Never changed. [H14] */
export const deadlineChange = pgTable(
  "deadline_change",
  {
    id: idOf().primaryKey(),
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    centerId: idOf<CenterId>("center_id").references(() => center.id),
    fromDay: date("from_day", { mode: "string" }).notNull(),
    fromTime: text("from_time"),
    toDay: date("to_day", { mode: "string" }).notNull(),
    toTime: text("to_time"),
    reason: text("reason").notNull(),
    by: idOf<UserId>("by")
      .notNull()
      .references(() => person.id),
    at: moment("at").notNull(),
  },
  (table) => [index("deadline_change_of").on(table.consultationId, table.at)],
);

/** What a center still owed on the morning after its internal deadline: a later answer came late. */
export const missedDeadline = pgTable(
  "missed_deadline",
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
    /** The deadline that was missed; one that was moved since is not. */
    deadline: date("deadline", { mode: "string" }).notNull(),
    notedAt: moment("noted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.clauseId, table.centerId] })],
);

/** Another municipality that is asked to answer a hearing together with its host. Its people get in once it has accepted. [J10] */
export const invitation = pgTable(
  "invitation",
  {
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    invitedBy: idOf<UserId>("invited_by")
      .notNull()
      .references(() => person.id),
    invitedAt: moment("invited_at").notNull(),
    answer: text("answer", { enum: ["accepted", "declined"] }),
    answeredBy: idOf<UserId>("answered_by").references(() => person.id),
    answeredAt: moment("answered_at"),
    /** Why it was declined. */
    reason: text("reason"),
    withdrawnBy: idOf<UserId>("withdrawn_by").references(() => person.id),
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [
    primaryKey({ columns: [table.consultationId, table.municipalityId] }),
    index("invitation_of_guest").on(table.municipalityId),
  ],
);

/** A guest's center that takes part, or did: the row stays, for what the center wrote keeps its name. [J14] */
export const invitedCenter = pgTable(
  "invited_center",
  {
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    /** Taken off by its own coordinator while it had been given nothing. */
    leftAt: moment("left_at"),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.centerId] })],
);
