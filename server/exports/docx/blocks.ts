import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  HighlightColor,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { headerColumnsOf, isSmall, leadsOn, leadsToPoints } from "../letter/keeping";
import type { CellOf, GridOf, LetterInline, LetterLine, LetterList, LetterNode, LetterTable } from "../letter/shapes";
import { GREY } from "./styles";

/** The width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 11906 - 2 * 1474;
/** The same of a page that lies down. */
export const WIDE_WIDTH = 16838 - 2 * 1474;
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "b5b5b5" };

/** Collects the lists as they are written: each gets a numbering of its own, by its place here. */
export type Lists = { ordered: boolean }[];

export function writeNodes(nodes: readonly LetterNode[], lists: Lists, inCell = false): (Paragraph | Table)[] {
  return nodes.flatMap((node) => writeNode(node, lists, inCell));
}

function writeNode(node: LetterNode, lists: Lists, inCell: boolean): (Paragraph | Table)[] {
  switch (node.kind) {
    case "heading":
      return [paragraph(node, { heading: HEADINGS[node.level] })];
    case "quote":
      return [
        paragraph(node, { style: "Quote", ...(node.source === "" ? {} : { keepNext: true }) }),
        ...sourceOf(node),
      ];
    case "paragraph":
      return [paragraph(node, inCell ? { style: "Celle" } : { ...(leadsOn(node) ? { keepNext: true } : {}) })];
    case "list":
      return writeList(node, lists, 0, !inCell);
    case "table":
      return writeTable(node, lists);
  }
}

function sourceOf({ source }: { source: string }): Paragraph[] {
  return source === "" ? [] : [new Paragraph({ style: "Citatkilde", text: `– ${source}` })];
}

/** Word's own footnotes, by their numbers. [X8] */
export function writeNotes(notes: readonly LetterLine[]): Record<string, { children: Paragraph[] }> {
  const written = notes.map((note, index) => [
    String(index + 1),
    // Word writes the number, and nothing between it and the words.
    { children: [paragraph({ ...note, content: [{ text: " " }, ...note.content] }, { style: "FootnoteText" })] },
  ]);
  return Object.fromEntries(written);
}

/** `isLast`: nothing of the outermost list comes behind it; what does is set off as from a paragraph. */
function writeList(list: LetterList, lists: Lists, level: number, isLast: boolean): Paragraph[] {
  const reference = `list-${lists.push({ ordered: list.ordered }) - 1}`;
  return list.items.flatMap((item, at) => {
    const ends = isLast && at === list.items.length - 1;
    const after = ends && item.children.length === 0 ? { spacing: { after: 140 } } : {};
    const kept = leadsToPoints(item) ? { keepNext: true } : {};
    return [
      paragraph(item, { style: "ListParagraph", numbering: { reference, level }, ...after, ...kept }),
      ...item.children.flatMap((child, index) =>
        writeList(child, lists, level + 1, ends && index === item.children.length - 1),
      ),
    ];
  });
}

function writeTable(table: LetterTable, lists: Lists): (Paragraph | Table)[] {
  const small = isSmall(table);
  return writeGrid(table, ({ body, header, y, rowspan }) => {
    const kept = small && y + rowspan < table.rows;
    const said = header ? body.map(emphasised) : body;
    if (!kept) return writeNodes(said, lists, true);
    // Word keeps a row with the next one where its paragraphs are kept with theirs.
    return said.flatMap((node) =>
      node.kind === "paragraph" ? [paragraph(node, { style: "Celle", keepNext: true })] : writeNode(node, lists, true),
    );
  });
}

type WriteCell<Node> = (cell: CellOf<Node>) => (Paragraph | Table)[];

/** A table of Word. Word joins two that touch, and wants a paragraph after the last one. */
export function writeGrid<Node>(table: GridOf<Node>, write: WriteCell<Node>): (Paragraph | Table)[] {
  return [tableOf(table, write), new Paragraph({ spacing: { before: 0, after: 60, line: 120 } })];
}

function widthsOf({ columns, widths, wide }: GridOf<unknown>): number[] {
  const all = wide ? WIDE_WIDTH : TEXT_WIDTH;
  return Array.from({ length: columns }, (_, x) => Math.floor(all * (widths?.[x] ?? 1 / columns)));
}

function tableOf<Node>(table: GridOf<Node>, write: WriteCell<Node>): Table {
  const rows = Array.from({ length: table.rows }, (_, y) => {
    const cells = table.cells.filter((cell) => cell.y === y);
    // `tableHeader: false` would be written as a header all the same, so it is left out.
    const header = y < table.headerRows ? { tableHeader: true } : {};
    return new TableRow({ ...header, cantSplit: true, children: cells.map((cell) => writeCell(cell, table, write)) });
  });
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    // Whoever has a table read aloud in Word hears the cells of these before each of the others.
    tableLook: {
      firstRow: table.headerRows > 0,
      firstColumn: headerColumnsOf(table) > 0,
      noHBand: true,
      noVBand: true,
    },
    width: { size: table.wide ? WIDE_WIDTH : TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widthsOf(table),
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
  });
}

function writeCell<Node>(cell: CellOf<Node>, table: GridOf<Node>, write: WriteCell<Node>): TableCell {
  const written = write(cell);
  return new TableCell({
    children: written.length > 0 ? written : [new Paragraph({ style: "Celle" })],
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: { size: sum(widthsOf(table).slice(cell.x, cell.x + cell.colspan)), type: WidthType.DXA },
    ...(cell.header ? { shading: { fill: "f0f2f4" } } : {}),
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function emphasised(node: LetterNode): LetterNode {
  if (node.kind !== "paragraph") return node;
  return { ...node, content: node.content.map((inline) => ("text" in inline ? { ...inline, bold: true } : inline)) };
}

function paragraph(line: LetterLine, options: IParagraphOptions): Paragraph {
  const reference = line.reference
    ? [new TextRun({ text: `\u00a0${line.reference}`, color: GREY, size: 18, bold: false, italics: false })]
    : [];
  const said = [...line.content.map(run), ...reference];
  const children = (line.bookmarks ?? []).reduce<ParagraphChild[]>(
    (all, id) => [new Bookmark({ id, children: all })],
    said,
  );
  return new Paragraph({ ...options, children });
}

function run(inline: LetterInline): ParagraphChild {
  if ("note" in inline) {
    // Word numbers its footnotes by their places: each has one.
    if (!inline.again) return new FootnoteReferenceRun(inline.note);
    return new TextRun({ text: String(inline.note), superScript: true });
  }
  if (!("text" in inline)) return new TextRun({ break: 1 });
  const { text, bold, italic, href, blank } = inline;
  const toFill = blank ? { highlight: HighlightColor.YELLOW } : {};
  const marks = { ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}), ...toFill };
  if (href === undefined) return new TextRun({ text, ...marks });
  return new ExternalHyperlink({ link: href, children: [new TextRun({ text, ...marks, style: "Hyperlink" })] });
}
