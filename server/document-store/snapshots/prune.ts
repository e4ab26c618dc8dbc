import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { type DocumentId, isId } from "../../../db/ids";
import type { Jobs } from "../../jobs";

const KEPT = 3;
const LATER_MS = 10 * 60_000;

/** One job for what is made during ten minutes, ten minutes later: whoever reads an older snapshot is long done with it. */
export async function prunedLater(deps: { jobs: Pick<Jobs, "enqueue">; db: Database }, documentId: DocumentId) {
  const now = Date.now();
  const key = `prune-snapshots:${documentId}:${Math.floor(now / LATER_MS)}`;
  await deps.jobs.enqueue(deps.db, "prune-snapshots", { documentId }, { key, runAt: new Date(now + LATER_MS) });
}

/** Keeps the newest three that were verified. Rows of the log are never taken away. [I5] */
export async function prune(db: Database, { documentId }: { documentId: string }): Promise<void> {
  if (!isId<DocumentId>(documentId)) return;
  await db.execute(sql`delete from document_snapshot where document_id = ${documentId} and (epoch, seq) not in (
    select epoch, seq from document_snapshot where document_id = ${documentId} and verified
    order by epoch desc, seq desc limit ${KEPT})`);
}
