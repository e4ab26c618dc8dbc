import type { filing } from "../../../db/schema";
import type { Actor } from "../../audit";
import { documentIn } from "../../document-store";
import { sha256 } from "../../sha256";
import type { ExportDeps } from "../deps";
import { attachedTo, type MadeFile, makeFile } from "../make-file";
import type { VersionToExport } from "../queries";
import { fileNameOf } from "../rules";
import { KeptMetadata } from "./metadata";
import type { FiledFile, Parcel } from "./port";

/**
 * What a filing hands to the case system: the PDF, the Word file, the frozen document itself, whose SHA-256 is the one that
 * was approved, and the councils' own answers as they came [F51]. The same filing always gives the same parcel. [F1] [X7]
 */
export async function parcelOf(
  deps: ExportDeps,
  actor: Actor,
  row: Pick<typeof filing.$inferSelect, "id" | "metadata">,
  found: VersionToExport,
): Promise<Parcel> {
  const metadata = KeptMetadata.parse(row.metadata);
  documentIn(found.version);
  const bytes = new TextEncoder().encode(found.version.canonical);
  const document: FiledFile = {
    name: fileNameOf(found.version, found.consultation, "json"),
    mediaType: "application/json",
    bytes,
    sha256: sha256(bytes),
  };
  return {
    clientId: row.id,
    caseNumber: metadata.caseNumber,
    main: asFiled(await makeFile(deps, actor, found, "pdf")),
    attachments: [
      asFiled(await makeFile(deps, actor, found, "docx")),
      document,
      ...(await attachedTo(deps, found)).map(asFiled),
    ],
    metadata,
    contentHash: found.version.sha256,
  };
}

function asFiled({ fileName: name, mediaType, bytes, sha256 }: MadeFile): FiledFile {
  return { name, mediaType, bytes, sha256 };
}
