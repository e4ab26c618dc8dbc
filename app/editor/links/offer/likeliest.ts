import type { ClauseRow } from "../../../../server/agreements/shapes";
import { type ClauseIndex, COMPOUND_LETTERS } from "./clause-index";
import { termsOf } from "./terms";

/** What the heading above says counts so much of what the paragraph says itself. */
const OF_HEADING = 0.5;
/** What a word counts that only shares its beginning: "udskrivning" in "udskrivningsmentor". */
const OF_COMPOUND = 0.75;
/** How much a long clause, which shares words by chance, is held back. */
const LENGTH = 0.4;

/**
 * When a likeness is worth saying: silent rather than wrong. A long paragraph shares words with any clause, so it has to
 * share more. Found by trying over remarks whose clauses are known (`npm run bench:linking`), not felt.
 */
const CLEAR = { score: 0.95, perTerm: 0.07, lead: 0.25, words: 2 };
/** What stands out so much may have others near it. */
const STRONG = { score: 2.5, lead: 0.1 };

type Likely = {
  clause: ClauseRow;
  /** In words that only this clause has. */
  score: number;
  /** How far it stands before the next, as a share of its own score. */
  lead: number;
  /** Of the paragraph's own words, how many it has. */
  words: number;
  /** How many words of its own the paragraph has that say anything. */
  terms: number;
};

/** A paragraph as it is judged. */
export type Said = { text: string; isHeading: boolean; headings: readonly string[] };

/** The clause that a paragraph is about, when its words say so clearly; else null. [L9] */
export function suggestClause(index: ClauseIndex, said: Said): ClauseRow | null {
  const named = clauseNamed(index, said.text);
  if (named) return named;
  const likely = likeliest(index, said);
  return likely && isClear(likely, said.isHeading) ? likely.clause : null;
}

function isClear({ score, lead, words, terms }: Likely, isHeading: boolean): boolean {
  // A heading has a word or two, and those it has are what it is about.
  if (score < CLEAR.score + CLEAR.perTerm * terms || words < (isHeading ? 1 : CLEAR.words)) return false;
  return lead >= CLEAR.lead || (score >= STRONG.score && lead >= STRONG.lead);
}

/** The one clause that the text names by its number: "3.2", or with a word before it also "pkt. 3". */
function clauseNamed({ numbers, clauses }: ClauseIndex, text: string): ClauseRow | null {
  const found = new Set<number>();
  for (const [, sign, number = ""] of text.matchAll(NUMBERS)) {
    const place = numbers.get(number);
    if (place !== undefined && (sign || number.includes("."))) found.add(place);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? (clauses[only]?.clause ?? null) : null;
}

const NUMBERS =
  /(?:(pkt\.?|punkt|bestemmelse|mål|§)\s*)?(?<![\d.,])(\d{1,3}(?:\.\d{1,3})*)(?![\d,]|\.\d|\s*(?:%|pct|procent|kr|mio|timer|dage|uger|år))/giu;

/** The best clause for a paragraph, and how clearly; null when no clause shares a word with it. */
function likeliest(index: ClauseIndex, said: Said): Likely | null {
  const scores = new Map<number, { score: number; words: number }>();
  const own = termsOf(said.text);
  for (const term of own) addTerm(index, term, 1, scores);
  const above = new Set(said.headings.flatMap(termsOf));
  for (const term of above) if (!own.includes(term)) addTerm(index, term, OF_HEADING, scores);
  const ranked = [...scores]
    .map(([place, { score, words }]) => ({ place, words, score: score / lengthOf(index, place) }))
    .sort((one, other) => other.score - one.score);
  const [best, next] = ranked;
  const clause = best && index.clauses[best.place]?.clause;
  if (!best || !clause) return null;
  const lead = 1 - (next?.score ?? 0) / best.score;
  return { clause, score: best.score, words: best.words, lead, terms: own.length };
}

function lengthOf({ clauses, averageSize }: ClauseIndex, place: number): number {
  return 1 - LENGTH + LENGTH * ((clauses[place]?.size ?? averageSize) / Math.max(1, averageSize));
}

/** Gives each clause what the term says of it: by the word itself, else by the nearest that is part of the same compound. */
function addTerm(
  index: ClauseIndex,
  term: string,
  weight: number,
  scores: Map<number, { score: number; words: number }>,
): void {
  const best = new Map<number, number>();
  const meet = (word: string, share: number) => {
    for (const place of index.holders.get(word) ?? []) {
      const says = share * (index.clauses[place]?.weights.get(word) ?? 0) * (index.rarity.get(word) ?? 0);
      if (says > (best.get(place) ?? 0)) best.set(place, says);
    }
  };
  meet(term, 1);
  for (const other of index.begins.get(term.slice(0, COMPOUND_LETTERS)) ?? []) meet(other, likeness(term, other));
  for (const [place, says] of best) {
    const before = scores.get(place) ?? { score: 0, words: 0 };
    const isOwn = weight === 1 && says >= 0.2;
    scores.set(place, { score: before.score + weight * says, words: before.words + (isOwn ? 1 : 0) });
  }
}

/** 0 when neither begins the other. */
function likeness(term: string, other: string): number {
  if (term === other || !(term.startsWith(other) || other.startsWith(term))) return 0;
  const [short, long] = [Math.min(term.length, other.length), Math.max(term.length, other.length)];
  return OF_COMPOUND * Math.sqrt(short / long);
}
