import type { Queryable } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import type { Jobs } from "../jobs";

/** One job answers for what is appended during this time after it was enqueued … */
const COVERED_MS = 1000;
/** … because it runs only then: the margin is what a commit may take. */
const DELAY_MS = 1500;
const SLOW_COMMIT_MS = 400;
/** Keys go round: a stopped worker leaves ten jobs a document, and a working one never sees its job put off. */
const KEYS = 10;

/** The documents that a transaction enqueued a job for, and until when that job answers for them. */
export type Woken = { ids: readonly DocumentId[]; until: number };
export const NOBODY: Woken = { ids: [], until: 0 };

export type Refreshes = ReturnType<typeof createRefreshes>;

/**
 * Wakes the projections about appended documents, in the appending transaction, once a second per document: on every
 * append it would cost as much as the append. The last append is always covered by a job that runs after it. [J2]
 * The times are the database's, whose clock the queue runs by.
 */
export function createRefreshes(jobs: Pick<Jobs, "enqueue">) {
  const coveredUntil = new Map<DocumentId, number>();

  async function wake(on: Queryable, appended: readonly DocumentId[], at: Date): Promise<Woken> {
    const now = at.getTime();
    const ids = appended.filter((id) => now >= (coveredUntil.get(id) ?? 0));
    for (const documentId of ids) {
      const key = `refresh-projection:${documentId}:${Math.floor(now / COVERED_MS) % KEYS}`;
      const runAt = new Date(now + DELAY_MS);
      await jobs.enqueue(on, "refresh-projection", { documentId }, { key, runAt });
    }
    return { ids, until: now + COVERED_MS };
  }

  /** A job counts once its transaction has; a commit slower than the margin may have come after its job. */
  async function committed(on: Queryable, appended: readonly DocumentId[], woken: Woken, tookMs: number) {
    for (const id of woken.ids) coveredUntil.set(id, woken.until);
    if (coveredUntil.size > 5000) forgetBefore(woken.until - COVERED_MS);
    if (tookMs < SLOW_COMMIT_MS) return;
    for (const documentId of appended) {
      await jobs.enqueue(on, "refresh-projection", { documentId }, { key: `refresh-projection:${documentId}:late` });
    }
  }

  function forgetBefore(now: number): void {
    for (const [id, until] of coveredUntil) if (until < now) coveredUntil.delete(id);
  }

  return { wake, committed };
}
