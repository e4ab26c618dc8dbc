import type { Node as PmNode } from "@tiptap/pm/model";

/**
 * Whether a cell is a header is an attribute of it: prosemirror-tables makes another cell of it, and with the one that
 * goes go the words that somebody else is writing there. Null: it is what it was made as. [E14]
 */
export function isHeaderCell(cell: PmNode | null | undefined): boolean {
  return cell?.attrs["header"] ?? cell?.type.name === "tableHeader";
}
