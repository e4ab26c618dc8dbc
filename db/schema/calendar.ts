import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { UserId } from "../ids";
import { idOf, moment } from "./columns";
import { person } from "./identity";

/** One secret address a person; the row holds the secret's SHA-256, so a stolen table opens nothing. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    userId: idOf<UserId>("user_id")
      .primaryKey()
      .references(() => person.id),
    secretHash: text("secret_hash").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (table) => [uniqueIndex("calendar_feed_secret").on(table.secretHash)],
);
