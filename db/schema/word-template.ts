import { pgTable, text } from "drizzle-orm/pg-core";
import type { MunicipalityId, UserId } from "../ids";
import { bytea, idOf, moment } from "./columns";
import { municipality, person } from "./identity";

/** How clauses are named in a municipality's own letter: not at all, behind the paragraph, in a footnote, or as bookmarks. */
export const REFERENCES = ["none", "inline", "footnote", "bookmark"] as const;

/** A municipality's own Word template, as it was uploaded. Letters made before keep the look they were made with. [X16] */
export const wordTemplate = pgTable("word_template", {
  municipalityId: idOf<MunicipalityId>("municipality_id")
    .primaryKey()
    .references(() => municipality.id),
  fileName: text("file_name").notNull(),
  bytes: bytea("bytes").notNull(),
  sha256: text("sha256").notNull(),
  references: text("clause_references", { enum: REFERENCES }).notNull(),
  uploadedBy: idOf<UserId>("uploaded_by")
    .notNull()
    .references(() => person.id),
  uploadedAt: moment("uploaded_at").notNull(),
});
