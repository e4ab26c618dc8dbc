import type { Block, ResponseDocument, Table } from "../document";

export type Entry = Block | Table;
export type Blocks = ResponseDocument["blocks"];

/** What neighbours are: the blocks and tables of the text, or the blocks of one cell. `name` is the same in another reading. */
export type Row = { name: string; entries: readonly Entry[] };

/** The text's own row, and one for every cell. */
export function rowsOf(blocks: Blocks): Row[] {
  const cells = blocks.flatMap((table) => (table.type === "table" ? cellsOf(table) : []));
  return [{ name: "", entries: blocks }, ...cells];
}

function cellsOf(table: Table): Row[] {
  return table.rows.flatMap((row, down) =>
    row.map((cell, across) => ({ name: `${table.id}/${down}/${across}`, entries: cell.blocks })),
  );
}

/** The row that has that block or table in it, and where. */
export function placeOf(blocks: Blocks, id: string): { row: Row; at: number } | null {
  for (const row of rowsOf(blocks)) {
    const at = row.entries.findIndex((entry) => entry.id === id);
    if (at >= 0) return { row, at };
  }
  return null;
}

/** The same text with one row of it changed. */
export function withRow(blocks: Blocks, name: string, change: (entries: readonly Entry[]) => Entry[]): Blocks {
  if (name === "") return change(blocks);
  return blocks.map((entry) => (entry.type === "table" ? withCell(entry, name, change) : entry));
}

function withCell(table: Table, name: string, change: (entries: readonly Entry[]) => Entry[]): Table {
  if (!name.startsWith(`${table.id}/`)) return table;
  const rows = table.rows.map((row, down) =>
    row.map((cell, across) =>
      name === `${table.id}/${down}/${across}` ? { ...cell, blocks: change(cell.blocks).filter(isBlock) } : cell,
    ),
  );
  return { ...table, rows };
}

export function isBlock(entry: Entry): entry is Block {
  return entry.type === "block";
}
