import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceStep } from "@tiptap/pm/transform";
import { withWholeNotes } from "./pasted";
import { isNote } from "./places";
import { isLocal } from "./plugin";

/**
 * Words never pass between a note and a paragraph by themselves: what is taken out from the middle of one to the middle of
 * the other leaves the rest of each where it was, and what is pasted or dropped with a note at its edge leaves that note
 * whole. Before Identity, which would take it for a join. [E44]
 */
export function notesApartPlugin(): Plugin {
  return new Plugin({
    props: { transformPasted: withWholeNotes },
    appendTransaction: (transactions, _before, after) =>
      transactions.every(isLocal) ? parted(transactions, after) : null,
  });
}

function parted(transactions: readonly Transaction[], after: EditorState): Transaction | null {
  const docs = transactions.flatMap((tr) => tr.docs);
  const maps = transactions.flatMap((tr) => tr.mapping.maps);
  for (const [index, step] of transactions.flatMap((tr) => tr.steps).entries()) {
    if (!(step instanceof ReplaceStep)) continue;
    const [first, last] = [step.from, step.to].map((pos) => docs[index]?.resolve(pos).parent);
    if (!last || first?.type !== last.type || isNote(first) === isNote(last)) continue;
    const mapping = new Mapping(maps.slice(index));
    const tr = partAt(after, mapping.map(step.from, -1), mapping.map(step.to), last);
    if (tr) return tr;
  }
  return null;
}

/** Where the words of `last` have run on in the other's block, they are in one like their own again. */
function partAt({ doc, tr, selection }: EditorState, from: number, to: number, last: PmNode): Transaction | null {
  const { parent, parentOffset } = doc.resolve(to);
  const isJoined = parent.type === last.type && doc.resolve(from).parent === parent;
  if (!isJoined || parentOffset === parent.content.size) return null;
  tr.split(to, 1, [last]);
  // The caret stays where the words went out, or behind what was typed there.
  return selection.head === to ? tr.setSelection(TextSelection.create(tr.doc, to)) : tr;
}
