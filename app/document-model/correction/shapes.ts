import type { NodeKind, Proposal, ProposalNode } from "../proposal";

/** What a person may do to a tree of clauses. None but `rename`, `rewrite` and `add` changes a word of it. [S3] */
export type Correction = Op & {
  nodeId: string;
  /** The other nodes that it is done to at once, in reading order; for rename, rewrite, split, place and add there are none. */
  also?: readonly string[] | undefined;
};

type Op =
  | { op: "rename"; number?: string | undefined; heading?: string | undefined }
  | { op: "rewrite"; text: string }
  | { op: "retype"; kind: NodeKind; withChildren?: boolean | undefined }
  | { op: "split"; at: number }
  /** A node of the same kind after it and all that stands under it, with these words. */
  | { op: "add"; text: string }
  /** One node to the sibling above it; several to the first of them. */
  | { op: "join" }
  | { op: "promote" }
  | { op: "demote" }
  | { op: "move"; direction: "up" | "down" }
  /** To any other place: `index` counts the parent's children without the node itself; no parent is the top. */
  | { op: "place"; parentId: string | null; index: number };

export type CorrectionRefusal =
  | "no-such-node"
  | "split-at-the-edge"
  | "nothing-to-join"
  | "join-over-children"
  | "cannot-promote-top"
  | "cannot-demote-first"
  | "too-deep"
  | "nowhere-to-move"
  | "not-under-itself";

export type Done = {
  proposal: Proposal;
  /** Nodes that are no more, each with the one that has its words now. */
  joined: { id: string; into: string }[];
  /** Nodes that were none before. */
  made: string[];
};

export type Corrected = Done | { refused: CorrectionRefusal };

/** Deeper than this no page can show a tree. */
export const MAX_DEPTH = 12;

export function done(proposal: Proposal, nodes: ProposalNode[]): Done {
  return { proposal: { ...proposal, nodes }, joined: [], made: [] };
}
