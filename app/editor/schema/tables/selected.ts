import type { EditorState, Selection } from "@tiptap/pm/state";
import type { CellSelection } from "@tiptap/pm/tables";

/** Whether cells are selected, and not words: asked without the code of tables, which comes after the text. */
export function isOfCells(selection: Selection): selection is CellSelection {
  return "$anchorCell" in selection;
}

/** Whether the caret is in a table. */
export function isInTable({ selection: { $from } }: Pick<EditorState, "selection">): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === "table") return true;
  return false;
}
