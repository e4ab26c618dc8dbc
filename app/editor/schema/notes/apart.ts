import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceStep, type Step } from "@tiptap/pm/transform";
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
    key: new PluginKey("notesApart"),
    props: { transformPasted: withWholeNotes },
    appendTransaction: (transactions, _before, after) =>
      transactions.every(isLocal) ? parted(transactions, after) : null,
  });
}

function parted(transactions: readonly Transaction[], after: EditorState): Transaction | null {
  const steps = transactions.flatMap((tr) => tr.steps.map((step, index) => ({ step, doc: tr.docs[index] })));
  const maps = transactions.flatMap((tr) => tr.mapping.maps);
  for (const [index, { step, doc }] of steps.entries()) {
    const met = doc && meeting(step, doc);
    const tr = met && partAt(after, new Mapping(maps.slice(index)), met);
    if (tr) return tr;
  }
  return null;
}

type Meeting = { from: number; to: number; rest: PmNode };

/** Where what stands in one of them would run on in the other; `rest` is whose words come last. */
function meeting(step: Step, doc: PmNode): Meeting | null {
  if (!(step instanceof ReplaceStep)) return null;
  const { from, to } = step;
  const [first, last] = [doc.resolve(from).parent, doc.resolve(to).parent];
  const areBlocks = first.type.name === "block" && last.type.name === "block";
  return areBlocks && isNote(first) !== isNote(last) ? { from, to, rest: last } : null;
}

function partAt(after: EditorState, mapping: Mapping, { from, to, rest }: Meeting): Transaction | null {
  const [$from, $to] = [after.doc.resolve(mapping.map(from, -1)), after.doc.resolve(mapping.map(to, 1))];
  const isJoined = $from.parent === $to.parent && $to.parent.type.name === "block";
  if (!isJoined || $to.parentOffset === $to.parent.content.size) return null;
  const { tr, selection } = after;
  tr.split($to.pos, 1, [{ type: rest.type, attrs: rest.attrs }]);
  // The caret stays where the words went out, or behind what was typed there.
  return selection.head === $to.pos ? tr.setSelection(TextSelection.create(tr.doc, $to.pos)) : tr;
}
