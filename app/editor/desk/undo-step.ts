import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

/** What is done at once is taken back at once, and not with what was typed just before or after. [E6] */
export function asOneStep(editor: Editor, change: () => void): void {
  const undoManager: Y.UndoManager = yUndoPluginKey.getState(editor.state).undoManager;
  undoManager.stopCapturing();
  change();
  undoManager.stopCapturing();
}
