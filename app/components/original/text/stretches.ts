import type { Place } from "../passage/joined";
import { lettersOf } from "../passage/letters";

/** From one sign of a page's text to another. */
export type Stretch = { page: number; from: number; to: number };
/** A piece of a page's text that is drawn by itself, so that a long paper scrolls well. */
export type Chunk = { page: number; from: number; text: string; opensPage: boolean };

const CHUNK = 8000;

/** Cut at line ends, pages counted from 1. */
export function chunksOf(texts: readonly string[]): Chunk[] {
  return texts.flatMap((text, index) => {
    const chunks: Chunk[] = [];
    let from = 0;
    while (from < text.length) {
      const line = text.indexOf("\n", from + CHUNK);
      const to = line < 0 ? text.length : line + 1;
      chunks.push({ page: index + 1, from, text: text.slice(from, to), opensPage: from === 0 && index > 0 });
      from = to;
    }
    return chunks;
  });
}

/** Places count letters; a mark goes from the first letter to the last, with all that stands between. */
export function stretchesOf(places: readonly Place[], texts: readonly string[]): Stretch[] {
  return places.map(({ page, from, to }) => {
    const text = texts[page - 1] ?? "";
    const { at } = lettersOf([text]);
    const last = at[to - 1] ?? 0;
    const marks = /^.\p{M}*/su.exec(text.slice(last, last + 8))?.[0].length ?? 1;
    return { page, from: at[from] ?? 0, to: last + marks };
  });
}

/** The chunk's text in the order it stands, what is marked by itself. */
export function markedParts(
  { from, text }: Chunk,
  stretches: readonly Stretch[],
): { from: number; text: string; isMarked: boolean }[] {
  const parts: { from: number; text: string; isMarked: boolean }[] = [];
  let at = 0;
  const add = (to: number, isMarked: boolean) => {
    if (to > at) parts.push({ from: at, text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  for (const stretch of stretches) {
    add(Math.max(0, stretch.from - from), false);
    add(Math.min(text.length, stretch.to - from), true);
  }
  add(text.length, false);
  return parts;
}
