import { warningsOf } from "../../../app/document-model/correction/warnings";
import type { ProposalNode } from "../../../app/document-model/proposal";
import type { SourceKind } from "../shapes";

/** What is only seen once the tree stands: which paragraphs are clauses, which headings are clauses' own, what to warn of. */
export function settle(nodes: readonly ProposalNode[], kind: SourceKind): ProposalNode[] {
  const isFlat = nodes.every((node) => node.kind !== "section");
  return nodes.map((node) => settleNode(node, kind, isFlat));
}

function settleNode(node: ProposalNode, kind: SourceKind, isFlat: boolean): ProposalNode {
  const isGiven = node.kind === "clause" && node.number === "" && node.heading === "";
  // A paper's preamble comments on nothing; in a paper without headings every paragraph is all there is.
  const settled: ProposalNode = isGiven && kind === "agreement" && !isFlat ? { ...node, kind: "text" } : node;
  return warned(settleBelow(settled, kind));
}

function settleBelow(node: ProposalNode, kind: SourceKind): ProposalNode {
  const folded = fold(node);
  if (folded) return { ...folded, children: folded.children.map((child) => settleBelow(child, kind)) };
  const hasPoints =
    node.kind === "section" && node.children.some((child) => child.kind === "clause" && child.number !== "");
  const children = node.children.map((child) => {
    const isIntroduction = hasPoints && child.kind === "clause" && child.number === "" && child.children.length === 0;
    return warned(settleBelow(isIntroduction ? { ...child, kind: "text" } : child, kind));
  });
  return { ...node, children };
}

/** "3.2 Udskrivning" with one paragraph under it is one clause with a title, not a section of one. */
function fold(node: ProposalNode): ProposalNode | null {
  const [only, ...others] = node.children;
  if (node.kind !== "section" || !/^(?:\d+\.\d|§|stk)/i.test(node.number) || !only || others.length > 0) return null;
  if (only.number !== "" || only.heading !== "" || (only.kind !== "clause" && only.kind !== "text")) return null;
  const warnings = [...new Set([...node.warnings, ...only.warnings])];
  return { ...node, kind: "clause", text: only.text, children: only.children, warnings };
}

function warned(node: ProposalNode): ProposalNode {
  return { ...node, warnings: [...new Set([...node.warnings, ...warningsOf(node)])] };
}
