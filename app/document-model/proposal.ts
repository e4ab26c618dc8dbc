/**
 * The tree that an import proposes and a person corrects, and the shape of an accepted source.
 * A node's id becomes the clause's id on acceptance and is for life. [S1]
 */
export const NODE_KINDS = ["section", "clause", "goal", "area", "text", "ignored"] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export type ProposalNode = {
  id: string;
  kind: NodeKind;
  /** As printed: "3.2", "§ 4", "A", or "". */
  number: string;
  /** For sections and areas, and for clauses that have a title of their own; else "". */
  heading: string;
  /** Body text; paragraphs are parted by "\n\n". */
  text: string;
  children: ProposalNode[];
  /** Codes of what a person should look at: "placeholder" (text in [brackets]), "long", "joined-hyphen". */
  warnings: string[];
};

export type Proposal = { nodes: ProposalNode[]; warnings: string[] };

/** One node as pages list it: in reading order with its depth. */
export type FlatNode = Omit<ProposalNode, "children"> & { depth: number; parentId: string | null };

export function flatten(nodes: readonly ProposalNode[], depth = 0, parentId: string | null = null): FlatNode[] {
  return nodes.flatMap(({ children, ...node }) => [
    { ...node, depth, parentId },
    ...flatten(children, depth + 1, node.id),
  ]);
}
