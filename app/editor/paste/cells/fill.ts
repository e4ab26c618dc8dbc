import { Fragment, type Node as PmNode } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { addRow, CellSelection, cellAround, TableMap } from "@tiptap/pm/tables";
import { isHeaderCell } from "../../schema/tables/header-cell";
import { MOST_COLUMNS, MOST_ROWS } from "../../schema/tables/limits";
import type { Grid, GridCell } from "./grid";

type Corner = { table: number; row: number; column: number };
/** `rows`: how many there is room for. */
type Room = Corner & { rows: number };
type Rect = {
  map: TableMap;
  tableStart: number;
  table: PmNode;
  left: number;
  top: number;
  right: number;
  bottom: number;
};

/**
 * Puts cells into the table, from the caret's cell on: the cells there keep what they are and get the words, rows and
 * columns are added where there are too few. Whole rows come in as rows of their own above the caret's, unless those they
 * would lie on are empty. Answers what no table has room for. [E14]
 */
export function fillCells(tr: Transaction, grid: Grid): readonly GridCell[] {
  const { selection } = tr;
  const [only, ...others] = grid.cells;
  if (only && others.length === 0 && selection instanceof CellSelection) {
    fillSelected(tr, selection, only.blocks);
    return [];
  }
  const corner = cornerOf(tr);
  if (!corner) return grid.cells;
  const at = makeRoom(tr, corner, grid);
  const { map } = rectOf(tr, at.table);
  const fits = ({ row, column }: GridCell) => row < at.rows && at.column + column < map.width;
  write(tr, at, grid.cells.filter(fits));
  return grid.cells.filter((cell) => !fits(cell));
}

/** The cell of the caret, or the first of those that are selected. */
function cornerOf({ selection }: Transaction): Corner | null {
  const $cell = selection instanceof CellSelection ? selection.$anchorCell : cellAround(selection.$from);
  if (!$cell) return null;
  const map = TableMap.get($cell.node(-1));
  const start = $cell.start(-1);
  const other = selection instanceof CellSelection ? selection.$headCell : $cell;
  const { top, left } = map.rectBetween($cell.pos - start, other.pos - start);
  return { table: start - 1, row: top, column: left };
}

function rectOf({ doc }: Transaction, pos: number): Rect {
  const table = doc.nodeAt(pos);
  if (!table) throw new Error("Expected the table to be where it was");
  const map = TableMap.get(table);
  return { map, table, tableStart: pos + 1, left: 0, top: 0, right: map.width, bottom: map.height };
}

function makeRoom(tr: Transaction, corner: Corner, grid: Grid): Room {
  const { table: pos } = corner;
  const { map, table } = rectOf(tr, pos);
  const isRows = grid.columns === map.width && map.width > 1;
  const wouldCover = corner.column > 0 || isWritten(table, map, corner.row, corner.row + grid.rows);
  if (isRows && wouldCover) {
    const count = Math.min(grid.rows, MOST_ROWS - map.height);
    for (let added = 0; added < count; added += 1) addRow(tr, rectOf(tr, pos), corner.row);
    return { ...corner, column: 0, rows: count };
  }
  const [height, width] = [corner.row + grid.rows, corner.column + grid.columns];
  for (let now = map.height; now < Math.min(height, MOST_ROWS); now += 1) addRow(tr, rectOf(tr, pos), now);
  widen(tr, rectOf(tr, pos), Math.min(width, MOST_COLUMNS) - map.width);
  return { ...corner, rows: Math.min(grid.rows, MOST_ROWS - corner.row) };
}

/** Cells at the end of each row: headers where the row consists of them. */
function widen(tr: Transaction, { map, table, tableStart }: Rect, count: number): void {
  if (count <= 0) return;
  let end = tableStart + table.content.size;
  for (let row = map.height - 1; row >= 0; row -= 1) {
    const node = table.child(row);
    const type = table.type.schema.nodes[node.children.every(isHeaderCell) ? "tableHeader" : "tableCell"];
    const cells = Array.from({ length: count }, () => type?.createAndFill()).filter((cell) => cell != null);
    tr.insert(end - 1, cells);
    end -= node.nodeSize;
  }
}

function isWritten(table: PmNode, map: TableMap, from: number, to: number): boolean {
  return map.map.slice(from * map.width, to * map.width).some((pos) => (table.nodeAt(pos)?.textContent ?? "") !== "");
}

/** From the last to the first, so that no place moves. Two that come to one cell, where it spans several, both stay. */
function write(tr: Transaction, { table: pos, row, column }: Corner, cells: readonly GridCell[]): void {
  const { map, tableStart } = rectOf(tr, pos);
  const found = new Map<number, PmNode[]>();
  for (const cell of cells) {
    const at = map.map[(row + cell.row) * map.width + column + cell.column];
    if (at !== undefined) found.set(at, [...(found.get(at) ?? []), ...cell.blocks]);
  }
  const before = tr.mapping.maps.length;
  const places = [...found.keys()].sort((one, other) => other - one);
  for (const at of places) writeCell(tr, tableStart + at, found.get(at) ?? []);
  const [last] = places;
  if (last !== undefined) caretAtEnd(tr, tr.mapping.slice(before).map(tableStart + last));
}

function fillSelected(tr: Transaction, selection: CellSelection, blocks: readonly PmNode[]): void {
  const all: number[] = [];
  selection.forEachCell((_, pos) => all.push(pos));
  const [first = 0] = all.sort((one, other) => one - other);
  for (const pos of [...all].reverse()) writeCell(tr, pos, blocks);
  caretAtEnd(tr, first);
}

function writeCell(tr: Transaction, pos: number, blocks: readonly PmNode[]): void {
  const cell = tr.doc.nodeAt(pos);
  const type = tr.doc.type.schema.nodes["block"];
  if (!cell || !type) return;
  const said = blocks.filter(({ content }) => content.size > 0);
  tr.replaceWith(pos + 1, pos + 1 + cell.content.size, Fragment.fromArray(said.length > 0 ? said : [type.create()]));
}

function caretAtEnd(tr: Transaction, cell: number): void {
  const size = tr.doc.nodeAt(cell)?.nodeSize ?? 2;
  tr.setSelection(TextSelection.near(tr.doc.resolve(cell + size - 1), -1)).scrollIntoView();
}
