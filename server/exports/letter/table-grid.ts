import type { Table, TableCell } from "../../../app/document-model/document";
import type { CellOf, GridOf } from "./shapes";

type Placed = { x: number; y: number; cell: TableCell };

/**
 * The table as a whole grid: every cell at its place, spans cut where they leave the table or meet another cell, holes
 * filled. Two people can leave a table ragged; no writer of files should have to know. Header rows are the leading rows
 * of header cells only, at most all but one.
 */
export function gridOf<Node>(table: Table, bodyOf: (cell: TableCell) => Node[]): GridOf<Node> | null {
  const rows = table.rows.length;
  const taken = new Set<string>();
  const placed = table.rows.flatMap((row, y) => placeRow(row, y, rows, taken));
  const columns = Math.max(0, ...[...taken].map((key) => Number(key.split("|")[0]) + 1));
  if (rows === 0 || columns === 0) return null;
  const cells: CellOf<Node>[] = placed.map(({ x, y, cell }) => ({
    x,
    y,
    colspan: cell.colspan,
    rowspan: cell.rowspan,
    header: cell.header,
    body: bodyOf(cell),
  }));
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      if (!taken.has(`${x}|${y}`)) cells.push({ x, y, colspan: 1, rowspan: 1, header: false, body: [] });
  cells.sort((a, b) => a.y - b.y || a.x - b.x);
  return { kind: "table", columns, rows, headerRows: headerRowsOf(cells, rows), cells };
}

function placeRow(row: readonly TableCell[], y: number, rows: number, taken: Set<string>): Placed[] {
  let x = 0;
  return row.map((cell) => {
    while (taken.has(`${x}|${y}`)) x++;
    const rowspan = Math.max(1, Math.min(Math.trunc(cell.rowspan) || 1, rows - y));
    let colspan = 1;
    while (colspan < Math.min(Math.trunc(cell.colspan) || 1, 60) && !taken.has(`${x + colspan}|${y}`)) colspan++;
    for (let dy = 0; dy < rowspan; dy++) for (let dx = 0; dx < colspan; dx++) taken.add(`${x + dx}|${y + dy}`);
    return { x, y, cell: { ...cell, colspan, rowspan } };
  });
}

function headerRowsOf(cells: readonly CellOf<unknown>[], rows: number): number {
  let count = 0;
  while (count < rows - 1 && cells.filter((cell) => cell.y === count).every((cell) => cell.header)) count++;
  const crosses = cells.some((cell) => cell.y < count && cell.y + cell.rowspan > count);
  return crosses ? 0 : count;
}
