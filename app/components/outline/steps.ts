import { applyCorrection } from "~/document-model/correction/apply";
import type { Correction } from "~/document-model/correction/shapes";
import type { ProposalNode } from "~/document-model/proposal";
import type { Answer } from "~/refusals";

/** One correction made here: shown at once, sent when its turn comes, and forgotten when the page has it. */
export type Step = {
  key: number;
  /** Null: the last one is taken back. */
  correction: Correction | null;
  /** The tree after it. */
  nodes: ProposalNode[];
  /** Ids that the server will give others for. */
  made: string[];
  /** What the revision was when the server had done it; null before. */
  revision: number | null;
};

/** Why the last correction was not made, and of which node. */
export type Refused = { nodeId: string | null; code: string; answer: Answer | null };

/** What a correction has made of the tree. */
export type Made = { nodes: ProposalNode[]; joined: { id: string; into: string }[]; made: string[] };

type Trial = { correction: Correction; before: ProposalNode[]; made: Made };

/** What the server will make of corrections, one after the other: the same rule on the same tree, until one is refused. */
export function inTurn(nodes: ProposalNode[], corrections: readonly Correction[]) {
  const trials: Trial[] = [];
  let before = nodes;
  for (const correction of corrections) {
    const corrected = applyCorrection({ nodes: before, warnings: [] }, correction, () => crypto.randomUUID());
    if ("refused" in corrected) {
      const refused: Refused = { nodeId: correction.nodeId, code: corrected.refused, answer: null };
      return { trials, refused };
    }
    const { proposal, joined, made } = corrected;
    if (isSame(before, proposal.nodes)) continue;
    trials.push({ correction, before, made: { nodes: proposal.nodes, joined, made } });
    before = proposal.nodes;
  }
  return { trials, refused: null };
}

/** What was not touched is the same value in both trees, so this looks at a few nodes. */
function isSame(before: readonly ProposalNode[], after: readonly ProposalNode[]): boolean {
  return (
    before === after || (before.length === after.length && before.every((node, at) => isSameNode(node, after[at])))
  );
}

function isSameNode(node: ProposalNode, other: ProposalNode | undefined): boolean {
  if (!other || node === other) return node === other;
  const { id, kind, number, heading, text, children } = node;
  const isAlike = id === other.id && kind === other.kind && number === other.number && heading === other.heading;
  return isAlike && text === other.text && isSame(children, other.children);
}

export type Names = ReadonlyMap<string, string>;

/** The step with the ids that the server has given. */
export function renamedStep(step: Step, names: Names): Step {
  return { ...step, correction: renamedCorrection(step.correction, names), nodes: renamed(step.nodes, names) };
}

export function renamed(nodes: readonly ProposalNode[], names: Names): ProposalNode[] {
  return nodes.map((node) => ({
    ...node,
    id: names.get(node.id) ?? node.id,
    children: node.children.length > 0 ? renamed(node.children, names) : node.children,
  }));
}

function renamedCorrection(correction: Correction | null, names: Names): Correction | null {
  if (!correction) return null;
  const nameOf = (id: string) => names.get(id) ?? id;
  const nodes = { nodeId: nameOf(correction.nodeId), also: correction.also?.map(nameOf) };
  if (correction.op !== "place" || correction.parentId === null) return { ...correction, ...nodes };
  return { ...correction, ...nodes, parentId: nameOf(correction.parentId) };
}
