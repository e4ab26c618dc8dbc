import { Extension } from "@tiptap/core";
import { Plugin, Selection, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { isMac } from "../desk/chord";
import { sheetsOf } from "./sheets";

/**
 * Keys that lead to the ends of the text. The browser finds no place for a caret on a sheet that it has not drawn, and
 * ProseMirror takes a caret that comes to the beginning just after the focus for the browser's own doing and puts it back: so
 * it is set here. Sheets beside the caret's own are always drawn, for the keys that go a line or a page. [E34]
 */
export const FarKeys = Extension.create({
  name: "farKeys",
  addProseMirrorPlugins() {
    return [new Plugin({ props: { handleKeyDown: goFar }, view: drawAroundCaret })];
  },
});

function goFar(view: EditorView, event: KeyboardEvent): boolean {
  const end = endOf(event);
  if (!end) return false;
  const { doc, selection, tr } = view.state;
  const there = end === "start" ? Selection.atStart(doc) : Selection.atEnd(doc);
  const selected = event.shiftKey ? TextSelection.between(selection.$anchor, there.$head) : there;
  view.dispatch(tr.setSelection(selected).scrollIntoView());
  return true;
}

function endOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): "start" | "end" | null {
  if (altKey) return null;
  if (isMac) return !metaKey ? null : key === "ArrowUp" ? "start" : key === "ArrowDown" ? "end" : null;
  return !ctrlKey ? null : key === "Home" ? "start" : key === "End" ? "end" : null;
}

function drawAroundCaret(view: EditorView) {
  const look = () => {
    const { focusNode } = document.getSelection() ?? {};
    if (focusNode && view.dom.contains(focusNode)) sheetsOf(view.dom)?.drawAround(focusNode);
  };
  document.addEventListener("selectionchange", look);
  return { destroy: () => document.removeEventListener("selectionchange", look) };
}
