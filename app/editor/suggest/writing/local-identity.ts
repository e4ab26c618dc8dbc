import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { newBlockId } from "../../../document-model/block-id";
import { createClipboard } from "../../identity/clipboard";
import { holders, planIdentity } from "../../identity/plan";
import { isInOneBlock } from "./in-one-block";

/**
 * The same identity as in the live text, for ids alone: which paragraph is which decides what a suggestion is of. Links
 * follow when it is accepted, by the server. What follows others' writing, and what undo brings back, has its ids. [E2]
 */
export const LocalIdentity = Extension.create<{ doc: Y.Doc }>({
  name: "identity",
  priority: 90,
  addProseMirrorPlugins() {
    const nothing = { isKnownTarget: () => false, center: () => null };
    const { plugin } = createClipboard(this.editor.schema, { doc: this.options.doc, ...nothing });
    return [plugin, idsPlugin()];
  },
});

function idsPlugin(): Plugin {
  const seen = new Set<string>();
  return new Plugin({
    key: new PluginKey("localIds"),
    appendTransaction: (transactions, before, after) => {
      // Then no id has come or gone.
      if (transactions.every(isInOneBlock)) return null;
      for (const { id } of holders(before.doc)) if (id !== null) seen.add(id);
      return transactions.some((tr) => tr.docChanged) && transactions.every(isTyped)
        ? withIds(transactions, before, after, seen)
        : null;
    },
  });
}

function isTyped(tr: Transaction): boolean {
  const root: Transaction = tr.getMeta("appendedTransaction") ?? tr;
  return !root.getMeta(ySyncPluginKey)?.isChangeOrigin && !root.getMeta("history$");
}

function withIds(transactions: readonly Transaction[], before: EditorState, after: EditorState, seen: Set<string>) {
  const mapping = new Mapping();
  for (const tr of transactions) mapping.appendMapping(tr.mapping);
  const isOurs = (id: string) => seen.has(id);
  const { ids } = planIdentity({ before: before.doc, after: after.doc, mapping, newId: newBlockId, isOurs });
  if (ids.length === 0) return null;
  return ids.reduce((tr, { pos, id }) => tr.setNodeAttribute(pos, "id", id), after.tr);
}
