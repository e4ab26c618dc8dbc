import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { addLink } from "../../document-model/links";
import { templates as words } from "../../words/templates";
import { LINKING } from "../undo";
import { insertParts, type PutIn } from "./insert";
import { type Ground, partsOf, type TemplateId } from "./parts";

/** One step of undo, links and all; answers what there is to say. [E26] */
export function insertTemplate(
  { editor, doc, center }: { editor: Editor; doc: Y.Doc; center: string | null },
  id: TemplateId,
  ground: Ground,
): string {
  const { undoManager } = yUndoPluginKey.getState(editor.state);
  const tr = editor.state.tr;
  const put = insertParts(editor.state, tr, partsOf(id, ground));
  if (!put) return words.already(words.names[id]);
  undoManager.stopCapturing();
  editor.view.dispatch(tr);
  if (center) link(editor, doc, put, center);
  undoManager.stopCapturing();
  editor.view.focus();
  return words.done(words.names[id]);
}

/** The lines have got their ids by now. */
function link(editor: Editor, doc: Y.Doc, put: readonly PutIn[], center: string): void {
  doc.transact(() => {
    for (const { pos, targets } of put) {
      const id: unknown = editor.state.doc.nodeAt(pos)?.attrs["id"];
      for (const target of targets) if (typeof id === "string") addLink(doc, id, { ...target, center });
    }
  }, LINKING);
}
