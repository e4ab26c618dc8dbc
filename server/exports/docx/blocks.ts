import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
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
import type { LetterCell, LetterInline, LetterLine, LetterList, LetterNode, LetterTable } from "../letter/shapes";
import { GREY } from "./styles";

/** The width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 11906 - 2 * 1474;
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
      return [paragraph(node, { style: "Quote" })];
    case "paragraph":
      return [paragraph(node, inCell ? { style: "Celle" } : {})];
    case "list":
      return writeList(node, lists, 0);
    case "table":
      // Word joins two tables that touch, and wants a paragraph after the last one.
      return [writeTable(node, lists), new Paragraph({ spacing: { before: 0, after: 60, line: 120 } })];
  }
}

function writeList(list: LetterList, lists: Lists, level: number): Paragraph[] {
  const reference = `list-${lists.push({ ordered: list.ordered }) - 1}`;
  return list.items.flatMap((item) => [
    paragraph(item, { style: "ListParagraph", numbering: { reference, level } }),
    ...item.children.flatMap((child) => writeList(child, lists, level + 1)),
  ]);
}

function writeTable(table: LetterTable, lists: Lists): Table {
  const rows = Array.from({ length: table.rows }, (_, y) => {
    const cells = table.cells.filter((cell) => cell.y === y);
    // `tableHeader: false` would be written as a header all the same, so it is left out.
    const header = y < table.headerRows ? { tableHeader: true } : {};
    return new TableRow({ ...header, cantSplit: true, children: cells.map((cell) => writeCell(cell, table, lists)) });
  });
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: table.columns }, () => Math.floor(TEXT_WIDTH / table.columns)),
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
  });
}

function writeCell(cell: LetterCell, table: LetterTable, lists: Lists): TableCell {
  const body = cell.header ? cell.body.map(emphasised) : cell.body;
  const written = writeNodes(body, lists, true);
  return new TableCell({
    children: written.length > 0 ? written : [new Paragraph({ style: "Celle" })],
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: { size: Math.floor((TEXT_WIDTH / table.columns) * cell.colspan), type: WidthType.DXA },
    ...(cell.header ? { shading: { fill: "f0f2f4" } } : {}),
  });
}

function emphasised(node: LetterNode): LetterNode {
  if (node.kind !== "paragraph") return node;
  return { ...node, content: node.content.map((inline) => ("text" in inline ? { ...inline, bold: true } : inline)) };
}

function paragraph(line: LetterLine, options: IParagraphOptions): Paragraph {
  const reference = line.reference
    ? [new TextRun({ text: ` ${line.reference}`, color: GREY, size: 18, bold: false, italics: false })]
    : [];
  return new Paragraph({ ...options, children: [...line.content.map(run), ...reference] });
}

function run(inline: LetterInline): ParagraphChild {
  if (!("text" in inline)) return new TextRun({ break: 1 });
  const { text, bold, italic, href } = inline;
  const marks = { ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) };
  if (href === undefined) return new TextRun({ text, ...marks });
  return new ExternalHyperlink({ link: href, children: [new TextRun({ text, ...marks, style: "Hyperlink" })] });
}
