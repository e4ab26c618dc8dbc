import { eq, sql } from "drizzle-orm";
import * as Y from "yjs";
import { newBlockId } from "../../app/document-model/block-id";
import { canonicalJson } from "../../app/document-model/canonical";
import type { ResponseDocument } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import { repairUpdate } from "../../app/document-model/repair";
import type { Transaction } from "../../db/client";
import { type DocumentId, newId, type UserId, type VersionId } from "../../db/ids";
import { document, documentUpdate, documentVersion } from "../../db/schema";
import { notFound, Refusal } from "../errors";
import { sha256 } from "../sha256";
import type { Deps } from "./deps";
import { restored } from "./restore";
import type { DocumentState, FrozenVersion } from "./shapes";

type Row = typeof document.$inferSelect;

/** As it stands. */
const itself = (text: ResponseDocument) => text;

/** The row's lock puts freezing and appending in one order: an update is in the version or refused, never between. [A1] [I3] */
export async function freeze(
  deps: Deps,
  tx: Transaction,
  documentId: DocumentId,
  as: { label: string; by: UserId },
  resolve = itself,
): Promise<FrozenVersion & { written: ResponseDocument }> {
  const row = await locked(tx, documentId);
  if (row.state !== "active") throw new Refusal("conflict", "document-not-active");
  const { doc } = await restored((ask) => tx.transaction(ask), row);
  const seq = await repaired(deps, tx, row, doc);
  const written = readDocument(doc);
  const canonical = canonicalJson(resolve(written));
  const version: FrozenVersion = {
    id: newId<VersionId>(),
    documentId,
    number: await nextNumber(tx, documentId),
    seq,
    canonical,
    sha256: sha256(canonical),
    label: as.label,
    frozenAt: deps.clock.now(),
  };
  const state = Y.encodeStateAsUpdate(doc);
  await tx.insert(documentVersion).values({ ...version, epoch: row.epoch, state, frozenBy: as.by });
  await setState(tx, documentId, "frozen");
  await deps.jobs.enqueue(tx, "refresh-projection", { documentId });
  return { ...version, written };
}

export async function thaw(tx: Transaction, documentId: DocumentId): Promise<void> {
  const row = await locked(tx, documentId);
  if (row.state !== "frozen") throw new Refusal("conflict", "document-not-frozen");
  await setState(tx, documentId, "active");
}

/** The document, its row locked: whatever else would write in it waits. */
export async function locked(tx: Transaction, documentId: DocumentId): Promise<Row> {
  const [row] = await tx.select().from(document).where(eq(document.id, documentId)).for("update");
  if (!row || row.state === "deleted") throw notFound();
  return row;
}

/** Block ids are whole in what is approved; the repair is a row of the log like any other. Answers the new head. [E4] */
async function repaired(deps: Deps, tx: Transaction, row: Row, doc: Y.Doc): Promise<number> {
  const payload = repairUpdate(doc, newBlockId);
  if (!payload) return row.headSeq;
  const seq = row.headSeq + 1;
  await tx.insert(documentUpdate).values({
    documentId: row.id,
    epoch: row.epoch,
    seq,
    nodeId: deps.nodeId,
    origin: "repair",
    payload,
    bytes: payload.byteLength,
    at: deps.clock.now(),
  });
  const tailBytes = sql`${document.tailBytes} + ${payload.byteLength}`;
  await tx.update(document).set({ headSeq: seq, tailBytes }).where(eq(document.id, row.id));
  return seq;
}

export async function nextNumber(tx: Transaction, documentId: DocumentId): Promise<number> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${documentVersion.number}), 0)::int` })
    .from(documentVersion)
    .where(eq(documentVersion.documentId, documentId));
  return (last?.number ?? 0) + 1;
}

async function setState(tx: Transaction, documentId: DocumentId, state: DocumentState): Promise<void> {
  await tx.update(document).set({ state }).where(eq(document.id, documentId));
}
