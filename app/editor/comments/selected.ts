import type { EditorState } from "@tiptap/pm/state";
import type { Put, Words } from "../../document-model/comment-anchors";
import { idOf, wordsOf } from "./anchors";

/** As many as one comment can be about (server/comments/forms.ts). */
const MOST_PARAGRAPHS = 50;

/**
 * What a comment would be about: the selected words, in every paragraph that they go over, or the whole paragraph of the
 * caret. Null where there is none.
 */
export function putAtSelection({ doc, selection }: EditorState): Put | null {
  if (selection.empty) {
    const block = selection.$from.parent;
    return block.type.name === "block" ? whole(idOf(block), wordsOf(block)) : null;
  }
  const all: Words[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (node.type.name !== "block") return true;
    const from = Math.max(selection.from - pos - 1, 0);
    const quote = wordsOf(node, from, Math.min(selection.to - pos - 1, node.content.size));
    const before = quote.length - quote.trimStart().length;
    if (quote.trim() !== "") all.push({ blockId: idOf(node), quote: quote.trim(), place: from + before });
    return false;
  });
  const [first, ...more] = all;
  return first && more.length > 0 ? { ...first, more: more.slice(0, MOST_PARAGRAPHS) } : (first ?? null);
}

/** Blanks around the words belong to nothing. */
function whole(blockId: string, text: string): Put {
  return { blockId, quote: text.trim(), place: text.length - text.trimStart().length };
}
