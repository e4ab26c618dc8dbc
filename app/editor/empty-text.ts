import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { editor as words } from "../words/editor";

/** What stands in an empty block that the caret is in. Looks at that block alone, however long the text is. */
export const EmptyText = Extension.create({
  name: "emptyText",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey("emptyText"),
        props: {
          decorations: ({ doc, selection: { $anchor } }) => {
            const block = editor.isEditable && $anchor.depth > 0 ? $anchor.node(1) : null;
            if (!block?.isTextblock || block.content.size > 0) return null;
            const from = $anchor.before(1);
            const look = { class: "is-empty", "data-placeholder": words.placeholder };
            return DecorationSet.create(doc, [Decoration.node(from, from + block.nodeSize, look)]);
          },
        },
      }),
    ];
  },
});
