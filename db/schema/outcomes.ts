import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { ResponseId, UserId } from "../ids";
import { idOf, moment } from "./columns";
import { person } from "./identity";
import { response } from "./responses";

/** What the sender of a hearing made of one remark of the approved text; what was recorded before is in the audit trail. [Q7] */
export const outcome = pgTable(
  "outcome",
  {
    responseId: idOf<ResponseId>("response_id")
      .notNull()
      .references(() => response.id),
    blockId: text("block_id").notNull(),
    outcome: text("outcome", { enum: ["accepted", "partly", "not-accepted"] }).notNull(),
    reason: text("reason").notNull(),
    recordedBy: idOf<UserId>("recorded_by")
      .notNull()
      .references(() => person.id),
    recordedAt: moment("recorded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.responseId, table.blockId] })],
);
