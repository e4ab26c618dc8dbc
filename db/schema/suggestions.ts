import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { DocumentId, MunicipalityId, ResponseId, SuggestionId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { document } from "./documents";
import { municipality, person } from "./identity";
import { response } from "./responses";

/**
 * A run of neighbouring blocks (`base`, as they read when it was made) that is proposed to be replaced by others
 * (`proposed`): one for one is a change, none for one a removal, two for one a split, one for two a join, and one
 * for none, after the block `after`, an addition. It is a row: making one changes nothing in the text.
 */
export const suggestion = pgTable(
  "suggestion",
  {
    id: idOf<SuggestionId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    by: idOf<UserId>("by")
      .notNull()
      .references(() => person.id),
    madeAt: moment("made_at").notNull(),
    changedAt: moment("changed_at").notNull(),
    /** The block it stands after; null: before the first. */
    after: text("after"),
    base: jsonb("base").notNull(),
    proposed: jsonb("proposed").notNull(),
    note: text("note").notNull().default(""),
    decision: text("decision", { enum: ["accepted", "rejected", "withdrawn"] }),
    decidedBy: idOf<UserId>("decided_by").references(() => person.id),
    decidedAt: moment("decided_at"),
    reason: text("reason"),
  },
  (table) => [index("suggestion_response").on(table.responseId)],
);
