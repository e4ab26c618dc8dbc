import { decodeText, type Encoding } from "../../../app/document-model/decode-text";
import type { Unreadable } from "./paper";

/** Bytes → text, or a reason why not. */
export type Decoded = { text: string; encoding: Encoding } | { refused: Unreadable };

/** Reads UTF-8 (with or without BOM), UTF-16 with BOM, else Windows-1252. NUL bytes and binary files are no text. */
export function decode(bytes: Uint8Array): Decoded {
  const decoded = decodeText(bytes);
  if (!decoded || isBinary(decoded.text)) return { refused: "not-text" };
  return /[\p{L}\p{N}]/u.test(decoded.text) ? decoded : { refused: "empty-file" };
}

/** A PDF turned to text carries a few control characters (U+0002); a picture carries many. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting them is the point
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g)?.length ?? 0;
  return controls > 20 && controls > text.length / 50;
}
