import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { meantNodes } from "./links/meant-blocks";

const key = new PluginKey<string | null>("markedBlocks");

/** Marks the paragraph of the caret, and the one that the address points to (`#b-<id>`), until the caret moves. */
export const MarkedBlocks = Extension.create({
  name: "markedBlocks",
  addProseMirrorPlugins() {
    return [
      new Plugin<string | null>({
        key,
        state: {
          init: () => null,
          apply: (tr, target) => {
            const asked: string | null | undefined = tr.getMeta(key);
            if (asked !== undefined) return asked;
            return tr.selectionSet && !tr.getMeta(ySyncPluginKey) ? null : target;
          },
        },
        props: { decorations: marks },
      }),
    ];
  },
});

function marks(state: EditorState): DecorationSet {
  const target = key.getState(state);
  const found = meantNodes(state).map(({ node, pos }) =>
    Decoration.node(pos, pos + node.nodeSize, { class: "is-current" }),
  );
  if (target) {
    const pos = positionOf(state, target);
    const size = pos === null ? 0 : (state.doc.nodeAt(pos)?.nodeSize ?? 0);
    if (pos !== null) found.push(Decoration.node(pos, pos + size, { class: "is-target" }));
  }
  return DecorationSet.create(state.doc, found);
}

function positionOf(state: EditorState, blockId: string): number | null {
  let found: number | null = null;
  state.doc.descendants((node, pos) => {
    if (node.attrs["id"] === blockId) found = pos;
    return found === null;
  });
  return found;
}

/** Scrolls to a paragraph and marks it; false when it is not in the text. */
export function showBlock(view: EditorView, blockId: string): boolean {
  const pos = positionOf(view.state, blockId);
  if (pos === null) return false;
  view.dispatch(view.state.tr.setMeta(key, blockId));
  const element = view.nodeDOM(pos);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: "center" });
  return true;
}
