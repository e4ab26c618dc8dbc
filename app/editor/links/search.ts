import type { ClauseRow } from "../../../server/agreements/shapes";
import { stem } from "../../document-model/stem";

/** How well a clause answers what was typed; 0 is not at all. */
type Score = 0 | 1 | 2 | 3 | 4 | 5;

/** What comes first of what answers equally well. */
export type Preference = {
  /** What the viewer has linked lately, the latest first. */
  recent: readonly string[];
  /** Given to the viewer's own centers. */
  mine: ReadonlySet<string>;
};

/** When so many have the words themselves, nobody wants those that have them nearly. */
const ENOUGH = 8;
/** In a shorter word the end is part of the word. */
const STEMMED = 5;

/**
 * The clauses that answer a query, best first: by number, by the words of their heading, by any of their words, and when
 * few do by words nearly so. Of those that answer equally well first what was used lately, then the viewer's own, then the
 * order of the source. [L5]
 */
export function searchClauses(clauses: readonly ClauseRow[], query: string, preference: Preference): ClauseRow[] {
  const words = wordsOf(query);
  const number = numberOf(query);
  const direct = scored(clauses, (clause) => directScore(clause, words, number));
  const found = direct.length >= ENOUGH ? direct : direct.concat(nearly(clauses, direct, words));
  const rank = rankBy(preference);
  return found
    .sort((a, b) => b.score - a.score || rank(a.clause) - rank(b.clause) || a.order - b.order)
    .map(({ clause }) => clause);
}

type Found = { clause: ClauseRow; order: number; score: Score };

function scored(clauses: readonly ClauseRow[], scoreOf: (clause: ClauseRow) => Score): Found[] {
  return clauses.map((clause, order) => ({ clause, order, score: scoreOf(clause) })).filter(({ score }) => score > 0);
}

function nearly(clauses: readonly ClauseRow[], direct: readonly Found[], words: readonly string[]): Found[] {
  const known = new Set(direct.map(({ clause }) => clause));
  return scored(clauses, (clause) =>
    !known.has(clause) && words.every((word) => wordsIn(clause).all.some((other) => isNearly(word, other))) ? 1 : 0,
  );
}

function rankBy({ recent, mine }: Preference): (clause: ClauseRow) => number {
  return ({ id }) => {
    const at = recent.indexOf(id);
    if (at >= 0) return at;
    return mine.has(id) ? recent.length : recent.length + 1;
  };
}

function directScore(clause: ClauseRow, words: readonly string[], number: string): Score {
  if (words.length === 0) return 2;
  const own = numberOf(clause.number);
  if (number !== "" && own === number) return 5;
  if (number !== "" && own.startsWith(number)) return 4;
  const { all, heading } = wordsIn(clause);
  if (words.every((word) => isIn(heading, word))) return 3;
  return words.every((word) => isIn(all, word)) ? 2 : 0;
}

function isIn(others: readonly string[], word: string): boolean {
  const begins = word.length >= STEMMED ? stem(word) : word;
  return others.some((other) => other.startsWith(begins));
}

const known = new WeakMap<ClauseRow, { all: string[]; heading: string[] }>();

/** Taken apart once: the search asks at every key. */
function wordsIn(clause: ClauseRow): { all: string[]; heading: string[] } {
  const { number, heading, text, path } = clause;
  const before = known.get(clause);
  if (before) return before;
  const made = {
    all: [...new Set(wordsOf(`${number} ${heading} ${text} ${path}`))],
    heading: wordsOf(`${number} ${heading}`),
  };
  known.set(clause, made);
  return made;
}

/** "§ 3.2", "mål 3,2" and "3.2." are the same number. */
function numberOf(text: string): string {
  const bare = text.toLowerCase().replace(/§|pkt\.?|punkt|mål|nr\.?|\s/g, "");
  return /^\d/.test(bare) || bare.length === 1 ? bare.replace(/,/g, ".").replace(/\.$/, "") : "";
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The beginning of the other word with one slip of the finger in four letters, two in eight. */
function isNearly(word: string, other: string): boolean {
  if (other.startsWith(word)) return true;
  const slips = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  return slips > 0 && prefixDistance(word, other) <= slips;
}

/** The fewest edits that make `word` a beginning of `other`. */
function prefixDistance(word: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...word].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column++) {
      const kept = (row[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1);
      next.push(Math.min(kept, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(...row);
}
