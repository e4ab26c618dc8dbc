import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { document, documentUpdate } from "../../db/schema";
import { holders, holds } from "./clients";
import type { Deps } from "./deps";
import { NOBODY, type Woken } from "./refreshes";
import type { DocumentStore, PendingUpdate } from "./shapes";

type Batch = Parameters<DocumentStore["append"]>[0];
type Appended = Awaited<ReturnType<DocumentStore["append"]>>;
type Locked = { id: DocumentId; epoch: number; state: string; headSeq: number; now: string };

export async function append(deps: Deps, batch: Batch): Promise<Appended> {
  const startedAt = deps.clock.now().getTime();
  const { appended, woken } = await deps.db.transaction((tx) => appendIn(deps, tx, batch));
  const tookMs = deps.clock.now().getTime() - startedAt;
  await deps.refreshes.committed(deps.db, [...appended.heads.keys()], woken, tookMs);
  return appended;
}

async function appendIn(deps: Deps, tx: Transaction, batch: Batch): Promise<{ appended: Appended; woken: Woken }> {
  const rows = await lock(tx, [...batch.keys()]);
  const claims = [...batch.values()].flatMap(({ updates }) => updates.flatMap(({ claim }) => claim ?? []));
  const holding = await holders(tx, [...batch.keys()], claims);
  const { appended, log } = numbered(deps, batch, new Map(rows.map((row) => [row.id, row])), holding);
  if (log.length === 0 || !rows[0]) return { appended, woken: NOBODY };
  await raiseHeads(tx, log);
  await tx.insert(documentUpdate).values(log);
  return { appended, woken: await deps.refreshes.wake(tx, [...appended.heads.keys()], new Date(rows[0].now)) };
}

/** Gives each update the next number of its document, or says why the document takes none. */
function numbered(
  { clock, nodeId }: Deps,
  batch: Batch,
  rows: ReadonlyMap<DocumentId, Locked>,
  holding: ReadonlySet<string>,
) {
  const superseded = new Set<string>();
  const appended: Appended = { heads: new Map(), refused: new Map(), superseded };
  const log: (typeof documentUpdate.$inferInsert)[] = [];
  const at = clock.now();
  for (const [id, { epoch, updates: pending }] of batch) {
    const row = rows.get(id);
    const updates = pending.filter((update) => holds(holding, id, update));
    for (const { claim } of pending) if (claim && !holds(holding, id, { claim })) superseded.add(claim.connectionId);
    if (row?.state !== "active") appended.refused.set(id, "not-active");
    else if (row.epoch !== epoch) appended.refused.set(id, "other-epoch");
    else if (updates.length > 0) {
      appended.heads.set(id, { from: row.headSeq + 1, to: row.headSeq + updates.length });
      log.push(...updates.map((update, index) => logRow(row, row.headSeq + 1 + index, update, nodeId, at)));
    }
  }
  return { appended, log };
}

/** In id order, so that two nodes with the same documents wait for each other instead of deadlocking. [I3] */
function lock(tx: Transaction, ids: DocumentId[]): Promise<Locked[]> {
  return tx
    .select({
      id: document.id,
      epoch: document.epoch,
      state: document.state,
      headSeq: document.headSeq,
      now: sql<string>`clock_timestamp()`,
    })
    .from(document)
    .where(inArray(document.id, ids))
    .orderBy(asc(document.id))
    .for("update");
}

async function raiseHeads(tx: Transaction, log: readonly (typeof documentUpdate.$inferInsert)[]): Promise<void> {
  const heads = new Map<DocumentId, { seq: number; bytes: number }>();
  for (const { documentId, seq, bytes } of log) {
    heads.set(documentId, { seq, bytes: bytes + (heads.get(documentId)?.bytes ?? 0) });
  }
  const values = [...heads].map(([id, { seq, bytes }]) => sql`(${id}::uuid, ${seq}::bigint, ${bytes}::int)`);
  await tx.execute(sql`update ${document} set head_seq = head.seq, tail_bytes = tail_bytes + head.bytes
    from (values ${sql.join(values, sql`, `)}) as head (id, seq, bytes) where ${eq(document.id, sql`head.id`)}`);
}

function logRow(row: Locked, seq: number, update: PendingUpdate, nodeId: string, at: Date) {
  const { payload, origin, userId, sessionId } = update;
  const bytes = payload.byteLength;
  return { documentId: row.id, epoch: row.epoch, seq, userId, sessionId, nodeId, origin, payload, bytes, at };
}
