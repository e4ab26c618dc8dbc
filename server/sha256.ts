import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex; a text counts as its UTF-8 bytes. What approval, filing and the audit chain mean by a hash. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
