import type { NodeKind, Proposal, ProposalNode } from "../proposal";
import { type Corrected, done } from "./shapes";
import { changeSiblings, type Place, replaceNode } from "./tree";
import { judged } from "./warnings";

/** A paragraph that a person calls a heading is one, when it is no longer than this. */
const MAX_HEADING = 200;

export function retype(proposal: Proposal, place: Place, kind: NodeKind, withChildren: boolean): Corrected {
  const { node, parentPath, index } = place;
  const turned = judged(withChildren ? everyKind(node, kind) : turn(node, kind));
  const becomesSection = kind === "section" && !holdsOthers(node.kind) && node.children.length === 0;
  if (!becomesSection) return done(proposal, replaceNode(proposal.nodes, place, turned));
  // A missed heading: what followed it stands under it, to the next heading. The reading order stays.
  const adopting = changeSiblings(proposal.nodes, parentPath, (siblings) => {
    const rest = siblings.slice(index + 1);
    const next = rest.findIndex((sibling) => holdsOthers(sibling.kind));
    const adopted = next < 0 ? rest : rest.slice(0, next);
    return [...siblings.slice(0, index), { ...turned, children: adopted }, ...rest.slice(adopted.length)];
  });
  return done(proposal, adopting);
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
export function split(
  proposal: Proposal,
  { node, parentPath, index }: Place,
  at: number,
  newId: () => string,
): Corrected {
  const edge = wordStart(node.text, at);
  const [left, right] = [node.text.slice(0, edge), node.text.slice(edge)];
  if (left.trim() === "" || right.trim() === "") return { refused: "split-at-the-edge" };
  const first = judged({ ...node, text: left, children: [] });
  // What stood under the text stands under its end.
  const second = judged({ ...node, id: newId(), number: "", heading: "", text: right });
  const nodes = changeSiblings(proposal.nodes, parentPath, (all) => all.toSpliced(index, 1, first, second));
  return { ...done(proposal, nodes), made: [second.id] };
}

/** What a heading is added as has its words as heading, and nothing is added that nobody would see. */
export function add(
  proposal: Proposal,
  { node, parentPath, index }: Place,
  text: string,
  newId: () => string,
): Corrected {
  const kind = node.kind === "ignored" ? "text" : node.kind;
  const words = holdsOthers(kind) ? { heading: text, text: "" } : { heading: "", text };
  const added = judged({
    id: newId(),
    kind,
    number: "",
    ...words,
    page: node.page ?? null,
    children: [],
    warnings: [],
  });
  const nodes = changeSiblings(proposal.nodes, parentPath, (all) => all.toSpliced(index + 1, 0, added));
  return { ...done(proposal, nodes), made: [added.id] };
}

function wordStart(text: string, at: number): number {
  let edge = Math.max(0, Math.min(at, text.length));
  if (/^\s/.test(text.slice(edge, edge + 1))) return edge;
  while (edge > 0 && !/\s/.test(text.charAt(edge - 1))) edge -= 1;
  return edge;
}

/** Joins the node to the sibling above it. The one above keeps its id, kind and number. */
export function join(proposal: Proposal, { node, parentPath, index, siblings }: Place): Corrected {
  const above = siblings[index - 1];
  if (!above || (above.kind === "ignored") !== (node.kind === "ignored")) return { refused: "nothing-to-join" };
  if (above.children.length > 0) return { refused: "join-over-children" };
  const joined = judged({ ...joinWords(above, node), children: node.children });
  const warnings = [...new Set([...joined.warnings, ...node.warnings.filter((code) => code === "joined-hyphen")])];
  const nodes = changeSiblings(proposal.nodes, parentPath, (all) =>
    all.toSpliced(index - 1, 2, { ...joined, warnings }),
  );
  return { ...done(proposal, nodes), joined: [{ id: node.id, into: above.id }] };
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
