import { type ResponseDocument, SCHEMA_VERSION } from "../../app/document-model/document";
import { sha256 } from "../sha256";

const READ: readonly unknown[] = [1, SCHEMA_VERSION];

/**
 * The text of a frozen version. What is exported, filed and answered is what the hash speaks of, or nothing is. [X7]
 * One of an earlier schema is one of this schema too: its bytes and its hash stay what they were. [E12]
 */
export function documentIn({ canonical, ...version }: { canonical: string; sha256: string }): ResponseDocument {
  const found = sha256(canonical);
  if (found !== version.sha256)
    throw new Error(`Expected a version with SHA-256 ${version.sha256}; its text has ${found}.`);
  const document = JSON.parse(canonical);
  if (!READ.includes(document.schemaVersion))
    throw new Error(`Expected a document of schema ${READ.join(" or ")}; got ${document.schemaVersion}.`);
  return { ...document, schemaVersion: SCHEMA_VERSION } as ResponseDocument;
}
