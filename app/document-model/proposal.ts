/**
 * The tree that an import proposes and a person corrects, and the shape of an accepted source.
 * A node's id becomes the clause's id on acceptance and is for life. [S1]
 */
export const NODE_KINDS = ["section", "clause", "goal", "area", "text", "ignored"] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export function isNodeKind(text: unknown): text is NodeKind {
  return (NODE_KINDS as readonly unknown[]).includes(text);
}

/** What a paragraph can be linked to: clauses, goals, and development areas. */
export const TARGET_KINDS = ["clause", "goal", "area"] as const satisfies readonly NodeKind[];

export function isTarget({ kind }: { kind: string }): boolean {
  return (TARGET_KINDS as readonly string[]).includes(kind);
}

/** Bytes of a paper, at most: those of the agreements we know are below 5 million. */
export const LARGEST_PAPER = 50 * 1024 * 1024;

export type ProposalNode = {
  id: string;
  kind: NodeKind;
  /** As printed: "3.2", "§ 4", "A", or "". */
  number: string;
  /** For sections and areas, and for clauses that have a title of their own; else "". */
  heading: string;
  /** Body text; paragraphs are parted by "\n\n". */
  text: string;
  /** The page its first line stands on, from 1; null or absent where the paper's format has none. */
  page?: number | null;
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

/** The tree that the list was made of. */
export function nested(flat: readonly FlatNode[]): ProposalNode[] {
  const top: ProposalNode[] = [];
  const known = new Map<string, ProposalNode>();
  for (const { depth: _, parentId, ...words } of flat) {
    const node: ProposalNode = { ...words, children: [] };
    known.set(node.id, node);
    const siblings = parentId === null ? top : known.get(parentId)?.children;
    (siblings ?? top).push(node);
  }
  return top;
}

/** How many nodes of each kind, every kind named. */
export function countKinds(nodes: readonly { kind: NodeKind }[]): Record<NodeKind, number> {
  const counts: Record<NodeKind, number> = { section: 0, clause: 0, goal: 0, area: 0, text: 0, ignored: 0 };
  for (const { kind } of nodes) counts[kind] += 1;
  return counts;
}
