import { asc, inArray } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { clause } from "../../db/schema";
import { withPaths } from "../agreements";
import type { ClauseRow } from "../agreements/shapes";
import type { Carried } from "../carry-over/shapes";

/**
 * Every clause of the versions before, and those that corrections have joined to others: version by version, the oldest
 * first, in reading order. None, and nothing asked, when there are none.
 */
export async function earlierClauses(db: Queryable, { lineage, successorOf }: Carried): Promise<ClauseRow[]> {
  if (successorOf.size === 0) return [];
  const { id, versionId, parentId, depth, kind, number, heading, text, page, joinedIntoId } = clause;
  const rows = await db
    .select({ row: { id, parentId, depth, kind, number, heading, text, page }, versionId, joinedIntoId })
    .from(clause)
    .where(inArray(versionId, [...lineage]))
    .orderBy(asc(clause.position));
  return [...lineage].flatMap((version) => {
    const own = rows.filter((one) => one.versionId === version);
    // What was joined to another comes last, so that it is not counted when a clause without a name is called the third.
    const inOrder = [...own].sort((a, b) => Number(a.joinedIntoId !== null) - Number(b.joinedIntoId !== null));
    const known = new Map(withPaths(inOrder.map(({ row }) => row)).map((row) => [row.id, row]));
    return own.flatMap(({ row }) => (successorOf.has(row.id) ? (known.get(row.id) ?? []) : []));
  });
}
