import type { Candidate } from "./exactly";
import type { Joined } from "./joined";

/** A stretch that the wording (at `at`) and the pages (at `from`) have in common. */
type Match = { at: number; from: number; length: number };
type Link = { match: Match; sum: number; above: Link | null };

/** Shorter stretches are found everywhere. */
const SHORTEST = 6;
/** The same letters at more places of the wording say nothing about the place. */
const MOST_PLACES = 6;
/** A page break with a long running head, notes or a figure's words may stand between two stretches; a page may not. */
const WIDEST_GAP = 1200;
/** Of those most recent: more are a text that repeats itself. */
const LOOK_BACK = 60;
/** What stands between two stretches on a printed line, as a mark, belongs to them. */
const SMALL_GAP = 6;

/** The wording in stretches that keep its order, as near each other as they come. */
export function chained(letters: string, text: Joined): { stretches: Candidate[]; share: number } | null {
  if (letters.length < 2 * SHORTEST) return null;
  const last = heaviest(matchesOf(letters, text.letters));
  if (!last) return null;
  const matches: Match[] = [];
  for (let link: Link | null = last; link; link = link.above) matches.unshift(link.match);
  const found = matches.reduce((sum, { length }) => sum + length, 0);
  return { stretches: merged(matches), share: Math.min(1, found / letters.length) };
}

/** Every common stretch, each once, by its place in the pages. */
function matchesOf(letters: string, text: string): Match[] {
  const grams = placesOfGrams(letters);
  const matches: Match[] = [];
  // Per diagonal, how far along the pages it is already matched.
  const reached = new Map<number, number>();
  for (let from = 0; from + SHORTEST <= text.length; from += 1) {
    for (const at of grams.get(text.slice(from, from + SHORTEST)) ?? []) {
      if ((reached.get(from - at) ?? 0) > from) continue;
      const length = commonLength(letters, at, text, from);
      reached.set(from - at, from + length);
      matches.push({ at, from, length });
    }
  }
  return matches;
}

function placesOfGrams(letters: string): Map<string, number[]> {
  const grams = new Map<string, number[]>();
  for (let at = 0; at + SHORTEST <= letters.length; at += 1) {
    const gram = letters.slice(at, at + SHORTEST);
    const places = grams.get(gram);
    if (!places) grams.set(gram, [at]);
    else if (places.length < MOST_PLACES) places.push(at);
  }
  return grams;
}

function commonLength(letters: string, at: number, text: string, from: number): number {
  let length = SHORTEST;
  while (at + length < letters.length && letters[at + length] === text[from + length]) length += 1;
  return length;
}

/** The chain with most letters; gaps cost a little, so that of two it is the tighter one. */
function heaviest(matches: readonly Match[]): Link | null {
  const links: Link[] = [];
  let best: Link | null = null;
  for (const match of matches) {
    let link: Link = { match, sum: match.length, above: null };
    for (let index = links.length - 1; index >= Math.max(0, links.length - LOOK_BACK); index -= 1) {
      const above = links[index];
      const after = above && extended(above, match);
      if (after && after.sum > link.sum) link = after;
    }
    links.push(link);
    if (link.sum > (best?.sum ?? 0)) best = link;
  }
  return best;
}

/** What overlaps the one before is counted, and shown, once. */
function extended(above: Link, match: Match): Link | null {
  const { at, from, length } = above.match;
  const overlap = Math.max(0, at + length - match.at, from + length - match.from);
  const rest = match.length - overlap;
  const gap = match.from + overlap - from - length;
  if (rest <= 0 || match.at <= at || match.from <= from || gap > WIDEST_GAP) return null;
  const cut = { at: match.at + overlap, from: match.from + overlap, length: rest };
  return { match: cut, sum: above.sum + rest - Math.min(4, gap / 40), above };
}

function merged(matches: readonly Match[]): Candidate[] {
  const stretches: Candidate[] = [];
  for (const { from, length } of matches) {
    const above = stretches.at(-1);
    if (above && from - above.to <= SMALL_GAP) above.to = from + length;
    else stretches.push({ from, to: from + length });
  }
  return stretches;
}
