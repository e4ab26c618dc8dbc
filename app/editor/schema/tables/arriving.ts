import { type Editor, Extension, type RawCommands } from "@tiptap/core";
// Their types alone: the commands of tables are Tiptap's own.
import type {} from "@tiptap/extension-table";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { persistently } from "../../../components/later";
import { whenIdle } from "../../../components/when-idle";
import { createAsked } from "../../asked";
import { lateProps } from "../../late-plugin";
import { isInTable } from "./selected";

type Behaviour = typeof import("./behaviour");

let here: Behaviour | null = null;
const waiting = new Set<() => void>();

/** A table can be read, and its words written, without this: it is fetched when the page has nothing better to do. */
export async function fetchTables(): Promise<void> {
  here ??= await import("./behaviour");
  for (const act of [...waiting]) act();
  waiting.clear();
}

/** The keys that lead to the bar above the caret's table, when it is drawn. */
export const tableBar = createAsked();

/** As prosemirror-tables calls its own plugin: its selecting of cells by mouse looks for its state under this name. */
const EDITING = { key: "selectingCells$" } as unknown as PluginKey<number | null>;

const COMMANDS = [
  ...(["addRowBefore", "addRowAfter", "addColumnBefore", "addColumnAfter"] as const),
  ...([
    "deleteRow",
    "deleteColumn",
    "deleteTable",
    "mergeCells",
    "splitCell",
    "toggleHeaderRow",
    "goToNextCell",
    "goToPreviousCell",
  ] as const),
] as const;
const DELETING = ["Backspace", "Mod-Backspace", "Delete", "Mod-Delete"];

/** What tables can do, and what is done until that is here: a key pressed in a table waits for it. [E14] */
export const TableBehaviour = Extension.create({
  name: "tableBehaviour",
  addCommands() {
    const { editor } = this;
    const of = (name: keyof RawCommands) => () => {
      const made = here?.madeFor(editor).commands[name] as (() => ReturnType<RawCommands["deleteTable"]>) | undefined;
      return made?.() ?? (() => false);
    };
    return Object.fromEntries(COMMANDS.map((name) => [name, of(name)]));
  },
  addKeyboardShortcuts() {
    const { editor } = this;
    const key = (name: string) => () => here?.madeFor(editor).keys[name]?.({ editor }) ?? false;
    return {
      ...Object.fromEntries(DELETING.map((name) => [name, key(name)])),
      Tab: () => inTable(editor, ({ toNextCell }) => toNextCell(editor)),
      "Shift-Tab": () => inTable(editor, () => key("Shift-Tab")()),
      "Mod-Alt-t": () => isInTable(editor.state) && tableBar.ask(editor),
    };
  },
  addProseMirrorPlugins: () => [editingPlugin(), gapPlugin()],
});

function inTable(editor: Editor, act: (tables: Behaviour) => boolean): boolean {
  if (!isInTable(editor.state)) return false;
  if (here) return act(here);
  waiting.add(() => here && !editor.isDestroyed && act(here));
  return true;
}

/** prosemirror-tables' plugin. */
function editingPlugin(): Plugin<number | null> {
  const editing = () => here?.editing;
  return new Plugin<number | null>({
    key: EDITING,
    state: {
      init: () => null,
      apply: (tr, now, before, after) => {
        const plugin = editing();
        return plugin?.spec.state?.apply.call(plugin, tr, now, before, after) ?? null;
      },
    },
    view: () => ({
      destroy: persistently(
        () => whenIdle().then(fetchTables),
        () => {},
      ),
    }),
    props: lateProps(editing, ["mousedown"]),
    appendTransaction: (transactions, before, after) => {
      const plugin = editing();
      return plugin?.spec.appendTransaction?.call(plugin, transactions, before, after);
    },
  });
}

/** Between two tables, or before one that the text begins with, there is no block for the caret. */
const gapKey = new PluginKey("gapCursor");
function gapPlugin(): Plugin {
  return new Plugin({ key: gapKey, props: lateProps(() => here?.gaps, ["beforeinput"]) });
}
