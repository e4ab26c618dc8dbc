import { eq, inArray } from "drizzle-orm";
import type { DocumentId, MunicipalityId, VersionId } from "../../db/ids";
import { prepared } from "../../db/prepared";
import { document, documentVersion } from "../../db/schema";
import type { Deps } from "./deps";
import { restored } from "./restore";
import type { DocumentState, FrozenVersion, Head, LoadedDocument, Tail } from "./shapes";

type Row = {
  id: DocumentId;
  municipalityId: MunicipalityId;
  epoch: number;
  state: DocumentState;
  headSeq: number;
  snapshotSeq: number;
  tailBytes: number;
};

const DOCUMENT = `select id, municipality_id as "municipalityId", epoch, state, head_seq::float8 as "headSeq",
  snapshot_seq::float8 as "snapshotSeq", tail_bytes as "tailBytes" from document where id = $1::uuid`;

/**
 * The head is read first, and what is at or before it never changes: whatever is committed meanwhile, the answer is of the
 * moment the head was read. [I3]
 */
export async function load({ db, log, snapshots }: Deps, documentId: DocumentId): Promise<LoadedDocument | null> {
  const [row] = await prepared<Row>(db, DOCUMENT, [documentId]);
  if (!row) return null;
  const { id, municipalityId, epoch, state, headSeq } = row;
  const { doc, updates, snapshot, damaged } = await restored((ask) => ask(db), row);
  for (const { seq, error } of damaged)
    log.error({ err: error, document: id, seq }, "a damaged snapshot was passed over");
  snapshots?.consider({ ...row, isDamaged: damaged.length > 0 });
  return { id, municipalityId, epoch, state, headSeq, updates, snapshot, doc };
}

const TAILS = `select u.document_id as id, u.payload
  from unnest($1::text::uuid[], $2::text::int[], $3::text::bigint[]) as asked (id, epoch, seq)
  join document_update u on u.document_id = asked.id and u.epoch = asked.epoch and u.seq > asked.seq
  order by u.document_id, u.seq`;

/** Rows come in seq order and without gaps, so a head is what was asked from plus what came. [I3] */
export async function tails(
  { db }: Deps,
  after: ReadonlyMap<DocumentId, { epoch: number; seq: number }>,
): Promise<Map<DocumentId, Tail>> {
  const asked = [...after.values()];
  const columns = [[...after.keys()], asked.map(({ epoch }) => epoch), asked.map(({ seq }) => seq)];
  const params = columns.map((column) => `{${column.join(",")}}`);
  const rows = after.size > 0 ? await prepared<{ id: DocumentId; payload: Uint8Array }>(db, TAILS, params) : [];
  const found = new Map<DocumentId, Tail>();
  for (const [id, { seq }] of after) found.set(id, { headSeq: seq, updates: [] });
  for (const { id, payload } of rows) {
    const tail = found.get(id);
    if (tail) tail.headSeq = (after.get(id)?.seq ?? 0) + tail.updates.push(payload);
  }
  return found;
}

export async function since(deps: Deps, documentId: DocumentId, epoch: number, seq: number): Promise<Tail> {
  const found = await tails(deps, new Map([[documentId, { epoch, seq }]]));
  return found.get(documentId) ?? { headSeq: seq, updates: [] };
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
