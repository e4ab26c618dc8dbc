import type { NODE_KINDS, NodeKind, Proposal, ProposalNode } from "../../app/document-model/proposal";
import type { Viewer } from "../identity/viewer";
import { hasRole } from "../identity/viewer";
import { warningsOf } from "./read/settle";
import { changeSiblings, findNode, heightOf, type Place, replaceNode } from "./tree";

/** What a person may do to a proposed tree. None but `rename` and `rewrite` changes a word of it. [S3] */
export type Correction =
  | { op: "rename"; nodeId: string; number?: string | undefined; heading?: string | undefined }
  | { op: "rewrite"; nodeId: string; text: string }
  | { op: "retype"; nodeId: string; kind: NodeKind; withChildren?: boolean | undefined }
  | { op: "split"; nodeId: string; at: number }
  | { op: "join"; nodeId: string }
  | { op: "promote"; nodeId: string }
  | { op: "demote"; nodeId: string }
  | { op: "move"; nodeId: string; direction: "up" | "down" };

export type CorrectionRefusal =
  | "no-such-node"
  | "split-at-the-edge"
  | "nothing-to-join"
  | "join-over-children"
  | "cannot-promote-top"
  | "cannot-demote-first"
  | "too-deep"
  | "nowhere-to-move";

export type Corrected = { proposal: Proposal } | { refused: CorrectionRefusal };

/** Deeper than this no page can show a tree. */
const MAX_DEPTH = 12;
/** A paragraph that a person calls a heading is one, when it is no longer than this. */
const MAX_HEADING = 200;

export function mayCorrect(viewer: Viewer): boolean {
  return hasRole(viewer, "coordinator");
}

/** Applies one correction. `newId` names the second half of a split; every other id stays for life. [S1] */
export function applyCorrection(proposal: Proposal, correction: Correction, newId: () => string): Corrected {
  const place = findNode(proposal.nodes, correction.nodeId);
  if (!place) return { refused: "no-such-node" };
  switch (correction.op) {
    case "rename": {
      const { number, heading } = correction;
      const renamed = { ...place.node, number: number ?? place.node.number, heading: heading ?? place.node.heading };
      return done(proposal, replaceNode(proposal.nodes, place, judged(renamed)));
    }
    case "rewrite":
      return done(proposal, replaceNode(proposal.nodes, place, judged({ ...place.node, text: correction.text })));
    case "retype":
      return done(proposal, retype(proposal.nodes, place, correction.kind, correction.withChildren ?? false));
    case "split":
      return split(proposal, place, correction.at, newId);
    case "join":
      return join(proposal, place);
    case "promote":
      return promote(proposal, place);
    case "demote":
      return demote(proposal, place);
    case "move":
      return move(proposal, place, correction.direction === "up" ? -1 : 1);
  }
}

function done(proposal: Proposal, nodes: ProposalNode[]): Corrected {
  return { proposal: { ...proposal, nodes } };
}

/** A changed text is looked at anew; only a doubtful hyphen is known from reading alone. */
function judged(node: ProposalNode): ProposalNode {
  const kept = node.warnings.filter((code) => code === "joined-hyphen");
  return { ...node, warnings: [...kept, ...warningsOf(node)] };
}

function retype(nodes: readonly ProposalNode[], place: Place, kind: NodeKind, withChildren: boolean): ProposalNode[] {
  const { node, parentPath, index } = place;
  const turned = judged(withChildren ? everyKind({ ...turn(node, kind) }, kind) : turn(node, kind));
  const becomesSection = kind === "section" && !holdsOthers(node.kind) && node.children.length === 0;
  if (!becomesSection) return replaceNode(nodes, place, turned);
  // A missed heading: what followed it stands under it, to the next heading. The reading order stays.
  return changeSiblings(nodes, parentPath, (siblings) => {
    const rest = siblings.slice(index + 1);
    const next = rest.findIndex((sibling) => holdsOthers(sibling.kind));
    const adopted = next < 0 ? rest : rest.slice(0, next);
    return [...siblings.slice(0, index), { ...turned, children: adopted }, ...rest.slice(adopted.length)];
  });
}

function holdsOthers(kind: NodeKind): boolean {
  return kind === "section" || kind === "area";
}

/** A node that is called a heading keeps its words as heading, one that is called text keeps them as text. */
function turn(node: ProposalNode, kind: NodeKind): ProposalNode {
  const isOneLine = node.text.length <= MAX_HEADING && !node.text.includes("\n");
  if (holdsOthers(kind) && node.heading === "" && isOneLine) return { ...node, kind, heading: node.text, text: "" };
  const isBody = kind === "clause" || kind === "goal" || kind === "text";
  if (isBody && node.text === "" && node.heading !== "") return { ...node, kind, heading: "", text: node.heading };
  return { ...node, kind };
}

function everyKind(node: ProposalNode, kind: NodeKind): ProposalNode {
  return { ...turn(node, kind), children: node.children.map((child) => everyKind(child, kind)) };
}

/** Parts the text before the word at `at`. White space stays where it was, so that joining gives the same text back. */
function split(proposal: Proposal, { node, parentPath, index }: Place, at: number, newId: () => string): Corrected {
  const edge = wordStart(node.text, at);
  const [left, right] = [node.text.slice(0, edge), node.text.slice(edge)];
  if (left.trim() === "" || right.trim() === "") return { refused: "split-at-the-edge" };
  const first = judged({ ...node, text: left, children: [] });
  // What stood under the text stands under its end.
  const second = judged({ ...node, id: newId(), number: "", heading: "", text: right });
  return done(
    proposal,
    changeSiblings(proposal.nodes, parentPath, (siblings) => siblings.toSpliced(index, 1, first, second)),
  );
}

function wordStart(text: string, at: number): number {
  let edge = Math.max(0, Math.min(at, text.length));
  if (/^\s/.test(text.slice(edge, edge + 1))) return edge;
  while (edge > 0 && !/\s/.test(text.charAt(edge - 1))) edge -= 1;
  return edge;
}

/** Joins the node to the sibling above it. The one above keeps its id, kind and number. */
function join(proposal: Proposal, { node, parentPath, index, siblings }: Place): Corrected {
  const above = siblings[index - 1];
  if (!above || (above.kind === "ignored") !== (node.kind === "ignored")) return { refused: "nothing-to-join" };
  if (above.children.length > 0) return { refused: "join-over-children" };
  const joined = judged({ ...joinWords(above, node), children: node.children });
  const warnings = [...new Set([...joined.warnings, ...node.warnings.filter((code) => code === "joined-hyphen")])];
  return done(
    proposal,
    changeSiblings(proposal.nodes, parentPath, (all) => all.toSpliced(index - 1, 2, { ...joined, warnings })),
  );
}

function joinWords(above: ProposalNode, below: ProposalNode): ProposalNode {
  const title = [below.number, below.heading].filter((part) => part !== "").join(" ");
  // Two halves of one heading.
  if (above.text === "" && below.text === "" && above.heading !== "") {
    return { ...above, heading: `${above.heading} ${title}`.trim() };
  }
  const added = [title, below.text].filter((part) => part !== "").join("\n\n");
  return { ...above, text: joinText(above.text, added) };
}

function joinText(above: string, below: string): string {
  if (above === "" || below === "" || /\s$/.test(above) || /^\s/.test(below)) return above + below;
  return above + (/^\p{Ll}/u.test(below) ? " " : "\n\n") + below;
}

/** One step out, right after its parent. What followed it goes under it: on the page only this one line moves. */
function promote(proposal: Proposal, { node, parentPath, index, siblings }: Place): Corrected {
  const parentIndex = parentPath.at(-1);
  if (parentIndex === undefined) return { refused: "cannot-promote-top" };
  const promoted = { ...node, children: [...node.children, ...siblings.slice(index + 1)] };
  const shortened = changeSiblings(proposal.nodes, parentPath, (all) => all.slice(0, index));
  return done(
    proposal,
    changeSiblings(shortened, parentPath.slice(0, -1), (all) => all.toSpliced(parentIndex + 1, 0, promoted)),
  );
}

/** One step in, as the last under the sibling above. */
function demote(proposal: Proposal, { node, parentPath, index, siblings }: Place): Corrected {
  const above = siblings[index - 1];
  if (!above) return { refused: "cannot-demote-first" };
  if (parentPath.length + 1 + heightOf(node) > MAX_DEPTH) return { refused: "too-deep" };
  const taken = { ...above, children: [...above.children, node] };
  return done(
    proposal,
    changeSiblings(proposal.nodes, parentPath, (all) => all.toSpliced(index - 1, 2, taken)),
  );
}

function move(proposal: Proposal, { node, parentPath, index, siblings }: Place, step: -1 | 1): Corrected {
  const other = siblings[index + step];
  if (!other) return { refused: "nowhere-to-move" };
  const pair = step < 0 ? [node, other] : [other, node];
  return done(
    proposal,
    changeSiblings(proposal.nodes, parentPath, (all) => all.toSpliced(Math.min(index, index + step), 2, ...pair)),
  );
}

/** How many nodes of each kind, every kind named. */
export function countKinds(nodes: readonly { kind: NodeKind }[]): Record<NodeKind, number> {
  const counts = { section: 0, clause: 0, goal: 0, area: 0, text: 0, ignored: 0 } satisfies Record<
    (typeof NODE_KINDS)[number],
    number
  >;
  for (const { kind } of nodes) counts[kind] += 1;
  return counts;
}
