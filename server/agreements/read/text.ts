import { decode } from "./bytes";
import { cleanCharacters } from "./clean";
import { toLines } from "./lines";
import type { Paper, Unreadable } from "./paper";

/** Text and Markdown. Needs no waiting, so those who have a text in hand may read it at once. */
export function readText(bytes: Uint8Array, fileName: string): Paper | { refused: Unreadable } {
  const decoded = decode(bytes);
  if ("refused" in decoded) return decoded;
  const warnings = decoded.encoding === "windows-1252" ? ["read-as-windows-1252"] : [];
  return { ...toLines(cleanCharacters(decoded.text), fileName), warnings };
}
