import type { Editor } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, TextSelection } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { IncomingPart } from "../../document-model/incoming/shapes";
import { sliceOf } from "./slice";

/**
 * Whole blocks, after the one that has the caret, or in its place when it is an empty line. One step of undo, and one
 * update; ids are given as to everything that is new. [E25]
 */
export function insertParts(editor: Editor, parts: readonly IncomingPart[]): void {
  const { state, view } = editor;
  const { content } = sliceOf(state.schema, parts, false);
  const { undoManager } = yUndoPluginKey.getState(state);
  const { from, to } = placeFor(state);
  undoManager.stopCapturing();
  const isLast = to === state.doc.content.size;
  const block = state.schema.nodes["block"];
  // Below a table there has to be a line to go on in.
  const needsLine = isLast && content.lastChild?.type.name === "table" && block;
  const tr = state.tr.replaceWith(from, to, needsLine ? content.addToEnd(block.create()) : content);
  const end = tr.doc.resolve(from + content.size);
  tr.setSelection(TextSelection.near(end, -1)).setMeta("paste", true).scrollIntoView();
  view.dispatch(tr);
  undoManager.stopCapturing();
}

function placeFor({ doc, selection }: EditorState): { from: number; to: number } {
  const { $to } = selection;
  if ($to.depth === 0) return { from: $to.pos, to: $to.pos };
  const start = $to.before(1);
  let after = $to.after(1);
  // A paragraph's notes stay behind it.
  for (let node = doc.nodeAt(after); node?.attrs["kind"] === "footnote"; node = doc.nodeAt(after))
    after += node.nodeSize;
  return isEmptyLine(doc.nodeAt(start)) ? { from: start, to: $to.after(1) } : { from: after, to: after };
}

function isEmptyLine(node: PmNode | null): boolean {
  return node?.type.name === "block" && node.attrs["kind"] === "paragraph" && node.content.size === 0;
}
