import { eq, sql } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "../../db/client";
import type { DocumentId, UserId } from "../../db/ids";
import { document, documentUpdate } from "../../db/schema";
import { Refusal } from "../errors";
import type { Deps } from "./deps";
import { locked } from "./freeze";
import { restored } from "./restore";
import type { Amended } from "./shapes";

/** Below where the ids of pages begin; 1 is the seed's. [I4] */
const OWN = { from: 2, before: 2 ** 31 };

/**
 * Under the document row's lock, so what `change` sees is all there is, and what it writes stands right after it in the
 * log. Whoever has the text open gets it when the room follows the log: call `sync.follow` after the commit. [I3]
 */
export async function amend<Answer>(
  deps: Deps,
  tx: Transaction,
  documentId: DocumentId,
  by: UserId | null,
  change: (doc: Y.Doc) => Answer,
): Promise<Amended<Answer>> {
  const row = await locked(tx, documentId);
  if (row.state !== "active") throw new Refusal("conflict", "document-not-active");
  const { doc } = await restored((ask) => tx.transaction(ask), row);
  doc.clientID = OWN.from + Math.floor(Math.random() * (OWN.before - OWN.from));
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const answer = doc.transact(() => change(doc));
  doc.destroy();
  if (updates.length === 0) return { answer, documentId, epoch: row.epoch, headSeq: row.headSeq };
  const payload = Y.mergeUpdates(updates);
  const headSeq = row.headSeq + 1;
  await tx.insert(documentUpdate).values({
    documentId,
    epoch: row.epoch,
    seq: headSeq,
    userId: by,
    nodeId: deps.nodeId,
    origin: "amendment",
    payload,
    bytes: payload.byteLength,
    at: deps.clock.now(),
  });
  const tailBytes = sql`${document.tailBytes} + ${payload.byteLength}`;
  await tx.update(document).set({ headSeq, tailBytes }).where(eq(document.id, documentId));
  await deps.jobs.enqueue(tx, "refresh-projection", { documentId });
  return { answer, documentId, epoch: row.epoch, headSeq };
}
