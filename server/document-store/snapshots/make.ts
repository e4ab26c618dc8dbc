import { sql } from "drizzle-orm";
import * as Y from "yjs";
import type { Database } from "../../../db/client";
import type { DocumentId } from "../../../db/ids";
import { prepared } from "../../../db/prepared";
import { type Damaged, restored, type Standing } from "../restore";
import { isDue, type Tailed } from "./rules";
import { type Verified, verified } from "./verify";

/** `damaged` are the snapshots that were passed over, and taken away. */
export type Made =
  | { kind: "made"; seq: number; bytes: number; damaged: Damaged[] }
  | { kind: "not-due" }
  | { kind: "no-document" };

const DOCUMENT = `select id, epoch, head_seq::float8 as "headSeq", snapshot_seq::float8 as "snapshotSeq",
  tail_bytes as "tailBytes" from document where id = $1::uuid and state <> 'deleted'`;

/** Makes a snapshot of the document at its head, unless one is there already: another node may have been quicker. */
export async function makeSnapshot(db: Database, documentId: DocumentId, isDamaged: boolean): Promise<Made> {
  const [row] = await prepared<Standing & Tailed>(db, DOCUMENT, [documentId]);
  if (!row) return { kind: "no-document" };
  if (!isDue({ ...row, isDamaged })) return { kind: "not-due" };
  const { doc, damaged } = await restored((ask) => ask(db), row);
  const snapshot = verified(doc, Y.encodeStateAsUpdate(doc));
  doc.destroy();
  await keep(db, row, snapshot, damaged);
  return { kind: "made", seq: row.headSeq, bytes: snapshot.state.byteLength, damaged };
}

/** Appends wait for the row only while the last of these runs. */
async function keep(db: Database, at: Standing, { state, stateVector, jsonSha256 }: Verified, damaged: Damaged[]) {
  const { id, epoch, headSeq } = at;
  await db.transaction(async (tx) => {
    for (const { seq } of damaged) {
      await tx.execute(
        sql`delete from document_snapshot where document_id = ${id} and epoch = ${epoch} and seq = ${seq}`,
      );
    }
    const bytes = [state, stateVector].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    await tx.execute(sql`
      insert into document_snapshot (document_id, epoch, seq, state, state_vector, json_sha256, verified, at)
      values (${id}, ${epoch}, ${headSeq}, ${bytes[0]}, ${bytes[1]}, ${jsonSha256}, true, clock_timestamp())
      on conflict do nothing`);
    await tx.execute(sql`
      update document d set snapshot_seq = ${headSeq}, tail_bytes = greatest(0, d.tail_bytes - (
        select coalesce(sum(u.bytes), 0) from document_update u where u.document_id = d.id and u.epoch = d.epoch
          and u.seq > d.snapshot_seq and u.seq <= ${headSeq}))
      where d.id = ${id} and d.epoch = ${epoch} and d.snapshot_seq < ${headSeq}`);
  });
}
