/** Cells that were read → rows in which every cell stands in its column, empty ones too. */
export type Cell = { text: string; x: number; right: number };

/** An empty cell is not told of: a row with fewer cells than the others is laid out by where its cells stand. */
export function alignCells(rows: readonly Cell[][]): string[][] {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = spans(rows.filter((row) => row.length === widest));
  return rows.map((row) => {
    if (row.length === widest) return row.map((cell) => cell.text);
    const laid: string[] = Array.from({ length: widest }, () => "");
    for (const [index, cell] of row.entries()) {
      const column = nearest(columns, cell) ?? index;
      laid[column] = [laid[column] ?? "", cell.text].filter((text) => text !== "").join(" ");
    }
    return laid;
  });
}

/** From where to where each column has text. */
function spans(rows: readonly Cell[][]): { x: number; right: number }[] {
  return (rows[0] ?? []).map((_, index) => {
    const cells = rows.flatMap((row) => row[index] ?? []).filter((cell) => cell.text !== "");
    return { x: Math.min(...cells.map((cell) => cell.x)), right: Math.max(...cells.map((cell) => cell.right)) };
  });
}

function nearest(columns: readonly { x: number; right: number }[], cell: Cell): number | null {
  if (!Number.isFinite(cell.x)) return null;
  const away = ({ x, right }: { x: number; right: number }) => {
    const overlap = Math.min(right, cell.right) - Math.max(x, cell.x);
    return overlap > 0 ? Math.abs(x - cell.x) * 0.01 : -overlap;
  };
  let best: number | null = null;
  for (const [index, column] of columns.entries()) {
    const found = best === null ? undefined : columns[best];
    if (Number.isFinite(column.x) && (!found || away(column) < away(found))) best = index;
  }
  return best;
}
