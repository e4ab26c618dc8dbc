import { plainText } from "../../../../app/document-model/incoming/content";
import type {
  IncomingBlock,
  IncomingCell,
  IncomingPart,
  LeftOut,
} from "../../../../app/document-model/incoming/shapes";
import { emptyBlock, tableOf, tableText } from "../../../../app/document-model/incoming/tables";

/** Word's table while it is read: a grid in which a cell may say that it goes on from the one above. */
export type OpenCell = { parts: IncomingPart[]; span: number; isContinued: boolean };
type OpenRow = { cells: OpenCell[]; isHeader: boolean; isDropped: boolean; before: number };
export type OpenTable = { rows: OpenRow[] };

/** A table, or what was only laid out as one: the paragraphs it holds, in order. */
export function partsOf({ rows }: OpenTable, left: LeftOut[]): IncomingPart[] {
  for (const row of rows) if (row.isDropped) left.push({ kind: "deleted", text: textOf(row) });
  const kept = rows.filter((row) => !row.isDropped);
  const isLaidOut = kept.length < 2 || kept.every(({ cells }) => cells.length < 2);
  if (isLaidOut) return kept.flatMap(({ cells }) => cells.flatMap(({ parts }) => parts));
  const read = tableOf(cellsOf(kept, left));
  left.push(...read.left);
  return read.table ? [read.table] : [];
}

function textOf({ cells }: OpenRow): string {
  return cells
    .map(({ parts }) => parts.map((part) => (part.type === "block" ? plainText(part) : "")).join(" "))
    .join("\t");
}

function cellsOf(rows: readonly OpenRow[], left: LeftOut[]): IncomingCell[][] {
  // Column → the cell that may go on below.
  let above = new Map<number, IncomingCell>();
  return rows.map(({ cells, before, isHeader }) => {
    const now = new Map<number, IncomingCell>();
    const own: IncomingCell[] = before > 0 ? [blank(before)] : [];
    let column = before;
    for (const cell of cells) {
      const from = cell.isContinued ? above.get(column) : undefined;
      const made = from ?? madeOf(cell, isHeader, left);
      if (from) goOn(from, cell, left);
      else own.push(made);
      now.set(column, made);
      column += cell.span;
    }
    above = now;
    return own;
  });
}

function blank(colspan: number): IncomingCell {
  return { header: false, colspan, rowspan: 1, blocks: [emptyBlock()] };
}

function madeOf({ parts, span }: OpenCell, header: boolean, left: LeftOut[]): IncomingCell {
  return { header, colspan: span, rowspan: 1, blocks: flat(parts, left) };
}

function goOn(cell: IncomingCell, { parts }: OpenCell, left: LeftOut[]): void {
  cell.rowspan += 1;
  cell.blocks.push(...flat(parts, left));
}

/** Cells hold no tables: of one in a cell the paragraphs stay. */
function flat(parts: readonly IncomingPart[], left: LeftOut[]): IncomingBlock[] {
  return parts.flatMap((part) => {
    if (part.type === "block") return [part];
    left.push({ kind: "nested-table", text: tableText(part.rows) });
    return part.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks)).filter(({ content }) => content.length > 0);
  });
}
