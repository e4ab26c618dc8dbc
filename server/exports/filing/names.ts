import { isId } from "../../../db/ids";
import { sha256 } from "../../sha256";
import { CaseSystemError } from "./port";

/** A client id names a directory or a file, so it must be an id and nothing else. */
export function checkedClientId(clientId: string): string {
  if (!isId(clientId)) throw new CaseSystemError("bad_metadata", "Expected the client id to be a UUID.");
  return clientId;
}

/** The name of a case as a folder: one plain name, whatever the case number says. It never leads anywhere else. [F3] */
export function caseFolder(caseNumber: string): string {
  const plain = caseNumber.replace(/[^A-Za-z0-9æøåÆØÅ._-]/g, "_").replace(/^\.+/, "_");
  const isWhole = plain === caseNumber && plain !== "" && plain.length <= 60;
  return isWhole ? plain : `${plain.slice(0, 60)}-${sha256(caseNumber).slice(0, 8)}`;
}

/** A file's name as it may stand in any system: no separators, no control characters, nothing hidden, never one of ours. */
export function safeFileName(name: string): string {
  const plain = name.replace(/[/\\:*?"<>|\p{Cc}]/gu, "_").replace(/^\.+/, "_");
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? "";
  // A name may have 255 bytes on most disks; a letter may take three of them.
  const short =
    plain
      .slice(0, plain.length - extension.length)
      .slice(0, 70)
      .toWellFormed() + extension;
  return short === "" || OURS.has(short.toLowerCase()) ? `_${short}` : short;
}

export const METADATA = "metadata.xml";
export const MANIFEST = "manifest.json";
export const RECEIPT = "receipt.json";
const OURS = new Set([METADATA, MANIFEST, RECEIPT]);
