import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type PluginView } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** Where something that is dragged would come to stand. Its code comes when something is dragged over the text. */
export const DropMark = Extension.create({
  name: "dropMark",
  addProseMirrorPlugins: () => [new Plugin({ key: new PluginKey("dropMark"), view: onDrag })],
});

function onDrag(view: EditorView): PluginView {
  let drawn: PluginView | undefined;
  const begin = async () => {
    const { dropCursor } = await import("@tiptap/pm/dropcursor");
    if (!view.isDestroyed) drawn ??= dropCursor({ class: "drop-cursor" }).spec.view?.(view);
  };
  const begun = () => void begin().catch(() => view.dom.addEventListener("dragenter", begun, { once: true }));
  view.dom.addEventListener("dragenter", begun, { once: true });
  return {
    update: (now, before) => drawn?.update?.(now, before),
    destroy: () => {
      view.dom.removeEventListener("dragenter", begun);
      drawn?.destroy?.();
    },
  };
}
