import { placeNotes } from "../../../../app/document-model/incoming/notes";
import { settleNumbers } from "../../../../app/document-model/incoming/numbers";
import type { Incoming } from "../../../../app/document-model/incoming/shapes";
import { createFields, type Fields, NO_FIELDS } from "../docx/fields";
import { readNumbering } from "../docx/numbering";
import { openWord, type Word } from "../docx/open";
import { readStyles } from "../docx/styles";
import { Unfit } from "../docx/unfit";
import { formatOf } from "../formats";
import { LIMITS, type Unreadable } from "../paper";
import { type BodyReading, readParts } from "./body";
import { createLinks } from "./links";
import { commentsOf, createNoted, noteBlocks } from "./notes";

/**
 * A center's contribution in Word → text for a response, by the same container, XML, styles and numbers as a source's paper:
 * with headings, lists, tables, emphasis, links and footnotes, and with comments and all else that does not fit beside it.
 * Never throws for what a file may hold. [E25] [S16]
 */
export function readContribution(bytes: Uint8Array, fileName: string): Incoming | { refused: Unreadable } {
  if (bytes.length === 0) return { refused: "empty-file" };
  if (bytes.length > LIMITS.bytes) return { refused: "too-large" };
  const format = formatOf(bytes, fileName);
  if (typeof format !== "string") return format;
  if (format !== "docx") return { refused: "other-content" };
  try {
    return readWord(openWord(bytes));
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.why };
    throw error;
  }
}

function readWord(word: Word): Incoming {
  const fields = createFields();
  const read = readWith(word, fields);
  // A field that never ends would swallow the rest of the text; then the words count and fields do not.
  return judged(fields.areOpen() ? readWith(word, NO_FIELDS) : read);
}

function readWith(word: Word, fields: Fields): Incoming {
  const styles = readStyles(word.styles);
  const noted = createNoted();
  const reading: BodyReading = {
    styles,
    fields,
    numbering: readNumbering(word.numbering, styles),
    links: createLinks(),
    addresses: word.links.document,
    left: [],
    comments: { open: new Map(), quotes: new Map() },
    noteOf: noted.noteOf,
  };
  const body = readParts(word.document, reading);
  const parts = placeNotes(body, noteBlocks(word, noted.all(), reading));
  const renumbered = settleNumbers(parts).map(({ text }) => text);
  const left = [...commentsOf(word, reading), ...reading.left];
  if (renumbered.length > 0) left.push({ kind: "renumbered", text: renumbered.join(", ") });
  return { parts, left };
}

function judged(read: Incoming): Incoming {
  if (read.parts.length > 0) return read;
  throw new Unfit(read.left.some(({ kind }) => kind === "image") ? "no-text" : "empty-file");
}
