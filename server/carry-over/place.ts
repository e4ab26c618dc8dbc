import type { Node } from "./tree";

export type Pair = { old: Node; new: Node };

/**
 * Which pairs stand where they stood: the same number, below the same, in the same order among their siblings. Of
 * siblings that changed order, the longest row that kept it counts as having stayed, so that one moved clause is one.
 */
export function stayed(pairs: readonly Pair[], isSuccessor: (old: Node, other: Node) => boolean): Set<Node> {
  const siblings = new Map<Node | null, Pair[]>();
  for (const pair of pairs) {
    if (pair.old.number !== pair.new.number || !isBelowTheSame(pair, isSuccessor)) continue;
    const group = siblings.get(pair.old.parent);
    if (group) group.push(pair);
    else siblings.set(pair.old.parent, [pair]);
  }
  return new Set([...siblings.values()].flatMap(longestInOrder).map(({ old }) => old));
}

function isBelowTheSame(pair: Pair, isSuccessor: (old: Node, other: Node) => boolean): boolean {
  const [old, other] = [pair.old.parent, pair.new.parent];
  return old && other ? isSuccessor(old, other) : old === other;
}

/** The longest increasing row, by patience sorting. */
function longestInOrder(pairs: readonly Pair[]): Pair[] {
  const inOrder = [...pairs].sort((one, another) => one.old.at - another.old.at);
  const ends: number[] = [];
  const previous: number[] = [];
  const placeOf = (at: number | undefined) => (at === undefined ? -1 : (inOrder[at]?.new.at ?? -1));
  inOrder.forEach((pair, at) => {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (placeOf(ends[middle]) < pair.new.at) from = middle + 1;
      else to = middle;
    }
    previous[at] = ends[from - 1] ?? -1;
    ends[from] = at;
  });
  const row: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) row.push(inOrder[at] as Pair);
  return row;
}
