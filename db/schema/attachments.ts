import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { AttachmentId, CenterId, ConsultationId, MunicipalityId, UserId } from "../ids";
import { bytea, idOf, moment } from "./columns";
import { consultation } from "./consultations";
import { center, municipality, person } from "./identity";

/** A council's own answer to a hearing, as it came: it goes along with the text and is never part of it. [F50] */
export const attachment = pgTable(
  "attachment",
  {
    id: idOf<AttachmentId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    consultationId: idOf<ConsultationId>("consultation_id")
      .notNull()
      .references(() => consultation.id),
    centerId: idOf<CenterId>("center_id")
      .notNull()
      .references(() => center.id),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: bytea("bytes").notNull(),
    sha256: text("sha256").notNull(),
    /** How much in its text is written like a CPR number; null when its text cannot be read. [F54] */
    cprCount: integer("cpr_count"),
    addedBy: idOf<UserId>("added_by")
      .notNull()
      .references(() => person.id),
    addedAt: moment("added_at").notNull(),
    /** When a text was first sent with it. From then on the row stays; one that never was is deleted when it is taken away. */
    frozenAt: moment("frozen_at"),
    removedAt: moment("removed_at"),
  },
  (table) => [index("attachment_consultation").on(table.consultationId)],
);
