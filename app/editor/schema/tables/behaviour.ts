// What tables can do beyond standing in a text: it comes after the text (arriving.ts).
import { type Editor, type Extension, getExtensionField, type RawCommands } from "@tiptap/core";
import { Table } from "@tiptap/extension-table";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { tableEditing } from "@tiptap/pm/tables";

export { toNextCell } from "./tools";

type Keys = Record<string, (pressed: { editor: Editor }) => boolean>;

/** Selecting cells, keeping rows as long as one another: what prosemirror-tables' plugin answers. */
export const editing = tableEditing();
/** A caret where there is no block for it. */
export const gaps = gapCursor();

/** Tiptap's commands and keys for tables, made for an editor. */
export function madeFor(editor: Editor): { commands: Partial<RawCommands>; keys: Keys } {
  const context = { name: Table.name, options: Table.options, storage: {}, editor, type: editor.schema.nodes["table"] };
  const field = <T>(name: "addCommands" | "addKeyboardShortcuts"): (() => T) =>
    getExtensionField(Table as unknown as Extension, name, context);
  return { commands: field<Partial<RawCommands>>("addCommands")(), keys: field<Keys>("addKeyboardShortcuts")() };
}
