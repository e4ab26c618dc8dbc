import { expect, test } from "vitest";
import { playApart } from "./apart";
import { DEEDS } from "./deeds";
import { withNotes } from "./note-deeds";

const { SEEDS = "25", FROM = "1" } = process.env;
/** Days that have once failed, always played first. */
const KEPT = [110, 223, 437, 1064, 1149, 10322, 10407, 10526];

test("[E2] [E4] [E6] [L1] [L3] three people who are apart lose no link, however they meet again", () => {
  const failed: string[] = [];
  const more = Array.from({ length: Number(SEEDS) }, (_, index) => Number(FROM) + index);
  for (const seed of new Set([...KEPT, ...more])) {
    const { problems } = playApart(seed);
    if (problems.length > 0) failed.push(`seed ${seed}: ${problems.join("\n  ")}`);
  }
  expect(failed).toEqual([]);
}, 600_000);

test("[E12] [E16] [E17] [E44] nor a footnote, while headings are moved and words replaced", () => {
  // What is dropped into a note becomes lines of it, and the paragraphs that these were are gone.
  const { drag: _, ...deeds } = withNotes(DEEDS);
  const failed: string[] = [];
  for (let seed = Number(FROM); seed < Number(FROM) + Number(SEEDS) / 2; seed++) {
    const { problems } = playApart(seed, undefined, deeds);
    if (problems.length > 0) failed.push(`seed ${seed}: ${problems.join("\n  ")}`);
  }
  expect(failed).toEqual([]);
}, 600_000);
