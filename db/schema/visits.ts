import { bigint, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import type { DocumentId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { document } from "./documents";
import { person } from "./identity";

/** When somebody last had a live document before them, and what of it they have seen. One's own, shown to nobody else. */
export const documentVisit = pgTable(
  "document_visit",
  {
    personId: idOf<UserId>("person_id")
      .notNull()
      .references(() => person.id),
    documentId: idOf<DocumentId>("document_id")
      .notNull()
      .references(() => document.id),
    epoch: integer("epoch").notNull(),
    /** What others wrote after this place in the log is marked. */
    sinceSeq: bigint("since_seq", { mode: "number" }).notNull(),
    sinceAt: moment("since_at").notNull(),
    /** How far the log was when the page was last before them. */
    seenSeq: bigint("seen_seq", { mode: "number" }).notNull(),
    seenAt: moment("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.documentId] })],
);
