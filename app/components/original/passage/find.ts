import { chained } from "./chained";
import { type Candidate, exactly, type Near } from "./exactly";
import { type Joined, joined, type Place, placesOf } from "./joined";
import { bare, type Letters } from "./letters";
import { type Wanted, type Wording, wordingsOf } from "./wordings";

/** Where a clause stands: stretches of letters, page by page, in reading order. */
export type Passage = {
  places: Place[];
  /** How much of its words was found, up to 1. */
  share: number;
};

/** Less than this of its words is another passage that looks like it. */
const ENOUGH = 0.6;

/**
 * The clause's words among those pages: letter by letter if they stand so, else in as many stretches as running heads,
 * notes and page breaks have made of them. Null when they are not there: nothing is guessed. [S19]
 */
export function findPassage(wanted: Wanted, pages: readonly Letters[]): Passage | null {
  const text = joined(pages);
  const { whole, parts } = wordingsOf(wanted);
  const near = { before: tailOf(wanted.before), after: bare(wanted.after).slice(0, CONTEXT) };
  for (const wording of whole) {
    const found = exactly(wording, text, near);
    if (found) return { places: placesOf(text, [found]), share: 1 };
  }
  return inStretches([...whole, ...parts], text) ?? inPart(parts, text, near);
}

function inStretches(wordings: readonly Wording[], text: Joined): Passage | null {
  let best: { stretches: Candidate[]; share: number } | null = null;
  for (const { letters, share } of wordings) {
    const found = chained(letters, text);
    const whole = (found?.share ?? 0) * share;
    if (found && whole > (best?.share ?? ENOUGH)) best = { stretches: found.stretches, share: whole };
  }
  return best && { places: placesOf(text, best.stretches), share: best.share };
}

/** A person may have written its heading, or its text, anew: what is still printed shows where it was. */
function inPart(parts: readonly Wording[], text: Joined, near: Near): Passage | null {
  for (const part of parts) {
    const found = part.letters.length >= LONG_ENOUGH ? exactly(part, text, near) : null;
    if (found) return { places: placesOf(text, [found]), share: part.share };
  }
  return null;
}

/** A single word is found anywhere. */
const LONG_ENOUGH = 12;

/** So many letters of the neighbour tell two equal passages apart. */
const CONTEXT = 20;

function tailOf(text: string): string {
  return bare(text.slice(-4 * CONTEXT)).slice(-CONTEXT);
}
