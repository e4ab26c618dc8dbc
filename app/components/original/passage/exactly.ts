import type { Joined } from "./joined";
import type { Wording } from "./wordings";

/** A stretch of the joined letters. */
export type Candidate = { from: number; to: number };
export type Near = { before: string; after: string };

/** Past so many equal passages the first ones will do. */
const MOST = 200;

/** Letters so few are chance, unless what stands around them says it is the place. */
const FEW = 4;
const FITS = 4;

/** The wording letter by letter, with its number where that stands before it, at the place that fits best. */
export function exactly({ letters, number }: Wording, text: Joined, near: Near): Candidate | null {
  let best: Candidate | null = null;
  let most = letters.length < FEW ? FITS - 1 : -1;
  let at = text.letters.indexOf(letters);
  for (let seen = 0; at >= 0 && seen < MOST; seen += 1, at = text.letters.indexOf(letters, at + 1)) {
    if (!text.opens(at) || !text.opens(at + letters.length)) continue;
    const isNumbered = number !== "" && at >= number.length && text.letters.startsWith(number, at - number.length);
    const found = { from: isNumbered ? at - number.length : at, to: at + letters.length };
    const fit = (isNumbered ? 6 : 0) + fitOf(found, text, near);
    if (fit <= most) continue;
    most = fit;
    best = found;
  }
  return best;
}

/** Its neighbours say most, after its number; then that it has its lines to itself. */
function fitOf({ from, to }: Candidate, text: Joined, { before, after }: Near): number {
  const follows = before !== "" && text.letters.slice(Math.max(0, from - before.length), from) === before;
  const leads = after !== "" && text.letters.startsWith(after, to);
  const alone = (text.begins(from) ? 1 : 0) + (text.begins(to) ? 1 : 0);
  return (follows ? FITS : 0) + (leads ? FITS : 0) + alone;
}
