import type { ProposalNode } from "../proposal";

/** Finding and replacing in a tree of values. What is not touched is shared with the tree before. */
export type Place = {
  node: ProposalNode;
  /** The indexes that lead to the parent; empty at the top. */
  parentPath: readonly number[];
  index: number;
  siblings: readonly ProposalNode[];
};

export function findNode(nodes: readonly ProposalNode[], id: string, parentPath: readonly number[] = []): Place | null {
  for (const [index, node] of nodes.entries()) {
    if (node.id === id) return { node, parentPath, index, siblings: nodes };
    const below = findNode(node.children, id, [...parentPath, index]);
    if (below) return below;
  }
  return null;
}

export function changeSiblings(
  nodes: readonly ProposalNode[],
  parentPath: readonly number[],
  change: (siblings: ProposalNode[]) => ProposalNode[],
): ProposalNode[] {
  const [first, ...rest] = parentPath;
  if (first === undefined) return change([...nodes]);
  return nodes.map((node, index) =>
    index === first ? { ...node, children: changeSiblings(node.children, rest, change) } : node,
  );
}

export function replaceNode(nodes: readonly ProposalNode[], place: Place, node: ProposalNode): ProposalNode[] {
  return changeSiblings(nodes, place.parentPath, (siblings) => siblings.with(place.index, node));
}

/** 1 for a leaf. */
export function heightOf(node: ProposalNode): number {
  return 1 + node.children.reduce((height, child) => Math.max(height, heightOf(child)), 0);
}

/** In reading order, without what stands under another of them. */
export function topmost(nodes: readonly ProposalNode[], ids: ReadonlySet<string>): string[] {
  return nodes.flatMap((node) => (ids.has(node.id) ? [node.id] : topmost(node.children, ids)));
}
