import { and, asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { ClauseId, SourceVersionId } from "../../db/ids";
import { clause } from "../../db/schema";

/** The goals of a source version, in its order, by the words that a heading has of each. */
export async function goalsOf(db: Queryable, versionId: SourceVersionId): Promise<{ id: ClauseId; name: string }[]> {
  const isGoal = and(eq(clause.versionId, versionId), eq(clause.kind, "goal"), isNull(clause.joinedIntoId));
  const { id, heading, text, number, position } = clause;
  const rows = await db.select({ id, heading, text, number }).from(clause).where(isGoal).orderBy(asc(position));
  return rows.map((row) => ({ id: row.id, name: nameOfGoal(row) }));
}

/** Its heading, or its words; "Mål: " before it stands in the text's heading once. */
export function nameOfGoal({ heading, text, number }: { heading: string; text: string; number: string }): string {
  return (heading || text || number)
    .replace(/^mål\s*:\s*/i, "")
    .replace(/\s+/g, " ")
    .trim();
}
