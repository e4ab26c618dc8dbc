import { date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { MunicipalityId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { municipality, person } from "./identity";

/** KLE has topics (29.30.00) and facets (G01); they come in lists of their own. */
export const KLE_KINDS = ["topics", "facets"] as const;

/** Which list of KLE a municipality files by, and where it came from. Replaced as a whole. [F19] */
export const kleList = pgTable(
  "kle_list",
  {
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    kind: text("kind", { enum: KLE_KINDS }).notNull(),
    /** The day the list is from: its own word, or that of whoever brought it. */
    edition: date("edition", { mode: "string" }).notNull(),
    fileName: text("file_name").notNull(),
    sha256: text("sha256").notNull(),
    count: integer("count").notNull(),
    importedBy: idOf<UserId>("imported_by")
      .notNull()
      .references(() => person.id),
    importedAt: moment("imported_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.kind] })],
);

/** A number of the list and the days it may be used on, the first and the last. */
export const kleNumber = pgTable(
  "kle_number",
  {
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    kind: text("kind", { enum: KLE_KINDS }).notNull(),
    number: text("number").notNull(),
    title: text("title").notNull(),
    validFrom: date("valid_from", { mode: "string" }),
    validTo: date("valid_to", { mode: "string" }),
    /** The number that takes its place, where the list says so. */
    successor: text("successor"),
    /** What it is found by: the title, then keywords, in small letters (the database may not know those of Danish). */
    words: text("words").notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.kind, table.number] })],
);

/** What a municipality files hearings under: its own choice, for nobody could name the one that all use. */
export const kleChoice = pgTable("kle_choice", {
  municipalityId: idOf<MunicipalityId>("municipality_id")
    .primaryKey()
    .references(() => municipality.id),
  facet: text("facet").notNull(),
  changedBy: idOf<UserId>("changed_by")
    .notNull()
    .references(() => person.id),
  changedAt: moment("changed_at").notNull(),
});
