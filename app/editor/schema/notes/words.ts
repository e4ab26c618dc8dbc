import type { Node as PmNode, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, TextSelection } from "@tiptap/pm/state";
import { isNote } from "./places";

export type Stretch = { from: number; to: number };

/** The words that a note put in now belongs to: the selected ones, else the word at the caret. Null where there is none. */
export function wordsOf({ selection, doc }: EditorState): Stretch | null {
  if (!(selection instanceof TextSelection)) return null;
  const { $from, $to, empty } = selection;
  if (empty) return wordAt($to);
  // Of several paragraphs the last: the number stands at the end.
  const $end = $to.parentOffset === 0 && $to.pos > $from.pos ? endBefore(doc, $to) : $to;
  if ($end.parent.type.name !== "block" || isNote($end.parent)) return null;
  const from = Math.max($from.pos, $end.start());
  const text = textOf($end.parent).slice(from - $end.start(), $end.parentOffset);
  const last = /[^\n]*\S(?=\s*$)/.exec(text);
  return last ? { from: from + last.index, to: from + last.index + last[0].length } : wordAt($end);
}

/** The word that the caret stands in or behind; where there is none before it, the next one. */
export function wordAt($at: ResolvedPos): Stretch | null {
  if ($at.parent.type.name !== "block" || isNote($at.parent)) return null;
  const text = textOf($at.parent);
  const before = /\S+(?=[^\S\n]*$)/.exec(text.slice(0, $at.parentOffset));
  if (before) {
    const end = before.index + before[0].length;
    const rest = end === $at.parentOffset ? (/^\S*/.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return { from: $at.start() + before.index, to: $at.start() + end + rest };
  }
  const next = /\S+/.exec(text.slice($at.parentOffset));
  if (!next) return null;
  const from = $at.pos + next.index;
  return { from, to: from + next[0].length };
}

function endBefore(doc: PmNode, $to: ResolvedPos): ResolvedPos {
  return TextSelection.findFrom(doc.resolve($to.before()), -1, true)?.$to ?? $to;
}

/** One character for each position, so that places in it are places in the paragraph. */
function textOf(block: PmNode): string {
  return block.textBetween(0, block.content.size, undefined, "\n");
}
