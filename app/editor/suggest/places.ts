import type { Node as PmNode } from "@tiptap/pm/model";

/** Where a block stands in the text that is drawn. */
export type Place = { pos: number; node: PmNode };
/** By the blocks' ids. */
export type Places = ReadonlyMap<string, Place>;

/** Letters of a run of blocks as a place in the text: a paragraph's end counts as one. */
export function posAt(letter: number, at: readonly Place[]): number {
  let left = letter;
  for (const [index, { pos, node }] of at.entries()) {
    if (left <= node.content.size || index === at.length - 1) return pos + 1 + Math.min(left, node.content.size);
    left -= node.content.size + 1;
  }
  return 0;
}

/** Of a piece that begins there: its words in each of the blocks it goes over. */
export function rangesOf(from: number, text: string, at: readonly Place[]): [number, number][] {
  const to = from + lettersIn(text);
  let begins = 0;
  return at.flatMap(({ pos, node }): [number, number][] => {
    const [start, end] = [Math.max(from, begins) - begins, Math.min(to, begins + node.content.size) - begins];
    begins += node.content.size + 1;
    return start < end ? [[pos + 1 + start, pos + 1 + end]] : [];
  });
}

/** Where the ends of paragraphs are that lie within it. */
export function endsIn(from: number, text: string, at: readonly Place[]): number[] {
  const to = from + lettersIn(text);
  let begins = 0;
  return at.slice(0, -1).flatMap(({ pos, node }) => {
    const end = begins + node.content.size;
    begins = end + 1;
    return from <= end && end < to ? [pos + 1 + node.content.size] : [];
  });
}

/** The sign and the break behind it are one letter. */
function lettersIn(text: string): number {
  return text.replaceAll("¶\n", "\n").length;
}
