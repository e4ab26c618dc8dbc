import { and, eq, sql } from "drizzle-orm";
import * as Y from "yjs";
import { canonicalJson } from "../../app/document-model/canonical";
import { readDocument } from "../../app/document-model/read";
import type { Transaction } from "../../db/client";
import { type DocumentId, newId, type UserId, type VersionId } from "../../db/ids";
import { documentVersion } from "../../db/schema";
import { Refusal } from "../errors";
import { sha256 } from "../sha256";
import type { Deps } from "./deps";
import { locked, nextNumber } from "./freeze";
import { restored } from "./restore";
import type { FrozenVersion } from "./shapes";

/**
 * Gives the text as it is now a name, and lets people write on. Under the document row's lock, so no two have one name.
 * The same name for the same text again is the version that has it. [V4]
 */
export async function nameVersion(
  deps: Deps,
  tx: Transaction,
  documentId: DocumentId,
  as: { label: string; by: UserId },
): Promise<FrozenVersion & { isNew: boolean }> {
  const row = await locked(tx, documentId);
  if (row.state !== "active") throw new Refusal("conflict", "document-not-active");
  const named = await withName(tx, documentId, as.label);
  if (named && named.seq === row.headSeq) return { ...named, isNew: false };
  if (named) throw new Refusal("invalid", "form", { name: "name-taken" });
  const { doc } = await restored((ask) => tx.transaction(ask), row);
  const canonical = canonicalJson(readDocument(doc));
  const version: FrozenVersion = {
    id: newId<VersionId>(),
    documentId,
    number: await nextNumber(tx, documentId),
    seq: row.headSeq,
    canonical,
    sha256: sha256(canonical),
    label: as.label,
    frozenAt: deps.clock.now(),
  };
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  await tx.insert(documentVersion).values({ ...version, epoch: row.epoch, state, kind: "named", frozenBy: as.by });
  return { ...version, isNew: true };
}

async function withName(tx: Transaction, documentId: DocumentId, name: string): Promise<FrozenVersion | null> {
  const isSame = sql`lower(${documentVersion.label}) = lower(${name})`;
  const [found] = await tx
    .select()
    .from(documentVersion)
    .where(and(eq(documentVersion.documentId, documentId), eq(documentVersion.kind, "named"), isSame));
  return found ?? null;
}
