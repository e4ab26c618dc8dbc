import { type CommandProps, Extension } from "@tiptap/core";
import { goBack, goToNote, noteAtCaret, noteOfCaret, putNote, removeNote } from "./commands";
import { joinPastNotes } from "./joins";
import "./notes.css";
import { noteIdsPlugin, notesPlugin, refuseNote } from "./plugin";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    notes: {
      /** From the text into a note on the words at the caret, made if there is none; from a note back to its words. */
      toggleNote: () => ReturnType;
      /** Takes an empty note away, and goes back to its words. */
      leaveEmptyNote: () => ReturnType;
      /** Joins paragraphs that notes stand between. */
      joinPastNotes: (by: 1 | -1) => ReturnType;
    };
  }
}

/** Footnotes as a person meets them; after Identity, whose new ids they follow. [E12] */
export const Notes = Extension.create({
  name: "notes",
  priority: 85,
  addCommands: () => noteCommands,
  addKeyboardShortcuts() {
    return { "Mod-Alt-f": () => this.editor.commands.toggleNote() };
  },
  addProseMirrorPlugins: () => [noteIdsPlugin(), notesPlugin()],
});

const noteCommands = {
  toggleNote:
    () =>
    ({ state, tr, dispatch }: CommandProps): boolean => {
      const inside = noteOfCaret(state);
      const known = noteAtCaret(state);
      if (!inside && !known) {
        if (!putNote(state, dispatch ? tr : null) && dispatch) refuseNote(tr);
        return true;
      }
      if (dispatch && inside) goBack(state, tr, inside);
      else if (dispatch && known) goToNote(tr, known);
      return true;
    },
  leaveEmptyNote:
    () =>
    ({ state, tr, dispatch }: CommandProps): boolean => {
      const note = state.selection.empty ? noteOfCaret(state) : null;
      if (!note || note.node.content.size > 0) return false;
      if (dispatch) removeNote(state, tr, note);
      return true;
    },
  joinPastNotes:
    (by: 1 | -1) =>
    ({ state, tr, dispatch }: CommandProps): boolean =>
      joinPastNotes(state, dispatch ? tr : null, by),
};
