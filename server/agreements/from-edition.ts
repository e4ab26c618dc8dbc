import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { warningsOf } from "../../app/document-model/correction/warnings";
import { nested, type Proposal } from "../../app/document-model/proposal";
import type { Queryable } from "../../db/client";
import { isId, newId, type SourceVersionId } from "../../db/ids";
import { clause, source, sourceVersion } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import type { Upload } from "../upload";

/**
 * An accepted version as the paper its next one begins with: its tree under new ids, and its words as plain text for the
 * bytes that are kept. A goal paper is gone through year by year; most of it goes on as it was. [S40]
 */
export async function editionAsPaper(
  db: Queryable,
  viewer: Viewer,
  versionId: string,
  sourceId: string,
): Promise<Upload & { proposal: Proposal }> {
  if (!isId<SourceVersionId>(versionId)) throw notFound();
  const { id, parentId, depth, kind, number, heading, text } = clause;
  const rows = await db
    .select({ id, parentId, depth, kind, number, heading, text, edition: sourceVersion.number })
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(
      and(
        eq(sourceVersion.id, versionId),
        eq(source.municipalityId, viewer.municipality.id),
        isNotNull(sourceVersion.acceptedAt),
        isNull(clause.joinedIntoId),
      ),
    )
    .orderBy(clause.position);
  const [first] = rows;
  if (!first || !(await isOfSource(db, versionId, sourceId))) throw notFound();
  const bytes = new TextEncoder().encode(rows.map(wordsOf).join("\n\n"));
  return { fileName: `udgave-${first.edition}.txt`, bytes, proposal: { nodes: underNewIds(rows), warnings: [] } };
}

async function isOfSource(db: Queryable, versionId: SourceVersionId, sourceId: string): Promise<boolean> {
  const [found] = await db
    .select({ sourceId: sourceVersion.sourceId })
    .from(sourceVersion)
    .where(eq(sourceVersion.id, versionId));
  return found?.sourceId === sourceId;
}

type Row = Parameters<typeof warningsOf>[0] & { id: string; parentId: string | null; depth: number };

function underNewIds(rows: readonly Row[]): Proposal["nodes"] {
  const ids = new Map<string, string>(rows.map(({ id }) => [id, newId()]));
  const renamed = (id: string) => ids.get(id) ?? id;
  return nested(
    rows.map(({ id, parentId, depth, kind, number, heading, text }) => {
      const words = { kind, number, heading, text };
      const place = { id: renamed(id), parentId: parentId && renamed(parentId), depth };
      return { ...words, ...place, page: null, warnings: warningsOf(words) };
    }),
  );
}

function wordsOf({ number, heading, text }: Row): string {
  const title = [number, heading].filter((part) => part !== "").join(" ");
  return [title, text].filter((part) => part !== "").join("\n");
}
