import { and, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import { carryOver, clause } from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import { question } from "../once";
import type { Carried } from "./shapes";
import { successorsOf } from "./successors";

/**
 * What every clause of the versions before is in this one. Under `lock` (in a transaction) nobody decides or takes back
 * anything about these versions before its end. The caller has judged that the viewer may see the version.
 */
export async function carriedTo(db: Queryable, versionId: SourceVersionId, lock?: "lock"): Promise<Carried> {
  const carried = (await carriedToEach(db, [versionId], lock)).get(versionId);
  if (!carried) throw new Error(`Expected version ${versionId} to be asked for; it was not.`);
  return carried;
}

const carriedAsked = question<Carried>();

/** The same for a page, parts of which ask it each for itself. [Q29] */
export function carriedFor(db: Queryable, viewer: Viewer, versionId: SourceVersionId): Promise<Carried> {
  return carriedAsked(db, viewer, versionId, () => carriedTo(db, versionId));
}

/** The same of several versions, with as many statements as for one. */
export async function carriedToEach(
  db: Queryable,
  versionIds: readonly SourceVersionId[],
  lock?: "lock",
): Promise<Map<SourceVersionId, Carried>> {
  const lines = await lineagesOf(db, versionIds, lock);
  const ground = await groundOf(db, lines);
  return new Map(lines.map((line) => [line.versionId, carriedIn(line, ground)]));
}

type Line = { versionId: SourceVersionId; lineage: SourceVersionId[]; isCorrected: boolean };
type Ground = Pick<Parameters<typeof successorsOf>[0], "clauses" | "decisions">;

function carriedIn({ versionId, lineage }: Line, { clauses: all, decisions }: Ground): Carried {
  const before = new Set(lineage.slice(0, -1));
  const clauses = all.filter((one) => before.has(one.versionId) || (one.versionId === versionId && one.joinedIntoId));
  const steps = new Set(lineage.slice(1));
  const own = decisions.filter(({ toVersionId }) => steps.has(toVersionId));
  const successorOf = successorsOf({ lineage, clauses, decisions: own });
  const versionOf = new Map(clauses.map((one) => [one.id, one.versionId]));
  return { versionId, successorOf, versionOf, lineage: new Set(lineage) };
}

async function groundOf(db: Queryable, lines: readonly Line[]): Promise<Ground> {
  // The usual case, and all of it in one statement: the first version of its source, as it was accepted.
  const told = lines.filter(({ lineage, isCorrected }) => lineage.length > 1 || isCorrected);
  if (told.length === 0) return { clauses: [], decisions: [] };
  const before = [...new Set(told.flatMap(({ lineage }) => lineage.slice(0, -1)))];
  const asked = told.map(({ versionId }) => versionId);
  const clauses = await db
    .select({ id: clause.id, versionId: clause.versionId, joinedIntoId: clause.joinedIntoId })
    .from(clause)
    .where(
      or(inArray(clause.versionId, before), and(inArray(clause.versionId, asked), isNotNull(clause.joinedIntoId))),
    );
  const decisions = await db
    .select({
      from: carryOver.fromClauseId,
      toVersionId: carryOver.toVersionId,
      to: carryOver.toClauseId,
      change: carryOver.change,
    })
    .from(carryOver)
    .where(
      and(
        inArray(
          carryOver.toVersionId,
          told.flatMap(({ lineage }) => lineage.slice(1)),
        ),
        isNull(carryOver.undoneAt),
      ),
    );
  return { clauses, decisions };
}

/** Each from the oldest version to the one that was asked for, and whether that one was ever corrected. */
async function lineagesOf(db: Queryable, versionIds: readonly SourceVersionId[], lock?: "lock"): Promise<Line[]> {
  if (versionIds.length === 0) return [];
  const asked = sql.join(
    versionIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await db.execute<{ asked: SourceVersionId; id: SourceVersionId; minor: number }>(sql`
    with recursive line(asked, id, follows_id, step) as (
      select id, id, follows_id, 0 from source_version where id in (${asked})
      union all
      select line.asked, before.id, before.follows_id, step + 1
        from source_version before join line on before.id = line.follows_id
    )
    select line.asked, version.id, version.minor from source_version version join line on line.id = version.id
      order by line.step desc ${lock ? sql`for share of version` : sql``}`);
  return [...new Set(versionIds)].map((versionId) => {
    const own = rows.filter((row) => row.asked === versionId);
    const isCorrected = own.some(({ id, minor }) => id === versionId && minor > 0);
    return { versionId, lineage: own.map(({ id }) => id), isCorrected };
  });
}
