import * as Y from "yjs";
import type { Queryable } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { prepared } from "../../db/prepared";
import { isIncomplete, replay } from "./replay";
import type { Snapshot } from "./shapes";

/** Where a document stands: all of it is committed, and none of it ever changes. */
export type Standing = { id: DocumentId; epoch: number; headSeq: number };
/** A snapshot that says it is verified and is not what it was. */
export type Damaged = { seq: number; error: unknown };
export type Restored = {
  doc: Y.Doc;
  /** What the document was put together from: a snapshot's state, if there was one, and the log after it. */
  updates: Uint8Array[];
  snapshot: Snapshot | null;
  damaged: Damaged[];
};
/** How to ask the database: inside a transaction a query that fails needs a savepoint around it. */
export type Ask = <Answer>(ask: (on: Queryable) => Promise<Answer>) => Promise<Answer>;

type Kept = Snapshot & { seq: number };

const NEWEST = `from document_snapshot where document_id = $1::uuid and epoch = $2::int and seq < $3::bigint and verified
  order by seq desc limit 1`;
const SNAPSHOT = `select seq::float8 as seq, state, state_vector as vector ${NEWEST}`;
const SNAPSHOT_SEQ = `select seq::float8 as seq ${NEWEST}`;
const LOG = `select payload from document_update
  where document_id = $1::uuid and epoch = $2::int and seq > $3::bigint and seq <= $4::bigint order by seq`;

/**
 * The newest verified snapshot, then the log after it up to the head. A damaged snapshot is passed over for an older one
 * or the whole log; a hole in the log is a fault, never a shorter document. [I3] [I7] [I10]
 */
export async function restored(ask: Ask, at: Standing): Promise<Restored> {
  const { base, damaged } = await newestSound(ask, at);
  const log = await logBetween(ask, at, base.seq);
  if (log.length !== at.headSeq - base.seq) {
    const missing = `Expected ${at.headSeq - base.seq} updates after ${base.seq} in document ${at.id}`;
    throw new Error(`${missing}; found ${log.length}.`);
  }
  const { snapshot } = base;
  const updates = snapshot ? [snapshot.state, ...log] : log;
  return { doc: replay(log, base.doc), updates, snapshot, damaged };
}

async function newestSound(ask: Ask, at: Standing) {
  const damaged: Damaged[] = [];
  for (let before = at.headSeq + 1; ; ) {
    const found = await newestBefore(ask, at, before);
    if (!found) return { base: { seq: 0, doc: replay([]), snapshot: null }, damaged };
    try {
      if ("error" in found) throw found.error;
      const { seq, state, vector } = found;
      return { base: { seq, doc: docOf(found), snapshot: { state, vector } }, damaged };
    } catch (error) {
      damaged.push({ seq: found.seq, error });
      before = found.seq;
    }
  }
}

/** Throws unless the bytes give exactly what they gave when they were verified. */
function docOf({ state, vector }: Snapshot): Y.Doc {
  const doc = replay([state]);
  if (isIncomplete(doc)) throw new Error("Expected a whole state; parts of it are missing.");
  const [expected, found] = [Y.decodeStateVector(vector), Y.decodeStateVector(Y.encodeStateVector(doc))];
  const isSame = expected.size === found.size && [...expected].every(([client, clock]) => found.get(client) === clock);
  if (!isSame) throw new Error("Expected the state that was verified; found another one.");
  return doc;
}

async function newestBefore(ask: Ask, { id, epoch }: Standing, before: number): Promise<Kept | Damaged | null> {
  try {
    const [found] = await ask((on) => prepared<Kept>(on, SNAPSHOT, [id, epoch, before]));
    return found ?? null;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const [found] = await ask((on) => prepared<{ seq: number }>(on, SNAPSHOT_SEQ, [id, epoch, before]));
    return found ? { seq: found.seq, error } : null;
  }
}

/** PostgreSQL's class XX: a page or a value on the disk is not what was written. */
function isUnreadable(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && "code" in cause && String(cause.code).startsWith("XX");
}

async function logBetween(ask: Ask, { id, epoch, headSeq }: Standing, after: number): Promise<Uint8Array[]> {
  if (headSeq === after) return [];
  const rows = await ask((on) => prepared<{ payload: Uint8Array }>(on, LOG, [id, epoch, after, headSeq]));
  return rows.map(({ payload }) => payload);
}
