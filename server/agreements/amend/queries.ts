import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { countKinds, flatten } from "../../../app/document-model/proposal";
import type { Queryable } from "../../../db/client";
import type { ClauseId, SourceVersionId } from "../../../db/ids";
import { clause, clauseCorrection, person } from "../../../db/schema";
import { Refusal } from "../../errors";
import type { Viewer } from "../../identity/viewer";
import { headOf } from "../queries";
import { mayCorrect } from "../rules";
import type { AmendingPage, CorrectionRow } from "../shapes";
import { inUse } from "./in-use";
import { type Before, type StoredClause, treeOf, undoneBy } from "./rows";

/** All rows of a version, the hidden ones too. */
export function rowsOf(db: Queryable, versionId: SourceVersionId): Promise<StoredClause[]> {
  const { id, parentId, position, depth, kind, number, heading, text, page, joinedIntoId } = clause;
  return db
    .select({ id, parentId, position, depth, kind, number, heading, text, page, joinedIntoId })
    .from(clause)
    .where(eq(clause.versionId, versionId))
    .orderBy(asc(clause.position), asc(clause.id));
}

/** The accepted tree as the screen corrects it; its revision is the version's minor. */
export async function amending(db: Queryable, viewer: Viewer, versionId: string): Promise<AmendingPage> {
  const version = await headOf(db, viewer, versionId);
  if (!version.acceptedAt) throw new Refusal("conflict", "not-accepted-yet");
  const rows = await rowsOf(db, version.id);
  const nodes = flatten(treeOf(rows).nodes);
  const correct = mayCorrect(viewer);
  const canUndo = correct && (await stepsInForce(db, version.id)).length > 0;
  const counts = countKinds(nodes);
  const used = await inUse(db, rows.map(({ id }) => id) as ClauseId[]); // Of rows of `clause`.
  const living = new Set(
    rows.flatMap(({ id, joinedIntoId }) => (used.has(id as ClauseId) ? [joinedIntoId ?? id] : [])),
  );
  return {
    version,
    revision: version.minor,
    nodes,
    warnings: [],
    canUndo,
    counts,
    can: { correct },
    inUse: [...living],
  };
}

/** What was corrected since the version was accepted, the newest first. */
export async function corrections(db: Queryable, viewer: Viewer, versionId: string): Promise<CorrectionRow[]> {
  const version = await headOf(db, viewer, versionId);
  const { minor, correctedAt: at, correction } = clauseCorrection;
  const log = await db
    .select({ minor, at, op: sql<CorrectionRow["op"]>`${correction} ->> 'op'`, by: person.name })
    .from(clauseCorrection)
    .innerJoin(person, eq(person.id, clauseCorrection.correctedBy))
    .where(eq(clauseCorrection.versionId, version.id))
    .orderBy(asc(minor));
  const undone = undoneBy(log.map((row) => ({ minor: row.minor, isUndo: row.op === null })));
  return log.map((row) => ({ ...row, undone: undone.get(row.minor) ?? null })).reverse();
}

/** What the next undo takes back. */
export async function correctionInForce(db: Queryable, versionId: SourceVersionId) {
  const minor = (await stepsInForce(db, versionId)).at(-1);
  if (minor === undefined) return null;
  const isIt = and(eq(clauseCorrection.versionId, versionId), eq(clauseCorrection.minor, minor));
  const [row] = await db.select({ before: clauseCorrection.before }).from(clauseCorrection).where(isIt);
  // The column is written by amend.ts alone.
  return row ? { minor, before: row.before as Before } : null;
}

async function stepsInForce(db: Queryable, versionId: SourceVersionId): Promise<number[]> {
  const log = await db
    .select({ minor: clauseCorrection.minor, isUndo: isNull(clauseCorrection.correction).mapWith(Boolean) })
    .from(clauseCorrection)
    .where(eq(clauseCorrection.versionId, versionId))
    .orderBy(asc(clauseCorrection.minor));
  const undone = new Set(undoneBy(log).values());
  return log.filter((row) => !row.isUndo && !undone.has(row.minor)).map((row) => row.minor);
}
