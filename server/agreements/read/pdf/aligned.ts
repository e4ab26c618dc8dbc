import { readMarker } from "../markers";
import { alignCells, type Cell } from "./cells";
import { joined } from "./printed";
import { type Row, textOf } from "./rows";
import type { Run } from "./runs";

/** Tables without lines: three rows or more whose cells begin below each other. */
const MIN_ROWS = 3;
const NEAR = 3;

/** A row cut at its wide gaps. */
export function cellsOf(row: Row): Cell[] {
  const groups: Run[][] = [];
  for (const run of row.runs) {
    const above = groups.at(-1)?.at(-1);
    const isFar = !above || run.x - above.right > Math.max(run.size, above.size) * 1.2;
    if (isFar) groups.push([run]);
    else groups.at(-1)?.push(run);
  }
  const cells = groups.map((runs) => ({
    text: textOf(runs, row.y, row.size),
    x: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.right)),
  }));
  // "•      a point": the sign of a list is no cell.
  const [first, second, ...others] = cells;
  const isSign = first && second && readMarker(`${first.text} Xx`) !== null && others.length === 0;
  return isSign ? [{ text: `${first.text} ${second.text}`, x: first.x, right: second.right }] : cells;
}

/** How many rows from `start` on are one table, and its cells; null when it is none. */
export function alignedTable(rows: readonly Row[], start: number): { taken: number; cells: string[][] } | null {
  const first = rows[start];
  if (!first || first.table || cellsOf(first).length < 2) return null;
  const found: Cell[][] = [];
  let taken = 0;
  let whole = 0;
  for (const row of rows.slice(start, start + 300)) {
    const above = rows[start + taken - 1];
    const cells = row.table ? [] : cellsOf(row);
    const last = found.at(-1);
    if (cells.length >= 2 && isAligned(cells, found[0] ?? cells)) {
      found.push(cells);
      whole += 1;
    } else if (above && last && cells.length === 1 && goesOn(row, above, cells[0], found[0] ?? []))
      extend(last, cells[0]);
    else break;
    taken += 1;
  }
  return whole >= MIN_ROWS ? { taken, cells: alignCells(found) } : null;
}

function isAligned(cells: readonly Cell[], columns: readonly Cell[]): boolean {
  const inColumn = (cell: Cell) =>
    columns.some(({ x, right }) => Math.abs(x - cell.x) <= NEAR || Math.abs(right - cell.right) <= NEAR);
  return cells.filter(inColumn).length >= Math.max(2, cells.length - 1);
}

/** A cell's second line stands under its first, in a column that is not the first. */
function goesOn(row: Row, above: Row, cell: Cell | undefined, columns: readonly Cell[]): boolean {
  if (!cell || row.y - above.y > row.size * 1.5) return false;
  return columns.slice(1).some(({ x }) => Math.abs(x - cell.x) <= NEAR);
}

function extend(row: Cell[], cell: Cell | undefined): void {
  const above = row.find(({ x }) => cell && Math.abs(x - cell.x) <= NEAR);
  if (above && cell) above.text = joined([above.text, cell.text]);
}
