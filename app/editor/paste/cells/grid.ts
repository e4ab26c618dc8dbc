import { Fragment, type Node as PmNode, Slice } from "@tiptap/pm/model";

/** Cells on their way in, by the row and column they begin in. */
export type Grid = { rows: number; columns: number; cells: readonly GridCell[] };
export type GridCell = { row: number; column: number; blocks: readonly PmNode[] };

/** What was copied as cells: rows, cells or a whole table, and nothing beside them. Null for all else. */
export function gridOf({ content }: Slice): Grid | null {
  let parts = content.content;
  if (parts.length === 1 && parts[0] && roleOf(parts[0]) === "table") parts = parts[0].content.content;
  if (parts.length > 0 && parts.every(isCell)) return placed([parts]);
  if (parts.length === 0 || !parts.every((part) => roleOf(part) === "row")) return null;
  return placed(parts.map((row) => row.content.content));
}

export function holdsCells({ content }: Slice): boolean {
  return content.content.some((node) => roleOf(node) !== undefined);
}

/** Text with tables among it, for a place where no table may stand: its cells become paragraphs. */
export function withoutCells({ content, openStart, openEnd }: Slice): Slice {
  const blocks = blocksIn(content.content);
  const isOpen = (depth: number, node: PmNode | undefined) => (depth > 0 && node?.isTextblock ? 1 : 0);
  return new Slice(Fragment.fromArray(blocks), isOpen(openStart, blocks[0]), isOpen(openEnd, blocks.at(-1)));
}

/** A table of what was copied as cells: as it was, or with rows of one width. */
export function tableOf({ content }: Slice): PmNode | null {
  const [first] = content.content;
  if (!first || roleOf(first) === "table") return first ?? null;
  const { table, tableRow } = first.type.schema.nodes;
  if (!table || !tableRow) return null;
  // What is missing in a row is put there by prosemirror-tables.
  return table.create(null, isCell(first) ? tableRow.create(null, content) : content);
}

/** Text for one cell. */
export function oneCell({ content }: Slice): Grid {
  const block = content.firstChild?.type.schema.nodes["block"];
  const blocks =
    content.content.every(({ isTextblock }) => isTextblock) || !block ? content.content : [block.create(null, content)];
  return { rows: 1, columns: 1, cells: [{ row: 0, column: 0, blocks }] };
}

/** Its tables' words, cells by tabs and rows by lines. */
export function tableTexts({ content }: Slice): string[] {
  const lineOf = (row: PmNode) =>
    row.content.content.map((cell) => cell.textBetween(0, cell.content.size, " ", " ")).join("\t");
  return content.content.flatMap((node) =>
    roleOf(node) === "table" ? [node.content.content.map(lineOf).join("\n")] : [],
  );
}

function blocksIn(nodes: readonly PmNode[]): PmNode[] {
  return nodes.flatMap((node) => (roleOf(node) === undefined ? [node] : blocksIn(node.content.content)));
}

function roleOf({ type }: PmNode): string | undefined {
  return type.spec["tableRole"];
}

function isCell(node: PmNode): boolean {
  return roleOf(node)?.endsWith("cell") === true;
}

/** A cell that spans several takes its place once; what stands beside or below it makes way. */
function placed(rows: readonly (readonly PmNode[])[]): Grid {
  const cells: GridCell[] = [];
  const taken = new Set<string>();
  let columns = 0;
  for (const [row, nodes] of rows.entries()) {
    let column = 0;
    for (const node of nodes) {
      while (taken.has(`${row} ${column}`)) column += 1;
      cells.push({ row, column, blocks: node.content.content });
      const { colspan, rowspan } = node.attrs;
      for (let down = 0; down < rowspan; down += 1)
        for (let right = 0; right < colspan; right += 1) taken.add(`${row + down} ${column + right}`);
      column += colspan;
    }
    columns = Math.max(columns, column);
  }
  return { rows: rows.length, columns, cells };
}
