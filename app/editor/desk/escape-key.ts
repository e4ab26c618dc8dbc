import { type Editor, Extension } from "@tiptap/core";

const leaving = new WeakMap<Editor, () => boolean>();

/** What Escape does in the text before anything else; false leaves it to others. ProseMirror takes the key from the page. */
export function onEscape(editor: Editor, leave: () => boolean): void {
  leaving.set(editor, leave);
}

/** Before everybody else's: in focus, what they would answer (an offer in the margin) is out of sight. */
export const EscapeKey = Extension.create({
  name: "escapeKey",
  priority: 2000,
  addKeyboardShortcuts() {
    return { Escape: () => leaving.get(this.editor)?.() ?? false };
  },
});
