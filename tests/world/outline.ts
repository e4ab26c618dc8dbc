import type { Correction } from "../../app/document-model/correction/shapes";
import { flatten, NODE_KINDS, type Proposal, type ProposalNode } from "../../app/document-model/proposal";

/** Small trees of clauses, and chance to correct them by. */
export function node(
  id: string,
  text: string,
  children: ProposalNode[] = [],
  rest: Partial<ProposalNode> = {},
): ProposalNode {
  return { id, kind: "clause", number: "", heading: "", text, children, warnings: [], ...rest };
}

export function section(id: string, heading: string, children: ProposalNode[]): ProposalNode {
  return node(id, "", children, { kind: "section", heading });
}

/** Two sections: a with a1 (and a1x under it), a2, a3; b with b1. */
export function agreement(): Proposal {
  const nodes = [
    section("a", "Indlæggelse", [
      node("a1", "Afdelingen giver besked. Det sker straks.", [node("a1x", "På hverdage.")]),
      node("a2", "Kommunen svarer."),
      node("a3", "Svaret gives skriftligt."),
    ]),
    section("b", "Udskrivning", [node("b1", "Der aftales en plan.")]),
  ];
  return { nodes, warnings: ["contents-dropped"] };
}

/** The ids as an outline: "a(a1(a1x) a2) b". */
export function shape(nodes: readonly ProposalNode[]): string {
  return nodes.map(({ id, children }) => (children.length > 0 ? `${id}(${shape(children)})` : id)).join(" ");
}

/** One of all corrections, of which some can be made. */
export function anyCorrection(proposal: Proposal, next: () => number): Correction {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const all = flatten(proposal.nodes);
  const at = Math.floor(next() * all.length);
  const { id: nodeId, text } = pick(all.slice(at, at + 1));
  const few = { nodeId, also: all.slice(at + 1, at + 1 + Math.floor(next() * 3)).map(({ id }) => id) };
  const corrections: Correction[] = [
    { op: "retype", nodeId, kind: pick(NODE_KINDS), withChildren: next() < 0.2 },
    { op: "split", nodeId, at: Math.floor(next() * (text.length + 2)) },
    { op: "join", nodeId },
    { op: "promote", nodeId },
    { op: "demote", nodeId },
    { op: "move", nodeId, direction: pick(["up", "down"] as const) },
    { op: "place", nodeId, parentId: next() < 0.2 ? null : pick(all).id, index: Math.floor(next() * 4) },
    { op: "retype", ...few, kind: pick(NODE_KINDS) },
    { op: pick(["join", "promote", "demote"] as const), ...few },
  ];
  return pick(corrections);
}

/** mulberry32 */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
