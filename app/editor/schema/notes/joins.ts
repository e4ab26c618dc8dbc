import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { isNote } from "./places";

/** Positions of two paragraphs that notes stand between. */
type Pair = { before: number; after: number };

/**
 * Backspace (-1) and Delete (1) where a note is the neighbour: notes are passed over, so that paragraphs join with
 * paragraphs and a note stays whole. True when there was such a neighbour, whether or not something could be done. [E12]
 */
export function joinPastNotes(state: EditorState, tr: Transaction | null, by: 1 | -1): boolean {
  const { $from, empty } = state.selection;
  const block = $from.parent;
  const edge = by === -1 ? 0 : block.content.size;
  if (!empty || block.type.name !== "block" || $from.parentOffset !== edge) return false;
  if (isNote(block)) return true;
  const holder = $from.node($from.depth - 1);
  const index = $from.index($from.depth - 1);
  if (!isNote(holder.maybeChild(index + by))) return false;
  const other = nextPast(holder, index, by);
  const neighbour = other === null ? null : holder.child(other);
  if (other === null || neighbour?.type.name !== "block" || !tr) return true;
  const posOf = (at: number) => $from.start($from.depth - 1) + offsetOf(holder, at);
  join(state, tr, { before: posOf(Math.min(index, other)), after: posOf(Math.max(index, other)) });
  return true;
}

function nextPast(holder: PmNode, index: number, by: 1 | -1): number | null {
  let at = index + by;
  while (isNote(holder.maybeChild(at))) at += by;
  return holder.maybeChild(at) ? at : null;
}

/** As ProseMirror joins, so that identity sees where the words went; the notes between come after. */
function join({ doc }: EditorState, tr: Transaction, { before, after }: Pair): void {
  const first = doc.nodeAt(before);
  if (!first) return;
  const seam = before + 1 + first.content.size;
  const between = doc.slice(before + first.nodeSize, after).content;
  tr.delete(seam, after + 1);
  tr.insert(before + (tr.doc.nodeAt(before)?.nodeSize ?? 0), between);
  tr.setSelection(TextSelection.create(tr.doc, seam)).scrollIntoView();
}

function offsetOf(holder: PmNode, index: number): number {
  let offset = 0;
  for (let at = 0; at < index; at++) offset += holder.child(at).nodeSize;
  return offset;
}

/** Behind the notes that follow a position of the text's or a cell's own level. */
export function pastNotes(doc: PmNode, pos: number): number {
  let at = pos;
  for (let node = doc.nodeAt(at); node && isNote(node); node = doc.nodeAt(at)) at += node.nodeSize;
  return at;
}
