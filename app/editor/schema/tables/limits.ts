import type { Node as PmNode } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { TableMap } from "@tiptap/pm/tables";
import { isHeaderCell } from "./header-cell";
import { headerCells } from "./headers";

/** More would be a table that no page can lay out. [E14] */
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 20;

export type TablePlace = { node: PmNode; pos: number; rows: number; columns: number };

/** The table that the caret is in. */
export function tableOfCaret({ selection }: Pick<EditorState, "selection">): TablePlace | null {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === "table") {
      const { width, height } = TableMap.get(node);
      return { node, pos: $from.before(depth), rows: height, columns: width };
    }
  }
  return null;
}

/** Whether all cells of the first row, or of the first column, are headers. */
export function hasHeader({ node }: TablePlace, of: "row" | "column"): boolean {
  return headerCells(node, of).every((pos) => isHeaderCell(node.nodeAt(pos)));
}
