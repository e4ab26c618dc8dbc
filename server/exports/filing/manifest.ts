import { z } from "zod";
import { sha256 } from "../../sha256";
import type { Receipt } from "../shapes";
import { metadataXml } from "./metadata-xml";
import { METADATA, safeFileName } from "./names";
import { CaseSystemError, type Earlier, type FiledFile, type Parcel } from "./port";
import { KeptFile } from "./receipt";

/** What lies beside the files in a system that is only folders, and says that they are all there. Written last. */
export const Manifest = z.object({
  clientId: z.string(),
  caseNumber: z.string(),
  contentHash: z.string(),
  /** What "the same files" means: a hash of their names and hashes, and of the metadata. */
  parcelSha256: z.string().regex(/^[0-9a-f]{64}$/),
  receivedAt: z.string(),
  /** The filing that this one follows, where it is a new version. [F13] */
  follows: z.string().nullable().default(null),
  /** The main file, the attachments, then the metadata. */
  files: z.array(KeptFile).min(1),
});
export type Manifest = z.output<typeof Manifest>;

export type NamedFile = { name: string; mediaType: string; bytes: Uint8Array };

export function manifestOf(parcel: Parcel, files: readonly NamedFile[], at: Date, earlier: Earlier | null): Manifest {
  return {
    clientId: parcel.clientId,
    caseNumber: parcel.caseNumber,
    contentHash: parcel.contentHash,
    parcelSha256: parcelHash(parcel),
    receivedAt: at.toISOString(),
    follows: earlier?.clientId ?? null,
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
    isReadBack: true,
  };
}

export function parcelHash({ main, attachments, caseNumber, contentHash }: Parcel): string {
  const files = [main, ...attachments].map(({ name, bytes }) => [safeFileName(name), sha256(bytes)]);
  return sha256(Buffer.from(JSON.stringify({ caseNumber, contentHash, files })));
}

/** Every file of a parcel under the name it may have, and the metadata as the last one. */
export function filesWithMetadata(parcel: Parcel, earlier: Earlier | null): NamedFile[] {
  const metadata = {
    name: METADATA,
    mediaType: "application/xml; charset=utf-8",
    bytes: Buffer.from(metadataXml(parcel, earlier)),
  };
  return [...safelyNamed(parcel), metadata];
}

/** Two files that are to have one name would be one file. */
export function safelyNamed({ main, attachments }: Parcel): FiledFile[] {
  const sent = [main, ...attachments].map((file) => ({ ...file, name: safeFileName(file.name) }));
  const names = new Set(sent.map(({ name }) => name.toLowerCase()));
  if (names.size < sent.length) throw new CaseSystemError("bad_metadata", "Expected every file to have its own name.");
  return sent;
}

export function checkSize({ main, attachments }: Parcel, most: number): void {
  const bytes = [main, ...attachments].reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes > most) throw new CaseSystemError("too_big", `${bytes} bytes are more than ${most}.`);
}
