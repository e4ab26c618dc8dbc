import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { returned } from "../../words/returned";
import type { Remark } from "./context";

type Shown = { remarks: readonly Remark[]; set: DecorationSet };
const key = new PluginKey<Shown>("returnedRemarks");

/** Under each paragraph what was said of it when the text was returned. At a key they only move along. [A14] */
export const ReturnedRemarks = Extension.create({
  name: "returnedRemarks",
  addProseMirrorPlugins() {
    return [
      new Plugin<Shown>({
        key,
        state: {
          init: () => ({ remarks: [], set: DecorationSet.empty }),
          apply: (tr, shown) => {
            const remarks: readonly Remark[] | undefined = tr.getMeta(key);
            if (remarks) return { remarks, set: notesIn(tr.doc, remarks) };
            return tr.docChanged && shown.remarks.length > 0
              ? { ...shown, set: shown.set.map(tr.mapping, tr.doc) }
              : shown;
          },
        },
        props: { decorations: (state) => key.getState(state)?.set },
      }),
    ];
  },
});

export function showRemarks(view: EditorView, remarks: readonly Remark[]): void {
  view.dispatch(view.state.tr.setMeta(key, remarks));
}

/** Whether some of them no longer stand under their paragraph: it was moved, cut, or has come back. */
export function areAstray(view: EditorView): boolean {
  const shown = key.getState(view.state);
  if (!shown || shown.remarks.length === 0) return false;
  const places = (set: DecorationSet) => set.find().map(({ from, spec }) => `${spec["blockId"]}@${from}`);
  return places(shown.set).join() !== places(notesIn(view.state.doc, shown.remarks)).join();
}

export function notesIn(doc: Node, remarks: readonly Remark[]): DecorationSet {
  if (remarks.length === 0) return DecorationSet.empty;
  const said = new Map(remarks.map(({ blockId, text }) => [blockId, text]));
  const found: Decoration[] = [];
  doc.descendants((node, pos) => {
    const blockId: unknown = node.attrs["id"];
    const text = typeof blockId === "string" ? said.get(blockId) : undefined;
    if (text === undefined) return !node.isTextblock;
    const spec = { side: -1, blockId, key: `remark-${blockId}`, ignoreSelection: true };
    found.push(Decoration.widget(pos + node.nodeSize, () => noteOf(text), spec));
    return false;
  });
  return DecorationSet.create(doc, found);
}

function noteOf(text: string): HTMLElement {
  const note = document.createElement("div");
  note.className = "returned-remark";
  note.contentEditable = "false";
  note.setAttribute("role", "note");
  note.setAttribute("aria-label", returned.remark);
  note.textContent = text;
  return note;
}
