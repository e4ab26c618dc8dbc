import { seeded } from "../../sync/random";
import { vocabulary } from "../search/fill";

export type Chance = ReturnType<typeof chance>;

const SENTENCES = 4000;
const DAY_MS = 86_400_000;

/** Everything that is drawn, from one seed: ids, words, sentences, days. The same seed fills the same world. */
export function chance(seed: number) {
  const { below, oneOf } = seeded(seed);
  const words = vocabulary();
  // A power of chance: word n is about as frequent as 1/n, as in any language.
  const word = () => words[Math.floor(words.length ** (below(1_000_000) / 1_000_000)) - 1] ?? "og";
  const some = (count: number) => Array.from({ length: count }, word).join(" ");
  const sentences = Array.from({ length: SENTENCES }, () => capitalised(`${some(7 + below(8))}.`));
  const hex = () => below(65_536).toString(16).padStart(4, "0");
  return {
    below,
    oneOf,
    sentence: () => oneOf(sentences),
    title: () => capitalised(some(4 + below(4))),
    id: <Id extends string>() => `${hex()}${hex()}-${hex()}-${hex()}-${hex()}-${hex()}${hex()}${hex()}` as Id,
    blockId: () => `${hex()}${hex()}${hex()}`,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A moment and a Danish day so many days after now, or before. */
export function at(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}

export function day(days: number): string {
  return at(days).slice(0, 10);
}
