import { decodeText } from "~/document-model/decode-text";
import type { TextPaper } from "../paper/paper";
import { lettersOf } from "../passage/letters";

/** Signs that a browser still scrolls through; the papers we know have a tenth of them. */
const MOST = 2_000_000;

/** A text as it came; form feeds part its pages, as they do for the import. */
export function openText(bytes: Uint8Array): TextPaper {
  const decoded = decodeText(bytes);
  if (!decoded) throw new Error("Expected the text of an imported paper; its bytes are in no encoding we know.");
  const text = decoded.text.replace(/\r\n?/g, "\n");
  return paperOf(text.slice(0, MOST).split("\f"), text.length > MOST ? "cut" : null);
}

export function paperOf(texts: readonly string[], says: TextPaper["says"]): TextPaper {
  return {
    kind: "text",
    pages: texts.length,
    texts,
    says,
    letters: async (page) => lettersOf([texts[page - 1] ?? ""]),
    close: () => {},
  };
}
