import { eq, sql } from "drizzle-orm";
import { type DocumentId, isId } from "../../db/ids";
import { document, documentSnapshot, projection } from "../../db/schema";
import type { Deps } from "./deps";
import { refresh } from "./refresh";

export { readAside } from "./thread";

/** Rows about live documents: the paragraphs and links that coverage, review and search read. Rebuildable at any time. */
export type Projections = {
  /** The job: brings the rows to the document's head. Running it twice, or twice at once, changes nothing. [J1] */
  refresh(job: { documentId: string }): Promise<void>;
  /** For who must decide on the rows now; costs one small query when they are up to date. */
  refreshNow(documentId: DocumentId): Promise<void>;
  /** Makes all rows of all documents anew; answers how many documents there were. */
  rebuild(): Promise<number>;
};

export function createProjections(deps: Deps): Projections {
  return {
    refresh: ({ documentId }) => (isId<DocumentId>(documentId) ? refreshNow(deps, documentId) : Promise.resolve()),
    refreshNow: (documentId) => refreshNow(deps, documentId),
    rebuild: () => rebuild(deps),
  };
}

/** What a load has to read. */
const bytesOf = sql<number>`${document.tailBytes} + coalesce((
  select octet_length(${documentSnapshot.state}) from ${documentSnapshot}
  where ${documentSnapshot.documentId} = ${document.id} and ${documentSnapshot.epoch} = ${document.epoch}
    and ${documentSnapshot.seq} = ${document.snapshotSeq}), 0)`;

/** Of so many bytes a text takes 20 ms or more to read. */
const LONG = 128 * 1024;

async function refreshNow(deps: Deps, documentId: DocumentId): Promise<void> {
  const [row] = await deps.db
    .select({
      epoch: document.epoch,
      headSeq: document.headSeq,
      readEpoch: projection.epoch,
      readSeq: projection.seq,
      bytes: bytesOf,
    })
    .from(document)
    .leftJoin(projection, eq(projection.documentId, document.id))
    .where(eq(document.id, documentId));
  if (!row || (row.readEpoch === row.epoch && row.readSeq === row.headSeq)) return;
  if (deps.aside && row.bytes > LONG) await deps.aside(documentId);
  else await refresh(deps, documentId, "if-older");
}

async function rebuild(deps: Deps): Promise<number> {
  const rows = await deps.db.select({ id: document.id }).from(document).orderBy(document.id);
  for (const { id } of rows) await refresh(deps, id, "always");
  return rows.length;
}
