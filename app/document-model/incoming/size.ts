import { blocksOf } from "./content";
import type { Incoming, IncomingRun } from "./shapes";

/** Of a Word file, in bytes: a contribution is shorter than an agreement, and its pictures are not read. */
export const LARGEST_WORD_FILE = 20 * 1024 * 1024;

/** What one update may be (decision 0008), less what it says beside the text. */
const MOST_BYTES = 900_000;
const MOST_STRUCTS = 45_000;

/** As Yjs writes them for a page's client id: a block with its attributes and text, a piece of text, a mark on and off. */
const BLOCK = { bytes: 150, structs: 6 };
const RUN = { bytes: 15, structs: 1 };
const MARK = { bytes: 75, structs: 2 };

/** Whether the server would take it in one piece; past this it would refuse it, and the page with it. [W3] */
export function fitsOneUpdate({ parts }: Pick<Incoming, "parts">): boolean {
  let bytes = 0;
  let structs = 0;
  for (const { content } of blocksOf(parts)) {
    bytes += BLOCK.bytes;
    structs += BLOCK.structs;
    for (const inline of content) {
      const marks = "text" in inline ? marksOf(inline) : 0;
      bytes += RUN.bytes + marks * MARK.bytes;
      if ("text" in inline) bytes += bytesOf(inline.text) + bytesOf(inline.href ?? "");
      structs += RUN.structs + marks * MARK.structs;
    }
  }
  return bytes <= MOST_BYTES && structs <= MOST_STRUCTS;
}

function marksOf({ bold, italic, href, notes = [] }: IncomingRun): number {
  return [bold, italic, href].filter(Boolean).length + notes.length;
}

/** In UTF-8: æ, ø, å and dashes take more than one. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}
