import { setIfUndefined } from "lib0/map";
import { isTarget } from "../../app/document-model/proposal";
import { saysSomething } from "./same-words";
import type { Doubt } from "./shapes";
import { leadInOf, type Node } from "./tree";

/** Below this many words a text means what its heading says. */
const FEW_WORDS = 5;

/** Clauses with the same words, the k-th of the old version with the k-th of the new one. */
export type Twins = { old: Node; new: Node; doubt: Doubt | null };

/**
 * Pairs whose own words are the same. Without a doubt is only what nobody could read otherwise: the same words once on
 * either side, of the same kind, with the same texts below, continuing the same line. [C10]
 */
export function twinsOf(before: readonly Node[], after: readonly Node[]): Twins[] {
  const [olds, news] = [byWords(before), byWords(after)];
  const below = [belowHeadings(before), belowHeadings(after)] as const;
  return [...olds].flatMap(([words, group]) => {
    const others = news.get(words) ?? [];
    const isUnique = group.length === 1 && others.length === 1 && saysSomething(words);
    return group.flatMap((old, at): Twins[] => {
      const other = others[at];
      if (!other) return [];
      return [{ old, new: other, doubt: isUnique ? doubtAbout(old, other, below) : "not-unique" }];
    });
  });
}

function byWords(nodes: readonly Node[]): Map<string, Node[]> {
  return grouped(nodes, ({ words }) => words);
}

function grouped(nodes: readonly Node[], keyOf: (node: Node) => string): Map<string, Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) setIfUndefined(groups, keyOf(node), (): Node[] => []).push(node);
  return groups;
}

/** For both versions, what stands below each heading (by its words). */
type Below = readonly [ReadonlyMap<string, Node[]>, ReadonlyMap<string, Node[]>];

function doubtAbout(old: Node, other: Node, below: Below): Doubt | null {
  if (old.kind !== other.kind) return "other-kind";
  if (leadInOf(old) !== leadInOf(other)) return "lead-in-changed";
  if (isTarget(old) && old.wordsBelow !== other.wordsBelow) return "below-changed";
  if (!isTarget(old) || isSameParent(old, other)) return null;
  if (old.wordCount < FEW_WORDS) return "few-words";
  return hasLookAlike(old, other, below) ? "look-alike" : null;
}

/**
 * Parallel sections say the same with other figures. Where two such clauses change places, each has its words in the
 * other's section, and it is the section that people remarked on.
 */
function hasLookAlike(old: Node, other: Node, [before, after]: Below): boolean {
  const rivals = [...(after.get(headingOf(old)) ?? []), ...(before.get(headingOf(other)) ?? [])];
  return rivals.some((rival) => isTarget(rival) && readsNearlyAs(rival.words, old.words));
}

function readsNearlyAs(one: string, other: string): boolean {
  const [words, others] = [new Set(one.split(" ")), new Set(other.split(" "))];
  const both = [...words].filter((word) => others.has(word)).length;
  return both / Math.max(words.size, others.size) >= 0.75;
}

function belowHeadings(nodes: readonly Node[]): Map<string, Node[]> {
  return grouped(nodes, headingOf);
}

function headingOf({ parent }: Node): string {
  return parent?.words ?? "";
}

export function isSameParent(old: Node, other: Node): boolean {
  return headingOf(old) === headingOf(other);
}
