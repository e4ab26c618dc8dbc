import type { Mark } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { Match } from "./matches";

/** The words that stand there, replaced. They look as the first of them did, and no footnote loses its place. [E17] */
export function replaceMatches(state: EditorState, matches: readonly Match[], by: string): Transaction {
  const { tr, schema } = state;
  // From behind, so that what is still to come stands where it stood.
  for (const match of matches.toReversed()) {
    if (by === "") tr.delete(match.from, match.to);
    else tr.replaceWith(match.from, match.to, schema.text(by, marksOf(state, match)));
  }
  return tr;
}

function marksOf({ doc }: EditorState, { from, to }: Match): readonly Mark[] {
  let marks: readonly Mark[] = doc.nodeAt(from)?.marks ?? [];
  doc.nodesBetween(from, to, (node) => {
    for (const mark of node.marks) if (mark.type.name === "note") marks = mark.addToSet(marks);
  });
  return marks;
}
