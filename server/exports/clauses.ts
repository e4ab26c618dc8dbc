import { and, asc, desc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { allBlocks, type ResponseDocument } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import { type ClauseId, isId, type SourceVersionId, type VersionId } from "../../db/ids";
import { clause, review, sourceVersion } from "../../db/schema";
import type { Clause, EarlierClause } from "./letter/shapes";

/** `id`: of the version; null of a text that is still written. */
type FrozenOf = { id: VersionId | null; hearingIsOn: SourceVersionId };

/**
 * What a frozen text may refer to: the clauses of the source version that it was frozen on, and of the versions before
 * those that it quotes and that are nothing by themselves in that one. One that a correction has joined to another since
 * is called by that one's name. [A7] [S18] [X9]
 */
export async function clausesFor(db: Queryable, text: ResponseDocument, { id, hearingIsOn }: FrozenOf) {
  // A hearing moves only while its text is open: a round that stands is on the version that the hearing is on. [C16]
  const frozenOn = id === null || (await stands(db, id)) ? hearingIsOn : ((await latestNamed(db, text)) ?? hearingIsOn);
  const rows = await db.select().from(clause).where(eq(clause.versionId, frozenOn)).orderBy(asc(clause.position));
  const known = new Map(rows.map((row) => [row.id, row]));
  const clauses: Clause[] = rows.map((row) => ({ ...livingOf(row, known), id: row.id }));
  const others = quotedIn(text).filter((quoted) => !known.has(quoted));
  return { clauses, earlier: await earlierOf(db, frozenOn, others) };
}

/** Clauses of the same source's other versions, by the name of their version. */
async function earlierOf(db: Queryable, frozenOn: SourceVersionId, ids: readonly ClauseId[]): Promise<EarlierClause[]> {
  if (ids.length === 0) return [];
  const source = db.select({ id: sourceVersion.sourceId }).from(sourceVersion).where(eq(sourceVersion.id, frozenOn));
  const rows = await db
    .select({ clause, edition: sourceVersion.label })
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .where(and(inArray(clause.id, [...ids]), inArray(sourceVersion.sourceId, source)));
  return rows.map((row) => ({ ...row.clause, edition: row.edition }));
}

function quotedIn(text: ResponseDocument): ClauseId[] {
  return [...allBlocks(text)].flatMap(({ of }) => (of !== undefined && isId<ClauseId>(of) ? [of] : []));
}

type Row = typeof clause.$inferSelect;

function livingOf(row: Row, known: ReadonlyMap<ClauseId, Row>): Row {
  const into = row.joinedIntoId && known.get(row.joinedIntoId);
  return into ? livingOf(into, known) : row;
}

/** It waits for its approval or has it, and nobody has opened it again. */
async function stands(db: Queryable, id: VersionId): Promise<boolean> {
  const isOpen = or(isNull(review.decision), ne(review.decision, "returned"));
  const standing = and(eq(review.versionId, id), isNull(review.reopenedAt), isOpen);
  return (await db.$count(review, standing)) > 0;
}

/** Frozen links and quotes lead to the version it was frozen on, but for those to what was gone by then. */
async function latestNamed(db: Queryable, text: ResponseDocument): Promise<SourceVersionId | null> {
  const linked = Object.values(text.links).flatMap((some) =>
    some.map(({ id }) => id).filter((id) => isId<ClauseId>(id)),
  );
  const [latest] = await db
    .select({ id: sourceVersion.id })
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .where(inArray(clause.id, [...linked, ...quotedIn(text)]))
    .orderBy(desc(sourceVersion.number))
    .limit(1);
  return latest?.id ?? null;
}
