import { cleanCharacters } from "../clean";
import type { Line } from "../lines";
import type { Numbering } from "./numbering";
import { HOLLOW, type Reading, type Text, textOf } from "./paragraph";
import { leftOf, numberingIn, outlineOf, type Style } from "./styles";
import { type Cell, describeCell, describeRow, linesOf, newCell, newRow, type Table } from "./tables";
import { Unfit } from "./unfit";
import { child, type Element, readXml, valueIn } from "./xml";

/** `word/document.xml` → lines, in reading order. */
export type Body = {
  lines: Line[];
  /** Those in the style of a paper's name: they stand above all headings. */
  titles: Set<Line>;
  /** Those that are bold from end to end. */
  bold: Set<Line>;
  droppedContents: number;
};

export type BodyReading = Reading & {
  numbering: Numbering;
  progress: (done: number, of: number) => void;
};

type Gathering = Body & {
  reading: BodyReading;
  of: number;
  /** What is open around the paragraph, and how much of it is passed over with all it holds. */
  path: { name: string; isSkipped: boolean }[];
  skipping: number;
  tables: Table[];
  /** The text of a paragraph whose end was deleted: it goes on in the next. */
  carried: string;
  paragraphs: number;
};

/** More than 500 pages hold: past this, the file is something else. */
export const MOST_LINES = 60_000;
const WHOLE = new Set(["w:p", "w:sdtPr", "w:trPr", "w:tcPr"]);
/** An alternative is read once; what is deleted or moved away is not. */
const SKIPPED = new Set(["mc:Fallback", "w:del", "w:moveFrom"]);

export function readBody(xml: string, reading: BodyReading): Body {
  const read = { lines: [], titles: new Set<Line>(), bold: new Set<Line>(), droppedContents: 0 };
  const state = { path: [], skipping: 0, tables: [], carried: "", paragraphs: 0 };
  const gathering: Gathering = { ...read, ...state, reading, of: xml.length };
  readXml(xml, {
    whole: WHOLE,
    hollow: HOLLOW,
    open: (name) => open(gathering, name),
    close: () => close(gathering),
    read: (element, at) => readElement(gathering, element, at),
  });
  return gathering;
}

function open(gathering: Gathering, name: string): void {
  const { path, tables } = gathering;
  if (path.length === 0 && name !== "w:document") throw new Unfit("other-content");
  const isSkipped = SKIPPED.has(name);
  path.push({ name, isSkipped });
  if (isSkipped) gathering.skipping += 1;
  if (name === "w:tbl") tables.push({ rows: [] });
  else if (name === "w:tr") tables.at(-1)?.rows.push(newRow());
  else if (name === "w:tc") tables.at(-1)?.rows.at(-1)?.cells.push(newCell());
}

function close(gathering: Gathering): void {
  const closed = gathering.path.pop();
  if (closed?.isSkipped) gathering.skipping -= 1;
  if (closed?.name !== "w:tbl") return;
  const table = gathering.tables.pop();
  if (table) for (const line of linesOf(table)) put(gathering, line);
}

function cellOf({ tables }: Gathering): Cell | undefined {
  return tables.at(-1)?.rows.at(-1)?.cells.at(-1);
}

/** Into the cell that is open, or into the paper. */
function put(gathering: Gathering, line: Line): void {
  const lines = cellOf(gathering)?.lines ?? gathering.lines;
  lines.push(line);
  if (lines.length > MOST_LINES) throw new Unfit("too-many-pages");
}

function readElement(gathering: Gathering, element: Element, at: number): void {
  const inner = gathering.path.at(-1)?.name;
  const row = gathering.tables.at(-1)?.rows.at(-1);
  const cell = row?.cells.at(-1);
  if (element.name === "w:sdtPr") skipContents(gathering, element);
  else if (element.name === "w:trPr" && inner === "w:tr" && row) describeRow(row, element);
  else if (element.name === "w:tcPr" && inner === "w:tc" && cell) describeCell(cell, element);
  if (element.name !== "w:p") return;
  gathering.paragraphs += 1;
  if (gathering.paragraphs % 500 === 0) gathering.reading.progress(at, gathering.of);
  if (gathering.skipping === 0) readParagraph(gathering, element);
}

/** The block that holds Word's own table of contents. */
function skipContents(gathering: Gathering, properties: Element): void {
  const gallery = valueIn(child(properties, "w:docPartObj"), "w:docPartGallery");
  const block = gathering.path.at(-1);
  if (!block || block.isSkipped || !/table of contents|indholdsfortegnelse/i.test(gallery ?? "")) return;
  block.isSkipped = true;
  gathering.skipping += 1;
  dropContents(gathering);
}

export const CONTENTS_TITLE = /^(?:indhold|indholdsfortegnelse|contents|table of contents):?$/i;

/** The line above goes too when it only says what follows. */
function dropContents(gathering: Gathering): void {
  gathering.droppedContents += 1;
  const above = gathering.lines.at(-1);
  if (above && gathering.tables.length === 0 && CONTENTS_TITLE.test(above.text)) gathering.lines.pop();
}

function readParagraph(gathering: Gathering, paragraph: Element): void {
  const properties = child(paragraph, "w:pPr");
  const style = gathering.reading.styles.paragraph(valueIn(properties, "w:pStyle"));
  const read = textOf(paragraph, gathering.reading);
  const isEmpty = read.text.trim() === "";
  const isContents = isEmpty ? read.hasContents : style.isContents;
  if (isContents) {
    dropContents(gathering);
    return;
  }
  const text = gathering.carried + read.text;
  const goesOn = isJoinedToNext(properties);
  gathering.carried = goesOn ? text : "";
  // A paragraph that is deleted or hidden has no number, one that is empty has.
  if (goesOn || (text.trim() === "" && read.hasDropped)) return;
  putParagraph(gathering, properties, style, { ...read, text });
}

/** The paragraph's end is deleted or moved away, and nobody has said yes to it: read as if they had. */
export function isJoinedToNext(properties: Element | undefined): boolean {
  const mark = child(properties, "w:rPr");
  return child(mark, "w:del") !== undefined || child(mark, "w:moveFrom") !== undefined;
}

function putParagraph(gathering: Gathering, properties: Element | undefined, style: Style, read: Text): void {
  const number = nextNumber(gathering.reading.numbering, properties, style);
  const pieces = piecesOf(read.text);
  const words = pieces.join(" ");
  const isNumberedCell = gathering.tables.length > 0 && number !== null && number.text !== BULLET;
  if (words === "" && !isNumberedCell) return;
  const level = words.length > LONGEST_HEADING ? 0 : (outlineOf(properties) ?? style.level ?? 0);
  const sign = level > 0 && number?.text === BULLET ? "" : (number?.text ?? "");
  // A heading is one line, and so is an item of a list: what stands alone below an item would end the list.
  const isOne = level > 0 || style.isTitle || /^(?:•|[a-z]+\)|\d+[.)])$/i.test(sign);
  const parts = isOne ? [words] : pieces;
  const left = leftOf(properties) ?? number?.left ?? style.left ?? 0;
  for (const [index, part] of (parts.length > 0 ? parts : [""]).entries()) {
    const text = index === 0 && sign !== "" ? `${sign} ${part}`.trimEnd() : part;
    const place = { indent: charactersOf(left), gap: index === 0 ? 1 : 0, page: read.page, level };
    const line = { ...place, text, opensPage: false, row: null };
    if (read.isBold) gathering.bold.add(line);
    putLine(gathering, line, style.isTitle && level === 0);
  }
}

const BULLET = "•";
/** What is longer was written in a heading's style and is none. */
export const LONGEST_HEADING = 250;

function piecesOf(text: string): string[] {
  const lines = cleanCharacters(text.toWellFormed()).split("\n");
  return lines.map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "");
}

/** A character is about 120 twentieths of a point wide. */
function charactersOf(left: number): number {
  return Math.min(Math.max(Math.round(left / 120), 0), 100);
}

function nextNumber(numbering: Numbering, properties: Element | undefined, style: Style) {
  const asked = listOf(numbering, properties, style);
  return asked && numbering.next(asked);
}

/** Which list a paragraph is of, and how deep in it, by what it says itself or its style does. */
export function listOf(numbering: Numbering, properties: Element | undefined, style: Style) {
  const own = numberingIn(properties);
  const id = own.id ?? style.numbering.id;
  if (id === undefined) return null;
  const ofStyle = own.id === undefined ? numbering.levelOfStyle(id, style.id) : null;
  return { id, level: own.level ?? ofStyle ?? style.numbering.level ?? 0 };
}

/** A title over two paragraphs is one. */
function putLine(gathering: Gathering, line: Line, isTitle: boolean): void {
  const above = gathering.lines.at(-1);
  if (isTitle && above && gathering.titles.has(above) && gathering.tables.length === 0) {
    above.text = `${above.text} ${line.text}`;
    return;
  }
  if (isTitle) gathering.titles.add(line);
  put(gathering, line);
}
