import { and, asc, eq, gt, ne } from "drizzle-orm";
import { Touched } from "../../app/document-model/touched";
import type { DocumentId, UserId } from "../../db/ids";
import { documentUpdate } from "../../db/schema";
import type { VisitDeps } from "./deps";
import type { ChangedBlock } from "./shapes";

type Since = { epoch: number; sinceSeq: number; by: UserId };

/** Of a text that was written in for weeks the first of it are enough to say where to look. */
const MOST_ROWS = 20_000;
/** So many are read before others get their turn at the node. */
const ROWS_AT_ONCE = 500;

/** The paragraphs that others have written in since that place in the log, in reading order; computed when it is asked for. */
export async function changedSince(
  { db, documents }: VisitDeps,
  documentId: DocumentId,
  { epoch, sinceSeq, by }: Since,
): Promise<ChangedBlock[]> {
  const { payload, seq, userId, origin } = documentUpdate;
  const isOthers = and(eq(origin, "client"), ne(userId, by));
  const isLater = and(eq(documentUpdate.documentId, documentId), eq(documentUpdate.epoch, epoch), gt(seq, sinceSeq));
  const rows = await db
    .select({ payload })
    .from(documentUpdate)
    .where(and(isLater, isOthers))
    .orderBy(asc(seq))
    .limit(MOST_ROWS);
  const loaded = rows.length > 0 ? await documents.load(documentId) : null;
  if (!loaded) return [];
  const touched = new Touched(loaded.doc);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    for (const row of rows.slice(from, from + ROWS_AT_ONCE)) touched.add(row.payload);
    await new Promise(setImmediate);
  }
  const blocks = touched.blocks();
  loaded.doc.destroy();
  return blocks;
}
