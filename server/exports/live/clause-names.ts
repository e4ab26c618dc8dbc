import { inArray } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import type { ClauseId } from "../../../db/ids";
import { clause } from "../../../db/schema";

/** "3.2 Udskrivning", by their ids. */
export async function clauseNamesOf(db: Queryable, ids: readonly ClauseId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, number, heading, text } = clause;
  const rows = await db
    .select({ id, number, heading, text })
    .from(clause)
    .where(inArray(id, [...ids]));
  return new Map(
    rows.map((row) => [row.id, [row.number, row.heading || row.text.slice(0, 80)].filter(Boolean).join(" ")]),
  );
}
