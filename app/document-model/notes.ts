import { allBlocks, type Block, type ResponseDocument } from "./document";

/** Where the words of a note end, in characters from the block's beginning. */
export type NoteEnd = { id: string; at: number };

/** Every run of words that has a note, by where it ends; a note that goes on over bold or italic words is one run. */
export function noteEnds({ content }: Pick<Block, "content">): NoteEnd[] {
  const ends: NoteEnd[] = [];
  let open: readonly string[] = [];
  let at = 0;
  for (const inline of [...content, { break: true as const }]) {
    // A line break in the middle of a note's words is no word: it ends the run.
    const here = "text" in inline ? (inline.notes ?? []) : [];
    for (const id of open) if (!here.includes(id)) ends.push({ id, at });
    open = here;
    at += "text" in inline ? inline.text.length : 1;
  }
  return ends;
}

/** Footnote id → its number: the order in which their words first end; a note that has no words in the text has none. */
export function noteNumbers(document: Pick<ResponseDocument, "blocks">): Map<string, number> {
  const blocks = [...allBlocks(document)];
  const notes = new Map(blocks.filter(isFootnote).map(({ id }, index) => [id, index]));
  const numbers = new Map<string, number>();
  for (const block of blocks) {
    // A footnote of a footnote is none.
    if (notes.size === 0 || isFootnote(block)) continue;
    for (const { id } of inOrder(noteEnds(block), notes))
      if (notes.has(id) && !numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

export function isFootnote({ kind }: Pick<Block, "kind">): boolean {
  return kind === "footnote";
}

/** Of notes that end at one place the one whose text stands first comes first. */
export function inOrder(ends: readonly NoteEnd[], notes: ReadonlyMap<string, number>): NoteEnd[] {
  const place = ({ id }: NoteEnd) => notes.get(id) ?? Number.POSITIVE_INFINITY;
  return [...ends].sort((one, other) => one.at - other.at || place(one) - place(other));
}
