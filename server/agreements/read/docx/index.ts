import type { Line, Shape } from "../lines";
import { readMarker } from "../markers";
import { LIMITS, type Paper, type ReadFormat } from "../paper";
import { type Body, readBody } from "./body";
import { createFields, type Fields, NO_FIELDS } from "./fields";
import { createNotes } from "./note-marks";
import { noteLines } from "./notes";
import { readNumbering } from "./numbering";
import { openWord, type Word } from "./open";
import type { Reading } from "./paragraph";
import { readStyles } from "./styles";
import { Unfit } from "./unfit";

/**
 * Reads Word's DOCX: zip → parts → styles and numbering → paragraphs and tables → notes. Headers, footers, comments, what is
 * deleted or hidden, the table of contents and the words inside pictures and text boxes are not read. [S2]
 */
export const readDocx: ReadFormat = async (bytes, progress) => {
  try {
    return readWord(openWord(bytes), progress);
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.why };
    throw error;
  }
};

type Progress = Parameters<ReadFormat>[1];

function readWord(word: Word, progress: Progress): Paper {
  const fields = createFields();
  const paper = readWith(word, fields, progress);
  // A field that never ends would swallow the rest of the paper; then the words count and fields do not.
  return judged(fields.areOpen() ? readWith(word, NO_FIELDS, progress) : paper);
}

type Found = { lines: Line[]; body: Body; reading: Reading };

function readWith(word: Word, fields: Fields, progress: Progress): Found {
  const styles = readStyles(word.styles);
  const reading = {
    styles,
    fields,
    notes: createNotes(),
    numbering: readNumbering(word.numbering, styles),
    page: { now: 1, isKnown: false },
    passed: { pictures: 0, boxes: 0 },
    progress,
  };
  const body = readBody(word.document, reading);
  return { lines: [...leveled(body), ...noteLines(word, reading)], body, reading };
}

function judged({ lines, body, reading: { page, passed } }: Found): Paper {
  if (page.now > LIMITS.pages) throw new Unfit("too-many-pages");
  const hasText = lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (!hasText) throw new Unfit(passed.pictures > 0 ? "no-text" : "empty-file");
  const warnings = [
    ...(body.droppedContents > 0 ? ["contents-dropped"] : []),
    ...(passed.boxes > 0 ? ["text-boxes-dropped"] : []),
  ];
  const paged = page.isKnown ? lines : lines.map((line) => ({ ...line, page: null }));
  return { lines: paged, shape: shapeOf(body), warnings };
}

/**
 * Under a title all headings stand one level lower. Where headings have a style, a short line that is only bold is one too,
 * below them all; where none have, the reader of lines knows headings by their looks.
 */
function leveled(body: Body): Line[] {
  const { lines, titles, bold } = body;
  const isStyled = hasHeadings(body);
  return lines.map((line) => {
    if (titles.has(line)) return { ...line, level: 1 };
    if (line.level > 0) return { ...line, level: Math.min(line.level + Math.min(titles.size, 1), LOWEST) };
    return isStyled && bold.has(line) && looksLikeHeading(line) ? { ...line, level: LOWEST } : line;
  });
}

const LOWEST = 6;

/** A paper with one heading in a style may well have others that have none. */
function hasHeadings({ lines }: Body): boolean {
  return lines.filter(({ level }) => level > 0).length > 1;
}

function looksLikeHeading({ text }: Line): boolean {
  return text.length < 120 && !/[.,;!]$/.test(text) && !readMarker(text);
}

function shapeOf(body: Body): Shape {
  return {
    isMarkdown: false,
    hasMarkdownHeadings: hasHeadings(body),
    width: 0,
    isUnwrapped: true,
    isDoubleSpaced: false,
  };
}
