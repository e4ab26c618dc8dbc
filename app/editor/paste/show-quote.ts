import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

/** Selects the words that something hung on, where they still stand. Looked for when asked, in the whole text once. */
export function showQuote(editor: Editor, quote: string): boolean {
  const sought = folded(quote);
  let found: { from: number; to: number } | null = null;
  editor.state.doc.descendants((node, pos) => {
    if (found) return false;
    if (node.type.name !== "block") return true;
    const text = node.textBetween(0, node.content.size, undefined, " ");
    const at = folded(text).indexOf(sought);
    if (at >= 0) found = { from: pos + 1 + at, to: pos + 1 + at + sought.length };
    return false;
  });
  const place: { from: number; to: number } | null = found;
  if (place === null) return false;
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(rangeIn(state.doc, place)).scrollIntoView());
  view.focus();
  return true;
}

function rangeIn(doc: Parameters<typeof TextSelection.create>[0], { from, to }: { from: number; to: number }) {
  return TextSelection.create(doc, from, to);
}

/** White space of every kind counts as one sign for one, so that places stay what they are. */
function folded(text: string): string {
  return text.replace(/\s/g, " ").toLowerCase();
}
