import { performance } from "node:perf_hooks";
import type { Queryable } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { prepared } from "../../db/prepared";
import { enqueueAll } from "../jobs";

/** One job answers for what is appended during this time after it was enqueued; for longer where many documents are typed in … */
const COVERED_MS = { least: 1000, perDocument: 40, most: 10_000 };
/** … because it runs only then: the margin is what a commit may take. */
const MARGIN_MS = 500;
const COMMIT_MS = 400;
/** Keys go round, a second each: a stopped worker leaves thirty jobs a document, and a working one never sees its job put off. */
const KEYS = 30;

/** What an append is to enqueue jobs for, should it append to them, and for how long those answer. */
export type Due = { ids: readonly DocumentId[]; coveredMs: number; at: number };

/** The jobs of one append; `ids` and `delay` (milliseconds) are placeholders, `head` the rows that were raised. The database's clock is the queue's. */
export const wakeDue = ({ head, ids, delay }: { head: string; ids: string; delay: string }) =>
  enqueueAll("refresh-projection", {
    from: `${head} where ${head}.id = any(${ids}::text::uuid[])`,
    payload: `json_build_object('documentId', ${head}.id)`,
    key: `'refresh-projection:' || ${head}.id || ':' || floor(extract(epoch from clock_timestamp()))::bigint % ${KEYS}`,
    runAt: `clock_timestamp() + ${delay}::float8 * interval '1 millisecond'`,
  });

const WAKE_LATE = enqueueAll("refresh-projection", {
  from: "unnest($1::uuid[]) as head (id)",
  payload: "json_build_object('documentId', head.id)",
  key: "'refresh-projection:' || head.id || ':late'",
  runAt: "clock_timestamp()",
});

export function delayOf({ coveredMs }: Due): number {
  return coveredMs + MARGIN_MS;
}

export type Refreshes = ReturnType<typeof createRefreshes>;

/**
 * Wakes the projections about appended documents, in the appending statement, once a second per document: on every append
 * it would cost more than the append. Where more than 25 documents are typed in at once, it is 25 of them a second.
 * The last append is always covered by a job that runs after it. [J2]
 */
export function createRefreshes() {
  const coveredUntil = new Map<DocumentId, number>();
  let sweptAt = 0;

  function due(appending: Iterable<DocumentId>): Due {
    const at = performance.now();
    // What is forgotten a while later counts as typed in until then.
    if (at - sweptAt >= COVERED_MS.least) forgetBefore(at - COVERED_MS.most);
    const coveredMs = Math.min(COVERED_MS.most, Math.max(COVERED_MS.least, coveredUntil.size * COVERED_MS.perDocument));
    return { ids: [...appending].filter((id) => at >= (coveredUntil.get(id) ?? 0)), coveredMs, at };
  }

  /** A job counts once its statement has; what was committed so late that its job may have run gets another one. */
  async function committed(on: Queryable, appended: ReadonlySet<DocumentId>, { ids, coveredMs, at }: Due) {
    for (const id of ids) if (appended.has(id)) coveredUntil.set(id, at + coveredMs);
    const now = performance.now();
    const late = [...appended].filter((id) => now >= (coveredUntil.get(id) ?? 0) + COMMIT_MS);
    if (late.length > 0) await prepared(on, WAKE_LATE, [`{${late.join(",")}}`]);
  }

  function forgetBefore(moment: number): void {
    sweptAt = performance.now();
    for (const [id, until] of coveredUntil) if (until < moment) coveredUntil.delete(id);
  }

  return { due, committed };
}
