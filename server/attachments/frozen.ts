import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Attached } from "../../app/document-model/attached";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Queryable, Transaction } from "../../db/client";
import { type AttachmentId, type ConsultationId, isId } from "../../db/ids";
import { attachment, center } from "../../db/schema";
import { sha256 } from "../sha256";
import { attachedTo } from "./queries";

/** What goes along with a hearing's text as it is now: by council, in the order it came. */
export async function attachedIn(db: Queryable, consultationId: ConsultationId): Promise<Attached[]> {
  const { id, fileName, mediaType, sha256: hash, cprCount } = attachment;
  const rows = await db
    .select({
      id,
      center: attachment.centerId,
      centerName: center.name,
      fileName,
      mediaType,
      bytes: sql<number>`length(${attachment.bytes})`,
      sha256: hash,
      cprCount,
    })
    .from(attachment)
    .innerJoin(center, eq(center.id, attachment.centerId))
    .where(attachedTo(consultationId))
    .orderBy(asc(center.name), asc(attachment.addedAt), asc(id));
  return rows.map(({ cprCount: cpr, ...row }) => (cpr ? { ...row, cpr } : row));
}

/** The same for the text that is sent now, in the sending's own transaction and under the hearing's lock: its rows stay. [F51] */
export async function attachedNow(tx: Transaction, consultationId: ConsultationId, at: Date): Promise<Attached[]> {
  const attached = await attachedIn(tx, consultationId);
  const isFirst = and(attachedTo(consultationId), isNull(attachment.frozenAt));
  if (attached.length > 0) await tx.update(attachment).set({ frozenAt: at }).where(isFirst);
  return attached;
}

/** The text with what goes along with it; one with nothing is the same text, and has the same bytes. */
export function withAttached(text: ResponseDocument, attached: readonly Attached[]): ResponseDocument {
  return attached.length > 0 ? { ...text, attached: [...attached] } : text;
}

export type AttachedFile = { fileName: string; mediaType: string; bytes: Uint8Array; sha256: string };

/**
 * The documents that a frozen text was sent with, as they came, each under a name of its own behind `prefix`. What has another
 * hash than the one that was approved is handed to nobody. [F51] [X7]
 */
export async function attachedFiles(
  db: Queryable,
  { attached = [] }: ResponseDocument,
  prefix: string,
): Promise<AttachedFile[]> {
  const ids = attached.flatMap(({ id }) => (isId<AttachmentId>(id) ? [id] : []));
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: attachment.id, bytes: attachment.bytes })
    .from(attachment)
    .where(inArray(attachment.id, ids));
  const bytesOf = new Map<string, Uint8Array>(rows.map(({ id, bytes }) => [id, bytes]));
  return attached.map((one, index) => {
    const bytes = bytesOf.get(one.id);
    const found = bytes && sha256(bytes);
    if (!bytes || found !== one.sha256)
      throw new Error(`Expected attachment ${one.id} with SHA-256 ${one.sha256}; found ${found ?? "none"}.`);
    const { mediaType, sha256: hash } = one;
    return { fileName: attachedName(one, index, prefix), mediaType, bytes, sha256: hash };
  });
}

/** "HS-2026-0007 Bilag 1 Handicaprådet – Svar.pdf": the number comes first, so no two have one name. */
export function attachedName({ centerName, fileName }: Attached, index: number, prefix: string): string {
  const council = centerName.replace(/[/\\:*?"<>|\p{Cc}]/gu, "_").slice(0, 40);
  return `${prefix} Bilag ${index + 1} ${council} – ${fileName}`.toWellFormed();
}
