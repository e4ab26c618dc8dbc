import { stem } from "../../app/document-model/stem";
import type { Twins } from "./identical";
import { type Bag, type Bags, bagsOf, indexOf, leastShared, productShared, spreadOf, weighed } from "./pieces";
import type { Measures } from "./shapes";
import type { Node } from "./tree";

/** One old clause against all new ones, by their place. */
export type Row = (against: number) => Measures;

/**
 * How alike the clauses of two versions are. Both are taken apart once, and a row is made by walking the lists of those new
 * clauses that hold a piece of the old one: what shares nothing costs nothing.
 */
export function createMeasures(
  before: readonly Node[],
  after: readonly Node[],
  twins: Iterable<Twins>,
): (old: number) => Row {
  const trigrams = kind(bagsOf(before.map(trigramsOf), after.map(trigramsOf)), leastShared, sumOf);
  const counted = bagsOf(before.map(stemsOf), after.map(stemsOf));
  const rarity = rarityOf(counted);
  const damped = weighed(counted, (piece, count) => (1 + Math.log(count)) * (rarity[piece] ?? 0));
  const rare = weighed(counted, (piece) => Math.sqrt(rarity[piece] ?? 0));
  const words = kind(damped, productShared, squaresOf);
  const contained = kind(rare, productShared, squaresOf);
  const below = sharesBelow(twins);
  return (old) => {
    const [shared, product, common] = [trigrams.row(old), words.row(old), contained.row(old)];
    return (at) => ({
      trigrams: share(2 * (shared[at] ?? 0), trigrams.before(old) + trigrams.after(at)),
      words: share(product[at] ?? 0, Math.sqrt(words.before(old) * words.after(at))),
      containedIn: share(common[at] ?? 0, contained.before(old)),
      contains: share(common[at] ?? 0, contained.after(at)),
      below: below(before[old], after[at]),
    });
  };
}

/** One kind of piece: what an old text shares with every new one, and how much each text has of it. */
function kind(bags: Bags, sharedWith: typeof leastShared, sizeOf: (bag: Bag) => number) {
  const index = indexOf(bags.after, bags.pieces);
  const [before, after] = [bags.before.map(sizeOf), bags.after.map(sizeOf)];
  return {
    row: (old: number) =>
      sharedWith(bags.before[old] ?? { pieces: new Int32Array(), weights: new Float64Array() }, index),
    before: (at: number) => before[at] ?? 0,
    after: (at: number) => after[at] ?? 0,
  };
}

function sumOf({ weights }: Bag): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function squaresOf({ weights }: Bag): number {
  return weights.reduce((sum, weight) => sum + weight * weight, 0);
}

/** Letters and figures in lower case, parted by single spaces. */
function plain({ heading, text }: Node): string {
  return `${heading} ${text}`
    .normalize("NFC")
    .replace(/\u00ad/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function trigramsOf(node: Node): string[] {
  const text = ` ${plain(node)} `;
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3));
}

function stemsOf(node: Node): string[] {
  return plain(node)
    .split(" ")
    .filter((word) => word !== "")
    .map(stem);
}

/** Rare words count more; over both versions together, so that the order of the two makes no difference. */
function rarityOf(bags: Bags): Float64Array {
  const texts = bags.before.length + bags.after.length;
  return spreadOf(bags).map((holders) => Math.log(1 + texts / holders));
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

/** Of the children of two clauses, those with the same words on both sides, where it is no chance that they have. */
function sharesBelow(twins: Iterable<Twins>): (old: Node | undefined, other: Node | undefined) => number {
  const counts = new Map<Node, Map<Node, number>>();
  for (const { old, new: other, doubt } of twins) {
    if (doubt === "few-words" || doubt === "not-unique") continue;
    if (!old.parent || !other.parent) continue;
    const row = counts.get(old.parent) ?? new Map<Node, number>();
    counts.set(old.parent, row.set(other.parent, (row.get(other.parent) ?? 0) + 1));
  }
  return (old, other) => {
    const both = old && other ? (counts.get(old)?.get(other) ?? 0) : 0;
    return both > 0 && old && other ? share(2 * both, old.children.length + other.children.length) : 0;
  };
}
