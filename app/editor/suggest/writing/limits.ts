import { Extension } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { isInOneBlock } from "./in-one-block";

export type Unsuggested = "tables" | "notes";

/**
 * What cannot be suggested does not happen: rows, columns and whole tables stay as they are, and words in cells get no new
 * footnotes. Whoever tries is told at the place. [G3]
 */
export const Limits = Extension.create<{ onRefused: (view: EditorView, what: Unsuggested) => void }>({
  name: "suggestionLimits",
  addProseMirrorPlugins() {
    const { editor, options } = this;
    // The sentence is a transaction of its own: not in the middle of one.
    const onRefused = (what: Unsuggested) => queueMicrotask(() => options.onRefused(editor.view, what));
    return [
      new Plugin({
        key: new PluginKey("suggestionLimits"),
        filterTransaction: (tr) => {
          if (!tr.docChanged || tr.getMeta(ySyncPluginKey)?.isChangeOrigin || isInOneBlock(tr)) return true;
          const [before, after] = [formOf(tr.before), formOf(tr.doc)];
          if (before.tables !== after.tables) onRefused("tables");
          else if (hasNewNoteInCell(tr.doc, before.notes, after.notes)) onRefused("notes");
          else return true;
          return false;
        },
      }),
    ];
  },
});

function formOf(doc: PmNode): { tables: string; notes: Set<string> } {
  const tables: string[] = [];
  const notes = new Set<string>();
  doc.forEach((node) => {
    if (node.type.name === "table") tables.push(tableForm(node));
    else if (node.attrs["kind"] === "footnote") notes.add(String(node.attrs["id"]));
  });
  return { tables: tables.join(), notes };
}

/** A new footnote stands in the text: what is suggested of a cell would not hold it. */
function hasNewNoteInCell(doc: PmNode, before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const fresh = [...after].filter((id) => !before.has(id));
  if (fresh.length === 0) return false;
  let found = false;
  doc.forEach((node) => {
    if (node.type.name !== "table") return;
    node.descendants((inside) => {
      if (inside.marks.some(({ type, attrs }) => type.name === "note" && fresh.includes(String(attrs["id"]))))
        found = true;
      return !found;
    });
  });
  return found;
}

const known = new WeakMap<PmNode, string>();

function tableForm(table: PmNode): string {
  const found =
    known.get(table) ?? table.content.content.map((row) => row.content.content.map(spans).join("|")).join("/");
  known.set(table, found);
  return found;
}

function spans({ attrs, type }: PmNode): string {
  return `${type.name}${attrs["colspan"]}${attrs["rowspan"]}${attrs["header"] ?? ""}`;
}
