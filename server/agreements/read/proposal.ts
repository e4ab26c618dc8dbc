import type { Proposal, ProposalNode } from "../../../app/document-model/proposal";
import type { SourceKind } from "../shapes";
import { type Block, toBlocks } from "./blocks";
import { decode, type Unreadable } from "./bytes";
import { cleanCharacters } from "./clean";
import { isGoalNumber } from "./headings";
import { createMend } from "./hyphens";
import { toLines } from "./lines";
import { keepText } from "./page-lines";
import { settle } from "./settle";
import { buildTree } from "./tree";

export type ReadOptions = {
  fileName: string;
  /** What the paper is; guessed from its text when nobody has said. Decides whether a bare paragraph is a clause. */
  kind?: SourceKind;
  /** Every node's id comes from here, so that reading itself is pure. */
  newId: () => string;
};

export type Read = { proposal: Proposal; kind: SourceKind; blocks: Block[] } | { refused: Unreadable };

/**
 * A file's bytes → the tree proposed to a person. Never throws, and loses no word but what `docs/import.md` lists:
 * page numbers and running heads, the table of contents, bullets, Markdown's signs. [S2]
 */
export function readSource(bytes: Uint8Array, options: ReadOptions): Read {
  const decoded = decode(bytes, options.fileName);
  if ("refused" in decoded) return decoded;
  const cut = toLines(cleanCharacters(decoded.text), options.fileName);
  const kept = keepText(cut.lines);
  const blocks = toBlocks(kept.lines, cut.shape);
  const kind = options.kind ?? guessKind(blocks);
  const tree = buildTree(blocks, { kind, newId: options.newId, mend: createMend(kept.lines) });
  const nodes = settle(tree.nodes, kind);
  const warnings = [
    ...(decoded.encoding === "windows-1252" ? ["read-as-windows-1252"] : []),
    ...(kept.droppedPageLines > 0 ? ["page-lines-dropped"] : []),
    ...(kept.droppedContents > 0 ? ["contents-dropped"] : []),
    ...(tree.isCutShort ? ["too-many-points"] : []),
    ...(hasTarget(nodes) ? [] : ["no-clauses-found"]),
  ];
  return { proposal: { nodes, warnings }, kind, blocks };
}

function guessKind(blocks: readonly Block[]): SourceKind {
  const hasGoals = blocks.some((block) =>
    block.type === "item" ? block.in === "goals" : block.type === "numbered" && isGoalNumber(block.number),
  );
  return hasGoals ? "goal-paper" : "agreement";
}

function hasTarget(nodes: readonly ProposalNode[]): boolean {
  return nodes.some(
    ({ kind, children }) => kind === "clause" || kind === "goal" || kind === "area" || hasTarget(children),
  );
}
