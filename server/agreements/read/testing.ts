import { flatten, type ProposalNode } from "../../../app/document-model/proposal";
import type { SourceKind } from "../shapes";
import { proposalOf } from "./proposal";
import { readText } from "./text";

/** A tree as an outline: "kind number|heading|text", two spaces a level. */
export function outline(nodes: readonly ProposalNode[]): string[] {
  return flatten(nodes).map(
    (node) => `${"  ".repeat(node.depth)}${node.kind} ${[node.number, node.heading, node.text].join("|")}`,
  );
}

/** A text as the import would propose it. */
export function readAsPaper(text: string | Uint8Array, fileName = "paper.txt", kind?: SourceKind) {
  let last = 0;
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const paper = readText(bytes, fileName);
  if ("refused" in paper) throw new Error(paper.refused);
  return proposalOf(paper, { newId: () => String(++last), ...(kind ? { kind } : {}) });
}

export function treeOf(text: string, kind: SourceKind = "agreement", fileName = "paper.txt"): string[] {
  return outline(readAsPaper(text, fileName, kind).proposal.nodes);
}
