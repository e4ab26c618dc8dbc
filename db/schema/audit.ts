import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { MunicipalityId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { municipality } from "./identity";

/** Append only (a trigger refuses the rest); each entry's hash covers the one before it. [U1] */
export const auditEntry = pgTable(
  "audit_entry",
  {
    municipalityId: idOf<MunicipalityId>("municipality_id")
      .notNull()
      .references(() => municipality.id),
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: moment("at").notNull(),
    actorId: idOf<UserId>("actor_id"),
    actorName: text("actor_name").notNull(),
    actorRoles: text("actor_roles").notNull(),
    event: text("event").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: text("object_id").notNull(),
    data: jsonb("data").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.municipalityId, table.seq] }),
    // The page of one kind of event, and which kinds there are.
    index("audit_entry_event").on(table.municipalityId, table.event, table.seq),
    // What has happened to one thing is asked for by other systems again and again. [T3]
    index("audit_entry_object").on(table.municipalityId, table.objectId),
  ],
);
