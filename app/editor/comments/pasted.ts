import type { Node as PmNode } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { commentsOf } from "./anchors";

/**
 * Comments come in with what is pasted or dropped only when they belong to this text and their words were cut from it: a
 * copy is no second place of a conversation, and another text's conversations are not here. [K1]
 */
export function withoutCopies(
  transactions: readonly Transaction[],
  after: EditorState,
  isKnown: (threadId: string) => boolean,
): Transaction | null {
  const at = transactions.findIndex((tr) => ["paste", "drop"].includes(tr.getMeta("uiEvent")));
  const mark = after.schema.marks["comment"];
  if (at < 0 || !mark) return null;
  const tr = after.tr;
  for (const { from, to } of putIn(transactions.slice(at))) {
    const { brought, elsewhere } = wordsOfThreads(after.doc, from, to);
    for (const [id, words] of brought)
      if (!isKnown(id) || isCopy(words, elsewhere.get(id))) tr.removeMark(from, to, mark.create({ id }));
  }
  return tr.docChanged ? tr : null;
}

/** Where the steps have put something, as positions of the document after all of them. */
function putIn(transactions: readonly Transaction[]): { from: number; to: number }[] {
  const steps = transactions.flatMap((tr) => tr.mapping.maps);
  return steps.flatMap((step, index) => {
    const later = new Mapping(steps.slice(index + 1));
    const ranges: { from: number; to: number }[] = [];
    step.forEach((_from, _to, from, to) => {
      if (to > from) ranges.push({ from: later.map(from, -1), to: later.map(to, 1) });
    });
    return ranges;
  });
}

type WordsOf = ReadonlyMap<string, string>;

/** Thread → its words, inside a range and outside of it. */
function wordsOfThreads(doc: PmNode, from: number, to: number): { brought: WordsOf; elsewhere: WordsOf } {
  const [brought, elsewhere] = [new Map<string, string>(), new Map<string, string>()];
  doc.descendants((node, pos) => {
    if (!node.isText) return true;
    const [begin, end] = [Math.max(from - pos, 0), Math.min(to - pos, node.nodeSize)];
    const text = node.text ?? "";
    for (const id of commentsOf(node)) {
      const inside = begin < end ? text.slice(begin, end) : "";
      const outside = begin < end ? text.slice(0, begin) + text.slice(end) : text;
      if (inside) brought.set(id, (brought.get(id) ?? "") + inside);
      if (outside) elsewhere.set(id, (elsewhere.get(id) ?? "") + outside);
    }
    return false;
  });
  return { brought, elsewhere };
}

/** Some of a thread's words that were moved away from the rest are no copy: the rest has others. */
function isCopy(words: string, others: string | undefined): boolean {
  return others !== undefined && (others.includes(words) || words.includes(others));
}
