import { z } from "zod";
import { sha256 } from "../../../sha256";
import type { Receipt } from "../../shapes";
import type { Parcel } from "../port";
import { safeFileName } from "./paths";

const Sha = z.string().regex(/^[0-9a-f]{64}$/);
const File = z.object({ name: z.string(), sha256: Sha, bytes: z.number() });

export const Manifest = z.object({
  clientId: z.string(),
  caseNumber: z.string(),
  contentHash: z.string(),
  /** What "the same files" means: a hash of their names and hashes, and of the metadata. */
  parcelSha256: Sha,
  receivedAt: z.string(),
  /** The main file, the attachments, then the metadata. */
  files: z.array(File).min(1),
});
export type Manifest = z.output<typeof Manifest>;

export const ReceiptFile = z.object({
  filingId: z.string(),
  caseNumber: z.string(),
  documentNumber: z.string(),
  receivedAt: z.string(),
  files: z.array(File),
}) satisfies z.ZodType<Receipt>;

export type NamedFile = { name: string; bytes: Uint8Array };

export function manifestOf(parcel: Parcel, files: readonly NamedFile[], at: Date): Manifest {
  return {
    clientId: parcel.clientId,
    caseNumber: parcel.caseNumber,
    contentHash: parcel.contentHash,
    parcelSha256: parcelHash(parcel),
    receivedAt: at.toISOString(),
    files: files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes), bytes: bytes.length })),
  };
}

/** A receipt says nothing that the manifest does not: whoever writes it, and however often, it is the same. */
export function receiptOf(manifest: Manifest): Receipt {
  return {
    filingId: manifest.clientId,
    caseNumber: manifest.caseNumber,
    documentNumber: `${manifest.caseNumber}/${manifest.parcelSha256.slice(0, 8)}`,
    receivedAt: manifest.receivedAt,
    files: manifest.files,
  };
}

export function parcelHash({ main, attachments, caseNumber, contentHash }: Parcel): string {
  const files = [main, ...attachments].map(({ name, bytes }) => [safeFileName(name), sha256(bytes)]);
  return sha256(Buffer.from(JSON.stringify({ caseNumber, contentHash, files })));
}
