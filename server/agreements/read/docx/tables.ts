import type { Line } from "../lines";
import { child, type Element, numberIn, valueIn } from "./xml";

/** A table's cells → lines of rows. What is only laid out as a table is read as the paragraphs it holds. */
export type Cell = { lines: Line[]; span: number; isContinued: boolean };
export type Row = { cells: Cell[]; isHeader: boolean; isDropped: boolean; before: number };
export type Table = { rows: Row[] };

/** More columns than Word has; a span beyond that is a joke. */
const MOST_COLUMNS = 63;

export function newRow(): Row {
  return { cells: [], isHeader: false, isDropped: false, before: 0 };
}

export function newCell(): Cell {
  return { lines: [], span: 1, isContinued: false };
}

export function describeRow(row: Omit<Row, "cells">, properties: Element): void {
  row.isHeader = child(properties, "w:tblHeader") !== undefined && valueIn(properties, "w:tblHeader") !== "0";
  row.isDropped = child(properties, "w:del") !== undefined;
  row.before = Math.min(Math.max(numberIn(properties, "w:gridBefore") ?? 0, 0), MOST_COLUMNS);
}

export function describeCell(cell: Omit<Cell, "lines">, properties: Element): void {
  cell.span = Math.min(Math.max(numberIn(properties, "w:gridSpan") ?? 1, 1), MOST_COLUMNS);
  const merge = child(properties, "w:vMerge");
  cell.isContinued = merge !== undefined && merge.attributes["val"] !== "restart";
}

export function linesOf({ rows }: Table): Line[] {
  const kept = rows.filter((row) => !row.isDropped);
  const isLaidOut = kept.length < 2 || kept.every(({ cells }) => cells.length < 2);
  if (isLaidOut) return kept.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines));
  const heads = headRows(kept);
  const texts = textsOf(kept, heads);
  const header = united(texts.slice(0, heads));
  const firstOf = (row: Row | undefined) => row?.cells.flatMap(({ lines }) => lines)[0];
  return [
    rowLine(header, firstOf(kept[0]), 1),
    ...texts.slice(heads).map((cells, index) => rowLine(cells, firstOf(kept[heads + index]), 0)),
  ].filter(({ row }) => row?.some((cell) => cell !== ""));
}

/** Those marked as repeated on each page, else the first. */
function headRows(rows: readonly Row[]): number {
  const marked = rows.findIndex((row) => !row.isHeader);
  return marked > 0 ? marked : 1;
}

/** A heading over two columns is both their names; a cell over two is one, and the other blank. One over two rows is in both. */
function textsOf(rows: readonly Row[], heads: number): string[][] {
  const texts: string[][] = [];
  for (const [index, row] of rows.entries()) {
    const above = texts.at(-1);
    const cells: string[] = Array(row.before).fill("");
    for (const cell of row.cells) {
      const text = cell.isContinued ? (above?.[cells.length] ?? "") : textOf(cell);
      cells.push(text, ...Array(cell.span - 1).fill(index < heads ? text : ""));
    }
    texts.push(cells);
  }
  return texts;
}

function textOf({ lines }: Cell): string {
  return lines.map(({ text, row }) => (row ? row.filter((cell) => cell !== "").join(" ") : text)).join(" ");
}

/** "2026" over "Frist" → "2026 Frist". */
function united(rows: readonly string[][]): string[] {
  const [first = []] = rows;
  return first.map((_, column) => {
    const names = rows.map((row) => row[column] ?? "").filter((name) => name !== "");
    return [...new Set(names)].join(" ");
  });
}

/** The blank line above parts a table from the one before it. */
function rowLine(row: string[], first: Line | undefined, gap: number): Line {
  const text = `| ${row.join(" | ")} |`;
  return { text, indent: 0, gap, opensPage: false, page: first?.page ?? null, level: 0, row };
}
