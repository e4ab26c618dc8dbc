import { Extension } from "@tiptap/core";

/**
 * Ctrl+Alt is AltGr on Windows, and a Danish keyboard makes @, £ and } of it with 2, 3 and 0: there Mod-Alt-2 never comes
 * (block-keys.ts), so that headings have keys that every keyboard has. A Mac makes signs of these, and has the others. [E15]
 */
export const HeadingKeys = Extension.create({
  name: "headingKeys",
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      "Alt-Shift-0": () => editor.commands.setKind("paragraph"),
      "Alt-Shift-1": () => editor.commands.toggleKind("heading", 1),
      "Alt-Shift-2": () => editor.commands.toggleKind("heading", 2),
      "Alt-Shift-3": () => editor.commands.toggleKind("heading", 3),
    };
  },
});
