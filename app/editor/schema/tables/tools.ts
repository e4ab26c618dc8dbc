import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import { tables as words } from "../../../words/tables";
import { keepHeaders, toggleHeaders } from "./headers";
import { hasHeader, MOST_COLUMNS, MOST_ROWS, type TablePlace, tableOfCaret } from "./limits";

export type TableTool = {
  id: string;
  label: string;
  /** What it is about, and what of it stands on a button beside that word. */
  of: string;
  short: string;
  /** Undefined for what cannot be on. */
  isOn?: boolean;
  isOff?: boolean;
  onUse: () => void;
};

type Act = Pick<TableTool, "isOn" | "isOff" | "onUse">;
type Run = () => ReturnType<ReturnType<Editor["chain"]>["focus"]>;

/** What can be done to the table of the caret. */
export function tableTools(editor: Editor): readonly TableTool[] {
  const table = tableOfCaret(editor.state);
  if (!table) return [];
  const run: Run = () => editor.chain().focus();
  const acts = { ...growing(table, run), ...heading(table, run), ...shrinking(table, run) };
  return (Object.keys(words.tools) as (keyof typeof words.tools)[]).map((id) => ({
    id,
    ...words.tools[id],
    ...acts[id],
  }));
}

function growing(table: TablePlace, run: Run) {
  const { rows, columns } = table;
  const grown = (of: "row" | "column", chain: ReturnType<Run>) => chain.command(({ tr }) => keepHeaders(tr, table, of));
  const [isTall, isWide] = [rows >= MOST_ROWS, columns >= MOST_COLUMNS];
  return {
    rowAbove: { isOff: isTall, onUse: () => grown("column", run().addRowBefore()).run() },
    rowBelow: { isOff: isTall, onUse: () => grown("column", run().addRowAfter()).run() },
    columnLeft: { isOff: isWide, onUse: () => grown("row", run().addColumnBefore()).run() },
    columnRight: { isOff: isWide, onUse: () => grown("row", run().addColumnAfter()).run() },
  } satisfies Record<string, Act>;
}

function heading(table: TablePlace, run: Run) {
  const toggle =
    (of: "row" | "column") =>
    ({ tr }: { tr: Transaction }) =>
      toggleHeaders(tr, table, of);
  return {
    headerRow: { isOn: hasHeader(table, "row"), onUse: () => run().command(toggle("row")).run() },
    headerColumn: { isOn: hasHeader(table, "column"), onUse: () => run().command(toggle("column")).run() },
  } satisfies Record<string, Act>;
}

/** The last row or column goes with its table. */
function shrinking({ rows, columns }: TablePlace, run: Run) {
  const all = () => run().deleteTable().run();
  return {
    deleteRow: { onUse: () => (rows > 1 ? run().deleteRow().run() : all()) },
    deleteColumn: { onUse: () => (columns > 1 ? run().deleteColumn().run() : all()) },
    deleteTable: { onUse: all },
  } satisfies Record<string, Act>;
}

/** Why the table cannot grow, if it cannot. */
export function tableIsFull(editor: Editor): string | null {
  const table = tableOfCaret(editor.state);
  if (!table) return null;
  if (table.rows >= MOST_ROWS) return words.mostRows(MOST_ROWS);
  return table.columns >= MOST_COLUMNS ? words.mostColumns(MOST_COLUMNS) : null;
}

/** Tab: the next cell; in the last one a new row, as long as there may be one more. */
export function toNextCell(editor: Editor): boolean {
  if (editor.commands.goToNextCell()) return true;
  const table = tableOfCaret(editor.state);
  if (!table) return false;
  if (table.rows < MOST_ROWS)
    editor
      .chain()
      .addRowAfter()
      .command(({ tr }) => keepHeaders(tr, table, "column"))
      .goToNextCell()
      .run();
  return true;
}
