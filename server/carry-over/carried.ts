import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import { carryOver, clause } from "../../db/schema";
import type { Carried } from "./shapes";
import { successorsOf } from "./successors";

/**
 * What every clause of the versions before is in this one. Under `lock` (in a transaction) nobody decides or takes back
 * anything about these versions before its end. The caller has judged that the viewer may see the version.
 */
export async function carriedTo(db: Queryable, versionId: SourceVersionId, lock?: "lock"): Promise<Carried> {
  const { lineage, isCorrected } = await lineageOf(db, versionId, lock);
  // The usual case, and all of it in one statement: the first version of its source, as it was accepted.
  if (lineage.length === 1 && !isCorrected)
    return { versionId, successorOf: new Map(), versionOf: new Map(), lineage: new Set(lineage) };
  const before = lineage.slice(0, -1);
  const clauses = await db
    .select({ id: clause.id, versionId: clause.versionId, joinedIntoId: clause.joinedIntoId })
    .from(clause)
    .where(or(inArray(clause.versionId, before), and(eq(clause.versionId, versionId), isNotNull(clause.joinedIntoId))));
  const decisions = await db
    .select({
      from: carryOver.fromClauseId,
      toVersionId: carryOver.toVersionId,
      to: carryOver.toClauseId,
      change: carryOver.change,
    })
    .from(carryOver)
    .where(and(inArray(carryOver.toVersionId, lineage.slice(1)), isNull(carryOver.undoneAt)));
  const successorOf = successorsOf({ lineage, clauses, decisions });
  const versionOf = new Map(clauses.map((one) => [one.id, one.versionId]));
  return { versionId, successorOf, versionOf, lineage: new Set(lineage) };
}

/** From the oldest version to this one, and whether this one was ever corrected. */
async function lineageOf(db: Queryable, versionId: SourceVersionId, lock?: "lock") {
  const rows = await db.execute<{ id: SourceVersionId; minor: number }>(sql`
    with recursive line(id, follows_id, step) as (
      select id, follows_id, 0 from source_version where id = ${versionId}
      union all
      select before.id, before.follows_id, step + 1 from source_version before join line on before.id = line.follows_id
    )
    select version.id, version.minor from source_version version join line on line.id = version.id
      order by line.step desc ${lock ? sql`for share of version` : sql``}`);
  const isCorrected = rows.some(({ id, minor }) => id === versionId && minor > 0);
  return { lineage: rows.map(({ id }) => id), isCorrected };
}
