import type { IncomingBlock, IncomingCell, IncomingPart } from "../../document-model/incoming/shapes";
import { tableOf, tableText } from "../../document-model/incoming/tables";
import { Builder } from "./builder";
import { type Around, NOWHERE, type Walk } from "./walk-shapes";

/**
 * A table is one where it lays out cells in rows and columns; elsewhere (a newsletter's frame, a single column) it is the
 * paragraphs it holds. Cells hold no tables: what stands in a table in a cell becomes that cell's paragraphs.
 */
export function readTable(walk: Walk, element: HTMLTableElement, around: Around): void {
  const { builder } = walk;
  const rows = [...element.rows];
  const isLaidOut = rows.length < 2 || rows.every(({ cells }) => cells.length < 2);
  builder.close();
  if (element.caption) walk.all(walk, [element.caption], { ...around, item: null });
  if (isLaidOut || around.isCell) {
    if (around.isCell && !isLaidOut) builder.leave("nested-table", plainRows(rows));
    for (const row of rows) for (const cell of row.cells) walkCell(walk, cell, around);
    return;
  }
  const { table, left } = tableOf(rows.map((row) => [...row.cells].map((cell) => cellOf(walk, cell, around.look))));
  for (const { kind, text } of left) builder.leave(kind, text);
  if (table) builder.table(table);
}

function walkCell(walk: Walk, cell: Element, around: Around): void {
  const { builder } = walk;
  builder.close();
  walk.all(walk, cell.childNodes, { ...around, item: null, list: null });
  builder.close();
}

function cellOf(walk: Walk, cell: HTMLTableCellElement, look: Around["look"]): IncomingCell {
  const builder = new Builder(walk.builder.left);
  const { bold, italic } = look;
  const around = { ...NOWHERE, look: { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) }, isCell: true };
  walk.all({ ...walk, builder, pending: { item: null } }, cell.childNodes, around);
  builder.close();
  return {
    header: cell.localName === "th" || isHeadRow(cell.parentElement),
    colspan: spanOf(cell, "colspan"),
    rowspan: spanOf(cell, "rowspan"),
    blocks: builder.parts.filter(isBlock),
  };
}

function isHeadRow(row: Element | null): boolean {
  return row?.parentElement?.localName === "thead" || row?.querySelector(":scope > [role='columnheader']") != null;
}

function isBlock(part: IncomingPart): part is IncomingBlock {
  return part.type === "block";
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  return Math.min(1000, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1));
}

function plainRows(rows: readonly HTMLTableRowElement[]): string {
  const plain = (cell: Element): IncomingCell => {
    const text = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
    const block: IncomingBlock = { type: "block", kind: "paragraph", level: 0, content: [{ text }] };
    return { header: false, colspan: 1, rowspan: 1, blocks: [block] };
  };
  return tableText(rows.map((row) => [...row.cells].map(plain)));
}
