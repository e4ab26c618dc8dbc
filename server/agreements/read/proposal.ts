import { isTarget, type Proposal, type ProposalNode } from "../../../app/document-model/proposal";
import type { SourceKind } from "../shapes";
import { type Block, toBlocks } from "./blocks";
import { isGoalNumber } from "./headings";
import { createMend } from "./hyphens";
import { keepText } from "./page-lines";
import type { Paper } from "./paper";
import { numberRoman } from "./roman";
import { settle } from "./settle";
import { buildTree } from "./tree";

export type ReadOptions = {
  /** What the paper is; guessed from its text when nobody has said. Decides whether a bare paragraph is a clause. */
  kind?: SourceKind;
  /** Every node's id comes from here, so that reading itself is pure. */
  newId: () => string;
};

export type Read = { proposal: Proposal; kind: SourceKind; blocks: Block[] };

/**
 * A paper → the tree proposed to a person, whatever format it was read from. Never throws, and loses no word but what
 * `docs/import.md` lists: page numbers and running heads, the table of contents, bullets, Markdown's signs. [S2]
 */
export function proposalOf(paper: Paper, options: ReadOptions): Read {
  // Copies: dropping a page's lines moves its edge to the line below.
  const kept = keepText(paper.lines.map((line) => ({ ...line })));
  const blocks = numberRoman(toBlocks(kept.lines, paper.shape));
  const kind = options.kind ?? guessKind(blocks);
  const tree = buildTree(blocks, { kind, newId: options.newId, mend: createMend(kept.lines) });
  const nodes = settle(tree.nodes, kind);
  const warnings = [
    ...paper.warnings,
    ...(kept.droppedPageLines > 0 ? ["page-lines-dropped"] : []),
    ...(kept.droppedContents > 0 ? ["contents-dropped"] : []),
    ...(tree.isCutShort ? ["too-many-points"] : []),
    ...(hasTarget(nodes) ? [] : ["no-clauses-found"]),
  ];
  return { proposal: { nodes, warnings: [...new Set(warnings)] }, kind, blocks };
}

function guessKind(blocks: readonly Block[]): SourceKind {
  const hasGoals = blocks.some((block) =>
    block.type === "item" ? block.in === "goals" : block.type === "numbered" && isGoalNumber(block.number),
  );
  return hasGoals ? "goal-paper" : "agreement";
}

function hasTarget(nodes: readonly ProposalNode[]): boolean {
  return nodes.some((node) => isTarget(node) || hasTarget(node.children));
}
