import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { pastNotes } from "./notes/joins";
import { MOST_COLUMNS, MOST_ROWS } from "./tables/limits";

export type TableSize = { rows: number; columns: number; hasHeader: boolean };

export const USUAL_TABLE: TableSize = { rows: 3, columns: 3, hasHeader: true };

/** Whether there may be a table of that size. */
export function isTableSize({ rows, columns }: Pick<TableSize, "rows" | "columns">): boolean {
  const isWithin = (count: number, most: number) => Number.isInteger(count) && count >= 1 && count <= most;
  return isWithin(rows, MOST_ROWS) && isWithin(columns, MOST_COLUMNS);
}

/** Puts a table after the block of the caret; below it there is always a block to go on in. */
export function insertTable(editor: Editor, { rows, columns, hasHeader } = USUAL_TABLE): void {
  const { state, view } = editor;
  const { table, tableRow, tableHeader, tableCell, block } = state.schema.nodes;
  if (!table || !tableRow || !tableHeader || !tableCell || !block) throw new Error("Expected a schema with tables");
  const cells = (type: typeof tableCell) => Array.from({ length: columns }, () => type.create(null, block.create()));
  const made = Array.from({ length: rows }, (_, row) =>
    tableRow.create(null, cells(row === 0 && hasHeader ? tableHeader : tableCell)),
  );
  const at = pastNotes(state.doc, state.selection.$from.after(1));
  const isLast = at === state.doc.content.size;
  const tr = state.tr.insert(at, isLast ? [table.create(null, made), block.create()] : table.create(null, made));
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  view.focus();
}
