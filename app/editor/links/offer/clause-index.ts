import type { ClauseRow } from "../../../../server/agreements/shapes";
import { isTarget } from "../../../document-model/proposal";
import { termsOf } from "./terms";

/** How much a word says of a clause, by where it stands: in its own heading or text, or around it. */
const WEIGHTS = { heading: 1.4, text: 1, below: 0.8, headingAbove: 0.5, textAbove: 0.25 };
/** So many letters two words must begin with in common to be parts of one compound. */
export const COMPOUND_LETTERS = 5;

/** One that can be commented on, the weight of each of its words, and how many of them are its own. */
type Described = { clause: ClauseRow; weights: Map<string, number>; size: number };

/** The source's clauses by their words, so that a paragraph meets only those it shares a word with. */
export type ClauseIndex = {
  clauses: readonly Described[];
  /** Word → the clauses that have it, by their place. */
  holders: ReadonlyMap<string, readonly number[]>;
  /** The first letters of a word → all words of the source that begin so. */
  begins: ReadonlyMap<string, readonly string[]>;
  /** How much it says that a word is there: 1 for one that a single clause has, 0 for one that all have. */
  rarity: ReadonlyMap<string, number>;
  /** Number → place: "3.2". */
  numbers: ReadonlyMap<string, number>;
  averageSize: number;
};

/** Made piece by piece, so that a step fits between two keys; the last one answers. */
export function* indexing(rows: readonly ClauseRow[]): Generator<null, ClauseIndex> {
  const byId = new Map<string, ClauseRow>(rows.map((row) => [row.id, row]));
  const described = new Map<string, Described>();
  for (const row of rows) {
    const above = rowsAbove(row, byId);
    if (isTarget(row)) described.set(row.id, describe(row, above));
    else addToNearest(row, above, described);
    yield null;
  }
  return indexOf([...described.values()]);
}

/** At once, for who has time. */
export function indexClauses(rows: readonly ClauseRow[]): ClauseIndex {
  const steps = indexing(rows);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The nearest first. */
function rowsAbove(row: ClauseRow, byId: ReadonlyMap<string, ClauseRow>): ClauseRow[] {
  const found: ClauseRow[] = [];
  let above = row.parentId ? byId.get(row.parentId) : undefined;
  while (above && !found.includes(above)) {
    found.push(above);
    above = above.parentId ? byId.get(above.parentId) : undefined;
  }
  return found;
}

function describe(clause: ClauseRow, above: readonly ClauseRow[]): Described {
  const weights = new Map<string, number>();
  weigh(weights, clause.heading, WEIGHTS.heading);
  weigh(weights, clause.text, WEIGHTS.text);
  const size = weights.size;
  for (const { heading, text, kind } of above) {
    weigh(weights, heading, WEIGHTS.headingAbove);
    if (kind !== "text") weigh(weights, text, kind === "section" ? WEIGHTS.headingAbove : WEIGHTS.textAbove);
  }
  return { clause, weights, size };
}

/** Running text is part of what it stands under. */
function addToNearest(row: ClauseRow, above: readonly ClauseRow[], described: ReadonlyMap<string, Described>): void {
  const nearest = above.map(({ id }) => described.get(id)).find((one) => one !== undefined);
  if (!nearest) return;
  const before = nearest.weights.size;
  weigh(nearest.weights, `${row.heading} ${row.text}`, WEIGHTS.below);
  nearest.size += nearest.weights.size - before;
}

function weigh(weights: Map<string, number>, text: string, weight: number): void {
  for (const term of termsOf(text)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
}

function indexOf(clauses: readonly Described[]): ClauseIndex {
  const holders = new Map<string, number[]>();
  const begins = new Map<string, string[]>();
  clauses.forEach(({ weights }, place) => {
    for (const term of weights.keys()) push(holders, term, place);
  });
  const rarity = new Map<string, number>();
  for (const [term, places] of holders) {
    const owners = places.filter((place) => (clauses[place]?.weights.get(term) ?? 0) >= WEIGHTS.below).length;
    rarity.set(term, rarityOf(owners, clauses.length));
    if (term.length >= COMPOUND_LETTERS) push(begins, term.slice(0, COMPOUND_LETTERS), term);
  }
  const size = clauses.reduce((sum, one) => sum + one.size, 0);
  return {
    clauses,
    holders,
    begins,
    rarity,
    numbers: numbersOf(clauses),
    averageSize: size / Math.max(1, clauses.length),
  };
}

/** A number that two clauses have (each chapter begins with 1) names neither. */
function numbersOf(clauses: readonly Described[]): Map<string, number> {
  const found = new Map<string, number>();
  const doubled = new Set<string>();
  clauses.forEach(({ clause }, place) => {
    const number = clause.number.replace(/^§\s*/, "").replace(/\.$/, "");
    if (found.has(number)) doubled.add(number);
    found.set(number, place);
  });
  for (const number of doubled) found.delete(number);
  found.delete("");
  return found;
}

/** Where there are fewer clauses than this, that only one has a word says less. */
const FEW = 12;

function rarityOf(owners: number, all: number): number {
  return Math.max(0, Math.log((all + 1) / (owners + 0.5)) / Math.log((Math.max(all, FEW) + 1) / 1.5));
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
