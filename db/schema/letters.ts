import { index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ConsultationId, LetterId, MunicipalityId, UserId } from "../ids";
import { bytea, idOf, moment } from "./columns";
import { consultation } from "./consultations";
import { municipality, person } from "./identity";

/** The letter a hearing came with, as it came. [H31] */
export const letter = pgTable(
  "letter",
  {
    id: idOf<LetterId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    fileName: text("file_name").notNull(),
    bytes: bytea("bytes").notNull(),
    sha256: text("sha256").notNull(),
    /** What it was read to say (`LetterProposal` of server/agreements/read/letter); a person confirmed or changed it. */
    proposal: jsonb("proposal").notNull(),
    /** The hearing that was opened from it; null while it waits. */
    consultationId: idOf<ConsultationId>("consultation_id").references(() => consultation.id),
    receivedBy: idOf<UserId>("received_by")
      .notNull()
      .references(() => person.id),
    receivedAt: moment("received_at").notNull(),
  },
  (table) => [
    index("letter_municipality").on(table.municipalityId),
    uniqueIndex("letter_consultation").on(table.consultationId),
  ],
);
