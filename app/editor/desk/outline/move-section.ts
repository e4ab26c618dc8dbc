import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { Section } from "./sections";

/**
 * Moves a section before another child of the document (or to its end), in one transaction: as the same nodes, so that
 * ids, links and footnotes go along [E2] and y-tiptap moves them instead of writing one paragraph's text into another.
 * Null when it would stand where it stands. [E16]
 */
export function moveSection(
  state: EditorState,
  section: Pick<Section, "from" | "to">,
  before: number,
): Transaction | null {
  const { doc } = state;
  if (before >= section.from && before <= section.to) return null;
  const [start, end, target] = [offsetOf(doc, section.from), offsetOf(doc, section.to), offsetOf(doc, before)];
  const nodes = doc.slice(start, end).content;
  const { head } = state.selection;
  const tr = state.tr.delete(start, end);
  const at = tr.mapping.map(target);
  tr.insert(at, nodes);
  // The caret stays in its words, wherever they stand now.
  const caret = head > start && head < end ? at + head - start : tr.mapping.map(head);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size))));
}

/** Where the child begins; the end of the text for one past the last. */
export function offsetOf(doc: PmNode, index: number): number {
  let offset = 0;
  for (let at = 0; at < Math.min(index, doc.childCount); at++) offset += doc.child(at).nodeSize;
  return offset;
}
