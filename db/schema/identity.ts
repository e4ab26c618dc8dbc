import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { CenterId, MunicipalityId, UserId } from "../ids";
import { idOf, moment } from "./columns";

export const municipality = pgTable("municipality", {
  id: idOf<MunicipalityId>().primaryKey(),
  name: text("name").notNull(),
  cvr: text("cvr").notNull(),
  /** While true, the sign-in page shows the demo people and their password. */
  isDemo: boolean("is_demo").notNull().default(false),
});

export const center = pgTable(
  "center",
  {
    id: idOf<CenterId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    kind: text("kind", { enum: ["center", "council"] }).notNull(),
    /** From that Danish day on it takes part in nothing new, and its successor has what was open. */
    closedOn: date("closed_on", { mode: "string" }),
    successorId: idOf<CenterId>("successor_id").references((): AnyPgColumn => center.id),
  },
  (table) => [index("center_municipality").on(table.municipalityId)],
);

export const person = pgTable(
  "person",
  {
    id: idOf<UserId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    email: text("email").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull().default(""),
    passwordHash: text("password_hash").notNull(),
    isActive: boolean("is_active").notNull().default(true),
  },
  (table) => [uniqueIndex("person_email").on(table.email), index("person_municipality").on(table.municipalityId)],
);

/** One role a person has, in one center or (center null) in the whole municipality. */
export const membership = pgTable(
  "membership",
  {
    id: idOf<string>().primaryKey(),
    userId: idOf<UserId>("user_id")
      .notNull()
      .references(() => person.id),
    role: text("role", {
      enum: ["contributor", "coordinator", "manager", "case-officer", "reader", "auditor", "administrator"],
    }).notNull(),
    centerId: idOf<CenterId>("center_id").references(() => center.id),
  },
  (table) => [uniqueIndex("membership_once").on(table.userId, table.role, table.centerId)],
);

/** The cookie holds a random token; the row holds its SHA-256, so a stolen table opens nothing. */
export const session = pgTable(
  "session",
  {
    tokenHash: text("token_hash").notNull(),
    id: idOf<string>().notNull(),
    userId: idOf<UserId>("user_id")
      .notNull()
      .references(() => person.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tokenHash] }), index("session_user").on(table.userId)],
);

/** Failed sign-ins, counted by rate-limiter-flexible (its column names). */
export const signInAttempt = pgTable("sign_in_attempt", {
  key: text("key").primaryKey(),
  points: integer("points").notNull(),
  expire: moment("expire"),
});
