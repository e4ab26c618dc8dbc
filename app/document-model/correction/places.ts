import type { Proposal } from "../proposal";
import { type Corrected, done, MAX_DEPTH } from "./shapes";
import { changeSiblings, findNode, heightOf, type Place } from "./tree";

/** One step out, right after its parent. What followed it goes under it: on the page only this one line moves. */
export function promote(proposal: Proposal, { node, parentPath, index, siblings }: Place): Corrected {
  const parentIndex = parentPath.at(-1);
  if (parentIndex === undefined) return { refused: "cannot-promote-top" };
  const promoted = { ...node, children: [...node.children, ...siblings.slice(index + 1)] };
  const shortened = changeSiblings(proposal.nodes, parentPath, (all) => all.slice(0, index));
  const nodes = changeSiblings(shortened, parentPath.slice(0, -1), (all) =>
    all.toSpliced(parentIndex + 1, 0, promoted),
  );
  return done(proposal, nodes);
}

/** One step in, as the last under the sibling above. */
export function demote(proposal: Proposal, { node, parentPath, index, siblings }: Place): Corrected {
  const above = siblings[index - 1];
  if (!above) return { refused: "cannot-demote-first" };
  if (parentPath.length + 1 + heightOf(node) > MAX_DEPTH) return { refused: "too-deep" };
  const taken = { ...above, children: [...above.children, node] };
  return done(
    proposal,
    changeSiblings(proposal.nodes, parentPath, (all) => all.toSpliced(index - 1, 2, taken)),
  );
}

/** Past its neighbour, with all that stands under it. */
export function move(
  proposal: Proposal,
  { node, parentPath, index, siblings }: Place,
  direction: "up" | "down",
): Corrected {
  const step = direction === "up" ? -1 : 1;
  const other = siblings[index + step];
  if (!other) return { refused: "nowhere-to-move" };
  const pair = step < 0 ? [node, other] : [other, node];
  const nodes = changeSiblings(proposal.nodes, parentPath, (all) =>
    all.toSpliced(Math.min(index, index + step), 2, ...pair),
  );
  return done(proposal, nodes);
}

/** To another place in the tree, with all that stands under it. */
export function place(
  proposal: Proposal,
  { node, parentPath, index: from }: Place,
  to: { parentId: string | null; index: number },
): Corrected {
  if (to.parentId !== null && findNode([node], to.parentId)) return { refused: "not-under-itself" };
  const without = changeSiblings(proposal.nodes, parentPath, (all) => all.toSpliced(from, 1));
  const parent = to.parentId === null ? null : findNode(without, to.parentId);
  if (to.parentId !== null && !parent) return { refused: "no-such-node" };
  const path = parent ? [...parent.parentPath, parent.index] : [];
  if (path.length + heightOf(node) > MAX_DEPTH) return { refused: "too-deep" };
  return done(
    proposal,
    changeSiblings(without, path, (all) => all.toSpliced(to.index, 0, node)),
  );
}
