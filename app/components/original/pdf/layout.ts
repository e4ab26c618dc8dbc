import type { Size } from "../paper/paper";

/** Where pages stand one below the other, in points of the screen, pages from 1. */
export type Layout = {
  width: number;
  height: number;
  top(page: number): number;
  size(page: number): Size & { scale: number };
  /** The page that holds that line, or the nearest one above it. */
  at(line: number): number;
};

export const GAP = 12;

/** Each page is as wide as the view, times the zoom. Sizes that nobody has seen yet are taken to be the first page's. */
export function layoutOf(pages: number, first: Size, known: ReadonlyMap<number, Size>, width: number): Layout {
  const size = (page: number) => {
    const own = known.get(page) ?? first;
    const scale = width / own.width;
    return { width, height: own.height * scale, scale };
  };
  const tops: number[] = [];
  let top = GAP;
  for (let page = 1; page <= pages; page += 1) {
    tops.push(top);
    top += size(page).height + GAP;
  }
  const at = (line: number) => {
    let low = 1;
    let high = pages;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((tops[middle - 1] ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return { width, height: top, top: (page) => tops[page - 1] ?? 0, size, at };
}

/** A place in the paper that stays under the eye when pages grow: a page and how far down it. */
export type Anchor = { page: number; share: number };

export function anchorAt(layout: Layout, line: number): Anchor {
  const page = layout.at(line);
  return { page, share: (line - layout.top(page)) / layout.size(page).height };
}

export function lineOf(layout: Layout, { page, share }: Anchor): number {
  return layout.top(page) + share * layout.size(page).height;
}

/** The pages in view and those a view above and below it. Those farther away are let go of. */
export function near(layout: Layout, line: number, height: number): { first: number; last: number } {
  return { first: layout.at(line - height), last: layout.at(line + 2 * height) };
}
