import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { DocumentId, VersionId } from "../../db/ids";
import { document, documentSnapshot, documentUpdate, documentVersion } from "../../db/schema";
import type { Deps } from "./deps";
import type { FrozenVersion, Head, LoadedDocument } from "./shapes";

/** Repeatable read: head, snapshot and log are of one moment, whatever is committed meanwhile. */
const ONE_MOMENT = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

export function load({ db }: Deps, documentId: DocumentId): Promise<LoadedDocument | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(document).where(eq(document.id, documentId));
    if (!row) return null;
    const { id, municipalityId, epoch, state, headSeq } = row;
    return { id, municipalityId, epoch, state, headSeq, updates: await committed(tx, row) };
  }, ONE_MOMENT);
}

/** Newest verified snapshot, then the log after it up to head. A hole in it is a fault, never a shorter document. [I3] [I7] */
export async function committed(
  on: Queryable,
  { id, epoch, headSeq }: { id: DocumentId; epoch: number; headSeq: number },
): Promise<Uint8Array[]> {
  const ofLineage = and(eq(documentSnapshot.documentId, id), eq(documentSnapshot.epoch, epoch));
  const [snapshot] = await on
    .select({ seq: documentSnapshot.seq, state: documentSnapshot.state })
    .from(documentSnapshot)
    .where(and(ofLineage, eq(documentSnapshot.verified, true), lte(documentSnapshot.seq, headSeq)))
    .orderBy(desc(documentSnapshot.seq))
    .limit(1);
  const from = snapshot?.seq ?? 0;
  const log = await logAfter(on, id, epoch, from);
  if (log.length !== headSeq - from) {
    throw new Error(`Expected ${headSeq - from} updates after ${from} in document ${id}; found ${log.length}.`);
  }
  return snapshot ? [snapshot.state, ...log] : log;
}

function logAfter(on: Queryable, id: DocumentId, epoch: number, seq: number): Promise<Uint8Array[]> {
  const tail = and(eq(documentUpdate.documentId, id), eq(documentUpdate.epoch, epoch), gt(documentUpdate.seq, seq));
  return on
    .select({ payload: documentUpdate.payload })
    .from(documentUpdate)
    .where(tail)
    .orderBy(asc(documentUpdate.seq))
    .then((rows) => rows.map((row) => row.payload));
}

/** Rows come in seq order and without gaps, so the head is what was asked from plus what came. [I3] */
export async function since({ db }: Deps, documentId: DocumentId, epoch: number, seq: number) {
  const updates = await logAfter(db, documentId, epoch, seq);
  return { headSeq: seq + updates.length, updates };
}

export async function heads({ db }: Deps, documentIds: readonly DocumentId[]): Promise<Map<DocumentId, Head>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: document.id, epoch: document.epoch, headSeq: document.headSeq, state: document.state })
    .from(document)
    .where(inArray(document.id, [...documentIds]));
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}

export async function version({ db }: Deps, versionId: VersionId): Promise<FrozenVersion | null> {
  const [row] = await db
    .select({
      id: documentVersion.id,
      documentId: documentVersion.documentId,
      number: documentVersion.number,
      seq: documentVersion.seq,
      canonical: documentVersion.canonical,
      sha256: documentVersion.sha256,
      label: documentVersion.label,
      frozenAt: documentVersion.frozenAt,
    })
    .from(documentVersion)
    .where(eq(documentVersion.id, versionId));
  return row ?? null;
}
