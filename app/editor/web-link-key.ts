import { Extension } from "@tiptap/core";
import { createAsked } from "./asked";

/** The toolbar asks for the address. */
export const webLinkKey = createAsked();

/** Mod-k is the source's: a link to a web page has a key beside it. [L5] */
export const WebLinkKey = Extension.create({
  name: "webLinkKey",
  addKeyboardShortcuts() {
    return { "Mod-Alt-k": () => this.editor.isEditable && webLinkKey.ask(this.editor) };
  },
});
