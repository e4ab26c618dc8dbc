import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

const ROWS = 3;
const COLUMNS = 3;

/** Puts a table with a row of headers after the block of the caret; below it there is always a block to go on in. */
export function insertTable(editor: Editor): void {
  const { state, view } = editor;
  const { table, tableRow, tableHeader, tableCell, block } = state.schema.nodes;
  if (!table || !tableRow || !tableHeader || !tableCell || !block) throw new Error("Expected a schema with tables");
  const cells = (type: typeof tableCell) => Array.from({ length: COLUMNS }, () => type.create(null, block.create()));
  const rows = Array.from({ length: ROWS }, (_, row) =>
    tableRow.create(null, cells(row === 0 ? tableHeader : tableCell)),
  );
  const at = state.selection.$from.after(1);
  const isLast = at === state.doc.content.size;
  const tr = state.tr.insert(at, isLast ? [table.create(null, rows), block.create()] : table.create(null, rows));
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  view.focus();
}
