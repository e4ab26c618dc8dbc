import { bigint, boolean, date, index, pgTable, text } from "drizzle-orm/pg-core";
import type { CenterId, ClauseId, ConsultationId, UserId } from "../ids";
import { clause } from "./agreements";
import { idOf, moment } from "./columns";
import { consultation } from "./consultations";
import { center, person } from "./identity";

/** What a center has said of how far it is with a goal. Append only (a trigger refuses the rest): the latest counts. [M2] */
export const goalStatus = pgTable(
  "goal_status",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    clauseId: idOf<ClauseId>("clause_id")
      .notNull()
      .references(() => clause.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    /** Null takes back what was said. */
    status: text("status", {
      enum: ["not-current", "planned", "in-progress", "partly-met", "met", "not-relevant"],
    }),
    nextStep: text("next_step").notNull().default(""),
    /** The Danish day by which the next step is taken. */
    due: date("due", { mode: "string" }),
    setBy: idOf<UserId>("set_by")
      .notNull()
      .references(() => person.id),
    setAt: moment("set_at").notNull(),
  },
  (table) => [
    index("goal_status_consultation").on(table.consultationId, table.clauseId, table.centerId),
    index("goal_status_clause").on(table.clauseId),
  ],
);

/** How an assessment goes out; without a row, as is usual. */
export const assessmentForm = pgTable("assessment_form", {
  consultationId: idOf<ConsultationId>("consultation_id")
    .primaryKey()
    .references(() => consultation.id),
  /** Whether the files say the status of each goal. [M5] */
  showsStatus: boolean("shows_status").notNull(),
  changedBy: idOf<UserId>("changed_by")
    .notNull()
    .references(() => person.id),
  changedAt: moment("changed_at").notNull(),
});
