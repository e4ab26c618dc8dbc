import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "../../db/client";
import { type ClauseId, isId, type SourceVersionId } from "../../db/ids";
import { carryOver, clause, person, source, sourceVersion } from "../../db/schema";
import { withPaths } from "../agreements";
import type { ClauseRow, VersionHead } from "../agreements/shapes";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import type { DecisionInForce } from "./decisions";
import type { Clause } from "./shapes";

/** A version with the one it follows. */
export type Step = { from: VersionRow; to: VersionRow };
/** A version's clauses: those that are shown, and where a correction has led the others. */
export type Side = { clauses: ClauseRow[]; joined: ReadonlyMap<ClauseId, ClauseId> };
export type Sides = { before: Side; after: Side };
export type VersionRow = VersionHead & { followsId: SourceVersionId | null };

/** All accepted versions of the source that this one is of, the oldest first; only the viewer's municipality's. [D2] */
export async function versionsBeside(db: Queryable, viewer: Viewer, versionId: string): Promise<VersionRow[]> {
  if (!isId<SourceVersionId>(versionId)) throw notFound();
  const own = db.select({ id: sourceVersion.sourceId }).from(sourceVersion).where(eq(sourceVersion.id, versionId));
  const rows = await db
    .select({
      id: sourceVersion.id,
      number: sourceVersion.number,
      minor: sourceVersion.minor,
      followsId: sourceVersion.followsId,
      label: sourceVersion.label,
      fileName: sourceVersion.fileName,
      sha256: sourceVersion.originalSha256,
      createdAt: sourceVersion.createdAt,
      acceptedAt: sourceVersion.acceptedAt,
      source: { id: source.id, title: source.title, kind: source.kind, publisher: source.publisher },
    })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(and(inArray(sourceVersion.sourceId, own), eq(source.municipalityId, viewer.municipality.id)))
    .orderBy(asc(sourceVersion.number));
  return rows.filter(({ acceptedAt }) => acceptedAt !== null);
}

/** What a desk is of; a version that follows none has no desk. */
export function stepTo(versions: readonly VersionRow[], versionId: string): Step {
  const to = versions.find(({ id }) => id === versionId);
  const from = to && versions.find(({ id }) => id === to.followsId);
  if (!from) throw notFound();
  return { from, to };
}

/** The same for a command, the version's row locked: decisions about one version come one after the other. [C18] */
export async function lockedStep(tx: Transaction, viewer: Viewer, versionId: string): Promise<Step> {
  if (!isId<SourceVersionId>(versionId)) throw notFound();
  const ours = and(eq(sourceVersion.id, versionId), eq(source.municipalityId, viewer.municipality.id));
  await tx
    .select({ id: sourceVersion.id })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(ours)
    .for("no key update", { of: sourceVersion });
  return stepTo(await versionsBeside(tx, viewer, versionId), versionId);
}

export async function sidesOf(
  db: Queryable,
  { from, to }: { from: { id: SourceVersionId }; to: { id: SourceVersionId } },
): Promise<Sides> {
  const { id, versionId, parentId, depth, kind, number, heading, text, page, joinedIntoId } = clause;
  const rows = await db
    .select({ id, versionId, parentId, depth, kind, number, heading, text, page, joinedIntoId })
    .from(clause)
    .where(inArray(versionId, [from.id, to.id]))
    .orderBy(clause.position);
  const sideOf = (version: SourceVersionId): Side => {
    const ours = rows.filter((row) => row.versionId === version);
    const shown = ours.filter((row) => row.joinedIntoId === null);
    const joined = ours.flatMap((row) => (row.joinedIntoId ? [[row.id, row.joinedIntoId] as const] : []));
    return {
      clauses: withPaths(shown.map(({ joinedIntoId: _, versionId: __, ...row }) => row)),
      joined: new Map(joined),
    };
  };
  return { before: sideOf(from.id), after: sideOf(to.id) };
}

/** What is aligned, and nothing else: the same clauses are the same order. */
export function toAlign({ clauses }: Side): Clause[] {
  return clauses.map(({ id, parentId, kind, number, heading, text }, position) => {
    return { id, parentId, kind, number, heading, text, position };
  });
}

/** In the order they were made. */
export function decisionsInForce(db: Queryable, toVersionId: SourceVersionId): Promise<DecisionInForce[]> {
  return db
    .select({
      id: carryOver.id,
      from: carryOver.fromClauseId,
      to: carryOver.toClauseId,
      change: carryOver.change,
      isCertain: isNull(carryOver.decidedBy).mapWith(Boolean),
      by: person.name,
      at: carryOver.decidedAt,
    })
    .from(carryOver)
    .leftJoin(person, eq(person.id, carryOver.decidedBy))
    .where(and(eq(carryOver.toVersionId, toVersionId), isNull(carryOver.undoneAt)))
    .orderBy(asc(carryOver.decidedAt), asc(carryOver.id));
}
