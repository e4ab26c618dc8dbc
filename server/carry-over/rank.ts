import { isSameParent, type Twins } from "./identical";
import { createMeasures } from "./measures";
import type { Measures, Suggestion } from "./shapes";
import type { Node } from "./tree";

/** A pair that could be one clause: `score` is what is shown, `order` puts it before others, `blend` says whether it is gone. */
export type Candidate = Omit<Suggestion, "to"> & { old: Node; new: Node; order: number; blend: number };

export type Ranking = {
  /** Up to three for each old clause, best first. */
  forOld: Map<Node, Candidate[]>;
  /** The best for each new clause. */
  forNew: Map<Node, Candidate>;
};

const SHOWN = 3;
/** What is left of a part's rare words in the whole, from which on it counts as a part of it. */
const CONTAINED = 0.7;
/** In fewer words than this nothing is contained but by chance. */
const PART_WORDS = 6;

/** From this share of the same children on, two clauses are taken for each other whatever their own words are. */
const SAME_BELOW = 0.5;

/** Ranks all that is free on both sides against each other. */
export function rank(before: readonly Node[], after: readonly Node[], twins: ReadonlyMap<Node, Twins>): Ranking {
  const rowOf = createMeasures(before, after, twins.values());
  const ranking: Ranking = { forOld: new Map(), forNew: new Map() };
  before.forEach((old, at) => {
    const measuresOf = rowOf(at);
    const best: Candidate[] = [];
    after.forEach((other, against) => {
      const candidate = candidateOf(old, other, measuresOf(against), twins);
      if (!candidate) return;
      keepBest(best, candidate);
      const rival = ranking.forNew.get(other);
      if (!rival || candidate.order > rival.order) ranking.forNew.set(other, candidate);
    });
    ranking.forOld.set(old, best);
  });
  return ranking;
}

function keepBest(best: Candidate[], candidate: Candidate): void {
  const at = best.findIndex(({ order }) => candidate.order > order);
  if (at >= 0) best.splice(at, 0, candidate);
  else if (best.length < SHOWN) best.push(candidate);
  best.length = Math.min(best.length, SHOWN);
}

function candidateOf(
  old: Node,
  other: Node,
  measures: Measures,
  twins: ReadonlyMap<Node, Twins>,
): Candidate | undefined {
  const isSame = old.words === other.words;
  if (!isSame && measures.trigrams === 0 && measures.below === 0) return undefined;
  const { score, because } = isSame ? { score: 1, because: "identical" as const } : scoreOf(old, other, measures);
  const tieBreak = nearness(old, other) + (isSame && twins.get(old)?.new === other ? 0.05 : 0);
  // Rounded: sums of the same parts in another order differ in the last digit, and must not decide.
  const order = Math.round((score + tieBreak) * 1e9);
  return { old, new: other, score, because, measures, order, blend: isSame ? 1 : blendOf(measures) };
}

/**
 * Trigrams first. A part of a far longer text shares few of its trigrams, and a heading or a lead-in may be all new above
 * what stayed: what is contained, and what stands below, count for themselves.
 */
function scoreOf(old: Node, other: Node, measures: Measures): Pick<Candidate, "score" | "because"> {
  const { trigrams, containedIn, contains, below } = measures;
  let best: Pick<Candidate, "score" | "because"> = { score: trigrams, because: "trigrams" };
  const weigh = (because: Candidate["because"], share: number) => {
    if (share * 0.9 > best.score) best = { score: share * 0.9, because };
  };
  if (containedIn >= CONTAINED && old.wordCount >= PART_WORDS) weigh("containedIn", containedIn);
  if (contains >= CONTAINED && other.wordCount >= PART_WORDS) weigh("contains", contains);
  if (below >= SAME_BELOW) weigh("below", below);
  return best;
}

/** Whether it is gone: trigrams alone find a likeness in any two long texts, rare words and containment do not. */
function blendOf({ trigrams, words, containedIn, contains }: Measures): number {
  return 0.5 * trigrams + 0.3 * words + 0.2 * Math.max(containedIn, contains);
}

/** Number, kind, heading and place: they decide between what is otherwise alike, and no more. */
function nearness(old: Node, other: Node): number {
  const isSameNumber = old.number !== "" && old.number === other.number;
  return (
    (isSameNumber ? 0.02 : 0) +
    (old.kind === other.kind ? 0.02 : 0) +
    (isSameParent(old, other) ? 0.01 : 0) +
    0.01 * (1 - Math.abs(old.share - other.share))
  );
}
