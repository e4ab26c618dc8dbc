import { findPassage, type Passage } from "./find";
import type { Letters } from "./letters";
import type { Wanted } from "./wordings";

type Searched = { pages: number; letters(page: number): Promise<Letters> };

/** A clause goes on for at most so many pages more, but for a few that are looked at as far as that. */
const ONWARD = 2;

/**
 * Looks for a clause on the page it is said to begin on and those after it; where none is said, in the whole paper. Page
 * numbers count from 1. Ends early, with null, when asked to stop. [S19]
 */
export async function seek(
  wanted: Wanted,
  page: number | null,
  paper: Searched,
  signal: AbortSignal,
): Promise<Passage | null> {
  if (paper.pages === 1) return onPages(wanted, 1, 1, paper);
  if (page !== null) return onPages(wanted, page, page + ONWARD, paper);
  let best: Passage | null = null;
  for (let first = 1; first <= paper.pages && !signal.aborted; first += 1) {
    const found = await onPages(wanted, first, first + 1, paper);
    if (found?.share === 1) return found;
    if (found && found.share > (best?.share ?? 0)) best = found;
  }
  return signal.aborted ? null : best;
}

async function onPages(wanted: Wanted, first: number, last: number, paper: Searched): Promise<Passage | null> {
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const inside = numbers.filter((number) => number >= 1 && number <= paper.pages);
  const found = findPassage(wanted, await Promise.all(inside.map(paper.letters)));
  const [start = 1] = inside;
  return found && { ...found, places: found.places.map((place) => ({ ...place, page: place.page + start })) };
}
