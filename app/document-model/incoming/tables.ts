import { plainText, withoutAllBold } from "./content";
import type { IncomingBlock, IncomingCell, IncomingTable, LeftOut } from "./shapes";

/** As wide and long as a response's table may be. [E14] */
const MOST_COLUMNS = 20;
const MOST_ROWS = 200;

/**
 * Rows as any program writes them → a table whose rows all have the same width: spans end where the table ends, rows that
 * only spans reach into are gone, and what is beyond the widest table is left out and said.
 */
export function tableOf(given: readonly (readonly IncomingCell[])[]): { table: IncomingTable | null; left: LeftOut[] } {
  const own = given.filter((row) => row.length > 0);
  const placed = place(own.slice(0, MOST_ROWS), own);
  const lost = [...placed.lost, ...own.slice(MOST_ROWS).flat()];
  const left: LeftOut[] = lost.length > 0 ? [{ kind: "wide-table", text: lost.map(textOfCell).join("\t") }] : [];
  if (placed.rows.length === 0) return { table: null, left };
  return { table: { type: "table", rows: headed(placed.rows) }, left };
}

function textOfCell({ blocks }: IncomingCell): string {
  return blocks.map(plainText).join(" ").trim();
}

/** Word and spreadsheets say a table's text so: cells by tabs, rows by lines. */
export function tableText(rows: readonly (readonly IncomingCell[])[]): string {
  return rows.map((row) => row.map(textOfCell).join("\t")).join("\n");
}

type Placed = { rows: IncomingCell[][]; lost: IncomingCell[] };

function place(rows: readonly (readonly IncomingCell[])[], own: readonly unknown[]): Placed {
  const lost: IncomingCell[] = [];
  const kept: IncomingCell[][] = rows.map(() => []);
  // How many rows further down each column is taken by a cell from above.
  const taken: number[] = [];
  for (const [index, row] of rows.entries()) {
    let column = 0;
    const starts: number[] = [];
    for (const cell of row) {
      while ((taken[column] ?? 0) > 0) column += 1;
      if (column >= MOST_COLUMNS) {
        if (textOfCell(cell) !== "") lost.push(cell);
        continue;
      }
      const colspan = spanAt(taken, column, cell.colspan);
      const rowspan = Math.max(1, Math.min(cell.rowspan, own.length - index, rows.length - index));
      kept[index]?.push({ ...cell, colspan, rowspan });
      for (let at = column; at < column + colspan; at += 1) {
        taken[at] = rowspan;
        starts.push(at);
      }
      column += colspan;
    }
    for (let at = 0; at < taken.length; at += 1) taken[at] = Math.max(0, (taken[at] ?? 0) - 1);
  }
  return { rows: padded(kept), lost };
}

/** As wide as it says, but not over a cell that hangs down from above, nor over the edge. */
function spanAt(taken: readonly number[], column: number, wanted: number): number {
  let span = 1;
  while (span < wanted && column + span < MOST_COLUMNS && (taken[column + span] ?? 0) === 0) span += 1;
  return span;
}

function padded(rows: readonly IncomingCell[][]): IncomingCell[][] {
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries())
    for (const { colspan, rowspan } of row)
      for (let at = index; at < index + rowspan; at += 1) widths[at] = (widths[at] ?? 0) + colspan;
  const width = Math.max(0, ...widths);
  return rows.map((row, index) => [
    ...row,
    ...Array.from({ length: width - (widths[index] ?? 0) }, () => emptyCell(row[0]?.header ?? false)),
  ]);
}

function emptyCell(header: boolean): IncomingCell {
  return { header, colspan: 1, rowspan: 1, blocks: [emptyBlock()] };
}

export function emptyBlock(): IncomingBlock {
  return { type: "block", kind: "paragraph", level: 0, content: [] };
}

/** A first row that is bold throughout, above one that is not, is a row of headers; in headers bold says nothing. */
function headed(rows: readonly IncomingCell[][]): IncomingCell[][] {
  const [first, second] = rows;
  const hasHeaders = rows.some((row) => row.some(({ header }) => header));
  const isHead = !hasHeaders && first && second && first.every(isBold) && !second.every(isBold);
  return rows.map((row, index) => row.map((cell) => finished(cell, cell.header || (index === 0 && isHead === true))));
}

function isBold({ blocks }: IncomingCell): boolean {
  const runs = blocks.flatMap(({ content }) => content).filter((inline) => "text" in inline);
  return runs.length > 0 && runs.every((run) => run.bold || run.text.trim() === "");
}

function finished(cell: IncomingCell, header: boolean): IncomingCell {
  const blocks = cell.blocks.length > 0 ? cell.blocks : [emptyBlock()];
  if (!header) return { ...cell, header, blocks };
  return { ...cell, header, blocks: blocks.map((block) => ({ ...block, content: withoutAllBold(block.content) })) };
}
