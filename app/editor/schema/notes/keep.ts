import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { stretchesOf } from "./commands";
import { pastNotes } from "./joins";
import { type NotePlace, notesOf } from "./places";

/**
 * A note that stood between what was selected and deleted is not what was meant, as long as its words are still there: it
 * is put back behind them. Who takes a note away by its key or button takes it from its words too. [E12]
 */
export function keepNotes(
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): Transaction | null {
  const held = new Set(notesOf(after.doc).notes.map(({ id }) => id));
  const gone = notesOf(before.doc).notes.filter(({ id, node }) => !held.has(id) && node.content.size > 0);
  if (gone.length === 0 || transactions.some(isCarried)) return null;
  const mapping = new Mapping(transactions.flatMap((tr) => tr.mapping.maps));
  const tr = after.tr;
  for (const note of gone.filter((one) => isDeleted(one, mapping))) {
    const words = stretchesOf(tr.doc, note.id).at(0);
    if (words) tr.insert(pastNotes(tr.doc, tr.doc.resolve(words.to).after(1)), note.node);
  }
  return tr.docChanged ? tr : null;
}

/** Cut and dragged notes come back where they are put. */
function isCarried(tr: Transaction): boolean {
  return tr.getMeta("uiEvent") === "cut" || tr.getMeta("uiEvent") === "drop";
}

/** None of its own words have gone into another paragraph. */
function isDeleted({ pos, node }: NotePlace, mapping: Mapping): boolean {
  return mapping.mapResult(pos + 1, 1).deletedAfter && mapping.mapResult(pos + 1 + node.content.size, -1).deletedBefore;
}
