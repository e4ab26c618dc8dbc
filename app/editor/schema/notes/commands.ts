import type { MarkType, NodeType, Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { newBlockId } from "../../../document-model/block-id";
import { isNote, type NotePlace, noteIds, notesOf } from "./places";
import { type Stretch, wordAt, wordsOf } from "./words";

/** A note on the words at the caret, and the caret in it; false where there are no words. [E12] */
export function putNote(state: EditorState, tr: Transaction | null): boolean {
  const words = wordsOf(state);
  if (!words) return false;
  if (!tr) return true;
  const { block, note } = typesOf(state);
  const id = newBlockId();
  tr.addMark(words.from, words.to, note.create({ id }));
  const at = placeFor(state, words);
  tr.insert(at, block.create({ id, kind: "footnote" }));
  tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView();
  return true;
}

/** Behind the paragraph or table of its words, in the order of the numbers. */
function placeFor({ doc }: EditorState, { to }: Stretch): number {
  const { references } = notesOf(doc);
  const $to = doc.resolve(to);
  let at = $to.after(1);
  for (let node = doc.nodeAt(at); node && isNote(node); node = doc.nodeAt(at)) {
    const id: unknown = node.attrs["id"];
    const first = references.find((reference) => reference.id === id);
    if (first && first.at > to) break;
    at += node.nodeSize;
  }
  return at;
}

/** The note that the caret is in. */
export function noteOfCaret({ doc, selection }: EditorState): NotePlace | null {
  const { $from } = selection;
  if (!isNote($from.parent)) return null;
  return notesOf(doc).notes.find(({ pos }) => pos === $from.before()) ?? null;
}

/** The note whose words the caret stands in or right behind. */
export function noteAtCaret({ doc, selection }: EditorState): NotePlace | null {
  const before = selection.empty ? selection.$from.nodeBefore : null;
  const ids = before?.isText ? noteIds(before) : [];
  return notesOf(doc).notes.find(({ id, number }) => number !== null && ids.includes(id)) ?? null;
}

export function goToNote(tr: Transaction, { pos, node }: NotePlace): void {
  tr.setSelection(TextSelection.create(tr.doc, pos + 1 + node.content.size)).scrollIntoView();
}

/** From a note back to its words, or else to the end of the paragraph before it. */
export function goBack(state: EditorState, tr: Transaction, note: NotePlace): void {
  const at = notesOf(state.doc).references.find(({ id }) => id === note.id)?.at ?? endBefore(state.doc, note.pos);
  tr.setSelection(TextSelection.near(tr.doc.resolve(at), -1)).scrollIntoView();
}

/** Takes a note away, and its number from all words that had it. */
export function removeNote(state: EditorState, tr: Transaction, note: NotePlace): void {
  const type = typesOf(state).note;
  const back = notesOf(state.doc).references.find(({ id }) => id === note.id)?.at ?? endBefore(state.doc, note.pos);
  for (const { from, to } of stretchesOf(state.doc, note.id)) tr.removeMark(from, to, type.create({ id: note.id }));
  const $note = state.doc.resolve(note.pos);
  // A text or a cell is never without a paragraph.
  if ($note.parent.childCount > 1) tr.delete(note.pos, note.pos + note.node.nodeSize);
  else tr.setNodeAttribute(note.pos, "kind", "paragraph").delete(note.pos + 1, note.pos + 1 + note.node.content.size);
  tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(back)), -1)).scrollIntoView();
}

/** Gives a note words again: those at the caret when that stands in the text, else the last ones before the note. */
export function attachNote(state: EditorState, tr: Transaction, note: NotePlace): boolean {
  const here = isNote(state.selection.$to.parent) ? null : wordsOf(state);
  const words = here ?? wordAt(state.doc.resolve(endBefore(state.doc, note.pos)));
  if (!words) return false;
  tr.addMark(words.from, words.to, typesOf(state).note.create({ id: note.id }));
  tr.setSelection(TextSelection.create(tr.doc, words.to)).scrollIntoView();
  return true;
}

/** Where the text before a note ends, notes left out. */
function endBefore(doc: PmNode, pos: number): number {
  let end = 0;
  doc.nodesBetween(0, pos, (node, at) => {
    if (node.type.name === "block" && !isNote(node)) end = at + 1 + node.content.size;
    return node.type.name !== "block";
  });
  return end;
}

/** Every stretch of text that belongs to the note. */
export function stretchesOf(doc: PmNode, id: string, within: Stretch = { from: 0, to: doc.content.size }): Stretch[] {
  const found: Stretch[] = [];
  doc.nodesBetween(within.from, within.to, (node, pos) => {
    const has = node.marks.some(({ type, attrs }) => type.name === "note" && attrs["id"] === id);
    if (has) found.push({ from: pos, to: pos + node.nodeSize });
  });
  return found;
}

export function typesOf({ schema }: EditorState): { block: NodeType; note: MarkType } {
  const block = schema.nodes["block"];
  const note = schema.marks["note"];
  if (!block || !note) throw new Error("Expected a schema with blocks and notes");
  return { block, note };
}
