import { plainText, trimmed, withoutAllBold } from "../../../../app/document-model/incoming/content";
import type { IncomingBlock, IncomingInline, IncomingPart } from "../../../../app/document-model/incoming/shapes";
import { CONTENTS_TITLE, isJoinedToNext, LONGEST_HEADING, listOf, MOST_LINES } from "../docx/body";
import type { Numbering } from "../docx/numbering";
import { HOLLOW } from "../docx/paragraph";
import { outlineOf, type Style } from "../docx/styles";
import { describeCell, describeRow, newCell, newRow } from "../docx/tables";
import { Unfit } from "../docx/unfit";
import { child, type Element, readXml, valueIn } from "../docx/xml";
import { endComment, leave, type Read, type Reading, readParagraph } from "./paragraph";
import { type OpenCell, type OpenTable, partsOf } from "./table";

export type BodyReading = Reading & { numbering: Numbering };

type Gathering = {
  reading: BodyReading;
  parts: IncomingPart[];
  /** What is open around the paragraph, and how much of it is passed over with all it holds. */
  path: { name: string; isSkipped: boolean }[];
  skipping: number;
  tables: OpenTable[];
  /** The words of a paragraph whose end was deleted: it goes on in the next. */
  carried: IncomingInline[];
};

const WHOLE = new Set(["w:p", "w:sdtPr", "w:trPr", "w:tcPr", "w:commentRangeStart", "w:commentRangeEnd"]);
const SKIPPED = new Set(["mc:Fallback", "w:del", "w:moveFrom"]);
const DEEPEST_HEADING = 3;
const DEEPEST_ITEM = 3;

/** `word/document.xml` → blocks and tables, in reading order. */
export function readParts(xml: string, reading: BodyReading): IncomingPart[] {
  const gathering: Gathering = { reading, parts: [], path: [], skipping: 0, tables: [], carried: [] };
  readXml(xml, {
    whole: WHOLE,
    hollow: HOLLOW,
    open: (name) => open(gathering, name),
    close: () => close(gathering),
    read: (element) => readElement(gathering, element),
  });
  return gathering.parts;
}

function open(gathering: Gathering, name: string): void {
  const { path, tables } = gathering;
  if (path.length === 0 && name !== "w:document") throw new Unfit("other-content");
  const isSkipped = SKIPPED.has(name);
  path.push({ name, isSkipped });
  if (isSkipped) gathering.skipping += 1;
  if (name === "w:tbl") tables.push({ rows: [] });
  else if (name === "w:tr") tables.at(-1)?.rows.push({ ...newRow(), cells: [] });
  else if (name === "w:tc")
    tables
      .at(-1)
      ?.rows.at(-1)
      ?.cells.push({ ...newCell(), parts: [] });
}

function close(gathering: Gathering): void {
  const closed = gathering.path.pop();
  if (closed?.isSkipped) gathering.skipping -= 1;
  if (closed?.name !== "w:tbl") return;
  const table = gathering.tables.pop();
  if (table) for (const part of partsOf(table, gathering.reading.left)) put(gathering, part);
}

function cellOf({ tables }: Gathering): OpenCell | undefined {
  return tables.at(-1)?.rows.at(-1)?.cells.at(-1);
}

/** Into the cell that is open, or into the text. */
function put(gathering: Gathering, part: IncomingPart): void {
  const parts = cellOf(gathering)?.parts ?? gathering.parts;
  parts.push(part);
  if (parts.length > MOST_LINES) throw new Unfit("too-many-pages");
}

function readElement(gathering: Gathering, element: Element): void {
  const inner = gathering.path.at(-1)?.name;
  const row = gathering.tables.at(-1)?.rows.at(-1);
  const cell = row?.cells.at(-1);
  const { comments } = gathering.reading;
  const id = element.attributes["id"] ?? "";
  if (element.name === "w:p") {
    if (gathering.skipping === 0) readOne(gathering, element);
  } else if (element.name === "w:commentRangeStart") comments.open.set(id, "");
  else if (element.name === "w:commentRangeEnd") endComment(comments, id);
  else if (element.name === "w:sdtPr") skipContents(gathering, element);
  else if (element.name === "w:trPr" && inner === "w:tr" && row) describeRow(row, element);
  else if (element.name === "w:tcPr" && inner === "w:tc" && cell) describeCell(cell, element);
}

/** The block that holds Word's own table of contents. */
function skipContents(gathering: Gathering, properties: Element): void {
  const gallery = valueIn(child(properties, "w:docPartObj"), "w:docPartGallery");
  const block = gathering.path.at(-1);
  if (!block || block.isSkipped || !/table of contents|indholdsfortegnelse/i.test(gallery ?? "")) return;
  block.isSkipped = true;
  gathering.skipping += 1;
  dropContents(gathering, "");
}

/** The line above goes too when it only says what follows. */
function dropContents(gathering: Gathering, text: string): void {
  leave(gathering.reading.left, "contents", text);
  const above = gathering.parts.at(-1);
  if (above?.type === "block" && gathering.tables.length === 0 && CONTENTS_TITLE.test(plainText(above)))
    gathering.parts.pop();
}

function readOne(gathering: Gathering, paragraph: Element): void {
  const properties = child(paragraph, "w:pPr");
  const style = gathering.reading.styles.paragraph(valueIn(properties, "w:pStyle"));
  const read = readParagraph(paragraph, gathering.reading);
  const text = plainText(read);
  if (text.trim() === "" ? read.hasContents : style.isContents) {
    dropContents(gathering, text);
    return;
  }
  const content = [...gathering.carried, ...read.content];
  const goesOn = isJoinedToNext(properties);
  gathering.carried = goesOn ? content : [];
  // A paragraph that is deleted or hidden has no number, one that is empty has.
  if (goesOn || (text.trim() === "" && content.length === 0 && read.hasDropped)) return;
  putParagraph(gathering, properties, style, { ...read, content });
}

function putParagraph(gathering: Gathering, properties: Element | undefined, style: Style, read: Read): void {
  const { numbering, left } = gathering.reading;
  const list = listOf(numbering, properties, style);
  const sign = (list && numbering.next(list)?.text) ?? "";
  const content = trimmed(read.content);
  if (content.length === 0) return;
  const text = plainText({ content });
  const outline = text.length > LONGEST_HEADING ? 0 : (outlineOf(properties) ?? style.level ?? (style.isTitle ? 1 : 0));
  if (outline > DEEPEST_HEADING) leave(left, "deep-heading", text);
  if (outline === 0 && list && list.level > DEEPEST_ITEM) leave(left, "deep-list", text);
  if (outline > 0) put(gathering, headingOf(content, Math.min(outline, DEEPEST_HEADING), sign));
  else put(gathering, blockOf(content, style, sign, Math.min(list?.level ?? 0, DEEPEST_ITEM)));
}

const BULLET = "•";

/** Its number stands nowhere in its words, and is what others cite. */
function headingOf(content: readonly IncomingInline[], level: number, sign: string): IncomingBlock {
  const number: IncomingInline[] = sign !== "" && sign !== BULLET ? [{ text: `${sign} ` }] : [];
  return { type: "block", kind: "heading", level, content: [...number, ...withoutAllBold(content)] };
}

const QUOTE = /^(?:intense)?quote$|^(?:strkt)?citat$/i;

function blockOf(content: IncomingInline[], { id }: Style, sign: string, level: number): IncomingBlock {
  if (sign === BULLET) return { type: "block", kind: "bullet", level, content };
  if (sign !== "") return { type: "block", kind: "ordered", level, content, number: { sign } };
  return { type: "block", kind: QUOTE.test(id) ? "quote" : "paragraph", level: 0, content };
}
