import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ApiTokenId, MunicipalityId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { municipality, person } from "./identity";

/** What a token may be good for. */
export const SCOPES = ["responses:read", "files:read", "webhooks:manage"] as const;

/** The way in for another system. The row holds the token's SHA-256, so a stolen table opens nothing. [T1] */
export const apiToken = pgTable(
  "api_token",
  {
    id: idOf<ApiTokenId>().primaryKey(),
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    scopes: text("scopes", { enum: SCOPES }).array().notNull(),
    madeBy: idOf<UserId>("made_by")
      .notNull()
      .references(() => person.id),
    madeAt: moment("made_at").notNull(),
    /** Null: until it is revoked. */
    expiresAt: moment("expires_at"),
    revokedBy: idOf<UserId>("revoked_by").references(() => person.id),
    revokedAt: moment("revoked_at"),
    /** To the minute. */
    lastUsedAt: moment("last_used_at"),
  },
  (table) => [
    uniqueIndex("api_token_hash").on(table.tokenHash),
    index("api_token_municipality").on(table.municipalityId),
    uniqueIndex("api_token_name")
      .on(table.municipalityId, sql`lower(${table.name})`)
      .where(sql`${table.revokedAt} is null`),
  ],
);
