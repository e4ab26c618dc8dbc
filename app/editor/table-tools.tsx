import type { Editor } from "@tiptap/react";
import { toolbar as words } from "../words/editor";
import { insertTable } from "./schema/insert-table";
import { Tool } from "./tool";

type Props = { editor: Editor; isInTable: boolean };

/** A table to begin with; inside one, what can be done to it. */
export function TableTools({ editor, isInTable }: Props) {
  const run = () => editor.chain().focus();
  if (!isInTable) return <Tool label={words.table} icon="table" onUse={() => insertTable(editor)} />;
  const tools: [string, () => void][] = [
    [words.addRow, () => run().addRowAfter().run()],
    [words.addColumn, () => run().addColumnAfter().run()],
    [words.deleteRow, () => run().deleteRow().run()],
    [words.deleteColumn, () => run().deleteColumn().run()],
    [words.deleteTable, () => run().deleteTable().run()],
  ];
  return tools.map(([label, use]) => (
    <button
      key={label}
      type="button"
      data-stop
      className="tool tool-word"
      onMouseDown={(event) => event.preventDefault()}
      onClick={use}
    >
      {label}
    </button>
  ));
}
