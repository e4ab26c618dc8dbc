import { sql } from "drizzle-orm";
import { boolean, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { MunicipalityId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { municipality, person } from "./identity";

/** The case systems that there are adapters for; the folder needs no settings and is what a municipality starts with. */
export const ADAPTERS = ["folder", "webdav", "sftp", "sbsys", "getorganized", "nova"] as const;

/**
 * How a municipality reaches a case system. A filing stays with the one it was asked for, so what was set for another one
 * is kept when the choice moves on. [F10]
 */
export const caseSystem = pgTable(
  "case_system",
  {
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    adapter: text("adapter", { enum: ADAPTERS }).notNull(),
    isChosen: boolean("is_chosen").notNull(),
    /** Address, client or user, folders: nothing that is secret. */
    settings: jsonb("settings").notNull(),
    /** Sealed with the key of the installation; the database alone opens nothing. [F11] */
    secret: text("secret"),
    changedBy: idOf<UserId>("changed_by")
      .notNull()
      .references(() => person.id),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.adapter] }),
    uniqueIndex("case_system_chosen").on(table.municipalityId).where(sql`${table.isChosen}`),
  ],
);
