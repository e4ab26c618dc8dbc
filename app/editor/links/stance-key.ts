import { Extension } from "@tiptap/core";
import { createAsked } from "../asked";

/** The margin answers, which comes after the text. */
export const stanceKey = createAsked();

/** Mod-. goes from the text to the stances of the paragraph's link in the margin; a choice, and Escape, lead back. [L8] */
export const StanceKey = Extension.create({
  name: "stanceKey",
  addKeyboardShortcuts() {
    return { "Mod-.": () => stanceKey.ask(this.editor) };
  },
});
