import type { Node as PmNode } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { TableMap } from "@tiptap/pm/tables";
import { isHeaderCell } from "./header-cell";

type Table = { node: PmNode; pos: number };
type Of = "row" | "column";

/** The cells of the first row, or of the first column, by their places in the table. */
export function headerCells(table: PmNode, of: Of): number[] {
  const { map, width, height } = TableMap.get(table);
  const all = of === "row" ? map.slice(0, width) : Array.from({ length: height }, (_, row) => map[row * width] ?? 0);
  return [...new Set(all)];
}

function areHeaders(table: PmNode, places: readonly number[]): boolean {
  return places.every((place) => isHeaderCell(table.nodeAt(place)));
}

/** The corner stays a header as long as it is one of the others. */
export function toggleHeaders(tr: Transaction, { node, pos }: Table, of: Of): boolean {
  const places = headerCells(node, of);
  const others = headerCells(node, of === "row" ? "column" : "row");
  const isOn = !areHeaders(node, places);
  const hasOthers = others.length > 1 && areHeaders(node, others);
  for (const place of places)
    if (isOn || !hasOthers || place !== others[0]) tr.setNodeAttribute(pos + 1 + place, "header", isOn);
  return true;
}

/** The corner alone is of both: it is the row's, unless it is the column that has more headers. */
function isHeaderLine(table: PmNode, of: Of): boolean {
  const cells = headerCells(table, of);
  if (!areHeaders(table, cells)) return false;
  const across = headerCells(table, of === "row" ? "column" : "row");
  return cells.length > 1 || (across.length > 1 ? !areHeaders(table, across) : of === "row");
}

/** What has come to stand in a row or column of headers is one too. */
export function keepHeaders(tr: Transaction, { node: before, pos }: Table, of: Of): boolean {
  const table = tr.doc.nodeAt(pos);
  if (!table || !isHeaderLine(before, of)) return true;
  for (const place of headerCells(table, of))
    if (!isHeaderCell(table.nodeAt(place))) tr.setNodeAttribute(pos + 1 + place, "header", true);
  return true;
}
