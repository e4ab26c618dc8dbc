import type { Letters } from "./letters";

/** Some pages as one run of letters. */
export type Joined = {
  letters: string;
  opens: (at: number) => boolean;
  /** Whether a piece (a printed line, or part of one) begins there. */
  begins: (at: number) => boolean;
  pages: readonly Letters[];
  /** Where each page begins, and at last where they end. */
  starts: number[];
};

/** A stretch of one page's letters; `page` counts from 0 among the pages that were searched. */
export type Place = { page: number; from: number; to: number };

export function joined(pages: readonly Letters[]): Joined {
  const starts = [0];
  for (const { letters } of pages) starts.push((starts.at(-1) ?? 0) + letters.length);
  const letters = pages.map((page) => page.letters).join("");
  const opens = (at: number) => at >= letters.length || on(at, (page, local) => page.opens[local] === 1);
  const begins = (at: number) =>
    at >= letters.length || on(at, (page, local) => local === 0 || page.piece[local] !== page.piece[local - 1]);
  function on(at: number, ask: (page: Letters, local: number) => boolean): boolean {
    const index = pageAt(starts, at);
    const page = pages[index];
    return page !== undefined && ask(page, at - (starts[index] ?? 0));
  }
  return { letters, opens, begins, pages, starts };
}

/** The last page that begins at or before it. */
function pageAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Stretches of the whole, cut at the pages' edges. */
export function placesOf(text: Joined, stretches: readonly { from: number; to: number }[]): Place[] {
  return stretches.flatMap(({ from, to }) => {
    const places: Place[] = [];
    for (let page = pageAt(text.starts, from); page < text.pages.length; page += 1) {
      const [start = 0, end = 0] = [text.starts[page], text.starts[page + 1]];
      if (start >= to) break;
      if (end > from) places.push({ page, from: Math.max(from, start) - start, to: Math.min(to, end) - start });
    }
    return places;
  });
}
