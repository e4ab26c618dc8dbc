import type { Clock } from "../clock";

const WRONG_PER_QUARTER = 20;
const QUARTER_MS = 15 * 60_000;
const MOST_PLACES = 10_000;

export type Rate = { isSpentBy(from: string): boolean };

/** How many wrong addresses each place may ask for in a quarter of an hour, on each node. [H20] */
export function createRate({ now }: Clock): Rate {
  const wrong = new Map<string, { count: number; since: number }>();
  return {
    /** Counts one more; whether that is too many. */
    isSpentBy(from) {
      const at = now().getTime();
      const known = wrong.get(from);
      const { count, since } = known && at - known.since < QUARTER_MS ? known : { count: 0, since: at };
      // The oldest goes first: who guesses from everywhere costs no more memory than this.
      if (wrong.size >= MOST_PLACES) wrong.delete(wrong.keys().next().value ?? "");
      wrong.set(from, { count: count + 1, since });
      return count >= WRONG_PER_QUARTER;
    },
  };
}
