import { bigint, date, index, numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { CenterId, ClauseId, ConsultationId, IndicatorId, InitiativeId, MunicipalityId, UserId } from "../ids";
import { clause } from "./agreements";
import { idOf, moment } from "./columns";
import { consultation } from "./consultations";
import { center, municipality, person } from "./identity";

/** What is done towards a goal, for years: it follows the goal from version to version, and is in every follow-up. [M10] */
export const initiative = pgTable(
  "initiative",
  {
    id: idOf<InitiativeId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    /** The goal as it read when the initiative was added. */
    clauseId: idOf<ClauseId>("clause_id")
      .notNull()
      .references(() => clause.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    title: text("title").notNull(),
    /** As written: "2018-2020". */
    period: text("period").notNull(),
    /** As written ("april/maj 2018"), and the day it sorted by when it was written; null where it says none. [M12] */
    deadline: text("deadline").notNull(),
    deadlineDay: date("deadline_day", { mode: "string" }),
    /** From that day on no follow-up has it. */
    endedOn: date("ended_on", { mode: "string" }),
    createdBy: idOf<UserId>("created_by")
      .notNull()
      .references(() => person.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("initiative_clause").on(table.clauseId)],
);

/** What an initiative is measured by; either end of its target may be missing. */
export const indicator = pgTable(
  "indicator",
  {
    id: idOf<IndicatorId>().primaryKey(),
    initiativeId: idOf<InitiativeId>("initiative_id")
      .notNull()
      .references(() => initiative.id),
    name: text("name").notNull(),
    /** "%", "kr.", "antal" or a word of its own. */
    unit: text("unit").notNull(),
    targetFrom: numeric("target_from"),
    targetTo: numeric("target_to"),
    createdBy: idOf<UserId>("created_by")
      .notNull()
      .references(() => person.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("indicator_initiative").on(table.initiativeId)],
);

/** What was counted on a day. Append only (a trigger refuses the rest): of one day the latest counts. [M13] */
export const indicatorValue = pgTable(
  "indicator_value",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    indicatorId: idOf<IndicatorId>("indicator_id")
      .notNull()
      .references(() => indicator.id),
    /** The Danish day it is of. */
    day: date("day", { mode: "string" }).notNull(),
    /** Null takes that day's figure back. */
    value: numeric("value"),
    setBy: idOf<UserId>("set_by")
      .notNull()
      .references(() => person.id),
    setAt: moment("set_at").notNull(),
  },
  (table) => [index("indicator_value_of").on(table.indicatorId, table.day)],
);

/** The headings that a follow-up's text was laid out with: each a goal's, or an initiative's. [M14] */
export const initiativeHeading = pgTable(
  "initiative_heading",
  {
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    blockId: text("block_id").notNull(),
    clauseId: idOf<ClauseId>("clause_id")
      .notNull()
      .references(() => clause.id),
    initiativeId: idOf<InitiativeId>("initiative_id").references(() => initiative.id),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.blockId] })],
);
