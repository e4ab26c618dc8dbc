import type { NodeKind, ProposalNode } from "../../../app/document-model/proposal";
import type { SourceKind } from "../shapes";
import type { Block } from "./blocks";
import { type Heading, isGoalNumber } from "./headings";
import type { Mend } from "./hyphens";
import { readMarker } from "./markers";

/** Blocks → the tree of sections, clauses, goals and areas. */
export type TreeOptions = { kind: SourceKind; newId: () => string; mend: Mend };

/** Deeper than any paper; what is deeper stands beside. Pages and the database walk the tree without a second thought. */
export const MAX_DEPTH = 8;
/** Past this many nodes nobody corrects a tree by hand: what follows is kept as text of the last one. */
const MAX_NODES = 20_000;

type Open = { rank: number; number: string; node: ProposalNode; isTitle: boolean };
type Building = TreeOptions & {
  root: ProposalNode[];
  path: Open[];
  /** The list being read: its lead-in or clause, and its items by indent. */
  list: { owner: ProposalNode | null; items: { indent: number; node: ProposalNode }[] } | null;
  /** A numbered clause that the next unnumbered paragraph goes on with. */
  clause: ProposalNode | null;
  paragraph: ProposalNode | null;
  /** Of the block being placed. */
  page: number | null;
  count: number;
};

/** Below every heading: what a numbered paragraph or an item ranks when it holds something. */
const LEAF_RANK = 99;

export function buildTree(
  blocks: readonly Block[],
  options: TreeOptions,
): { nodes: ProposalNode[]; isCutShort: boolean } {
  const none = { list: null, clause: null, paragraph: null, page: null };
  const building: Building = { ...options, root: [], path: [], ...none, count: 0 };
  const titleAt = titleIndex(blocks);
  for (const [index, block] of blocks.entries()) {
    building.page = block.page;
    if (building.count >= MAX_NODES) {
      const rest = blocks.slice(index).map((each) => building.mend(linesOf(each)).text);
      building.root.push(newNode(building, { text: rest.join("\n\n") }));
      return { nodes: building.root, isCutShort: true };
    }
    place(building, block, index === titleAt);
  }
  return { nodes: building.root, isCutShort: false };
}

function linesOf(block: Block): string[] {
  if (block.type === "heading") return [block.heading.number, ...block.heading.lines];
  if (block.type === "row") return [block.cells.join(" · ")];
  return block.type === "numbered" || block.type === "item" ? [block.number, ...block.lines] : block.lines;
}

function place(building: Building, block: Block, isTitle: boolean): void {
  if (block.type === "heading") placeHeading(building, block.heading, isTitle);
  else if (block.type === "numbered") placeNumbered(building, block);
  else if (block.type === "item") placeItem(building, block);
  else if (block.type === "row") placeRow(building, block);
  else if (block.type === "paragraph") placeParagraph(building, block.lines);
  else if (block.type === "note" && isOfPage(block.lines)) placeBetween(building, block.lines);
  else placeAside(building, block.type === "note" ? "text" : "ignored", block.lines);
}

/**
 * The first of several headings, when all others are below it or have numbers: it names the paper and holds its preamble.
 */
function titleIndex(blocks: readonly Block[]): number {
  if (blocks.filter((block) => block.type === "heading").length < 2) return -1;
  const first = blocks.findIndex((block) => block.type === "heading");
  const title = blocks[first];
  if (title?.type !== "heading" || /^\d|^§/.test(title.heading.number)) return -1;
  const { rank, number } = title.heading;
  const isAlone = blocks.every(
    (block, index) =>
      index === first ||
      block.type !== "heading" ||
      block.heading.rank > rank ||
      (number === "" && block.heading.number !== ""),
  );
  return isAlone ? first : -1;
}

function placeHeading(building: Building, heading: Heading, isTitle: boolean): void {
  const { text, isDoubtful } = building.mend(heading.lines);
  const kind = heading.kind === "area" ? "area" : "section";
  const node = newNode(building, { kind, number: heading.number, heading: text, isDoubtful });
  // A title ranks below everything: the next heading closes it, and no path has to begin with the paper's name.
  open(building, { node, number: heading.number, rank: isTitle ? LEAF_RANK : heading.rank, isTitle });
}

function placeNumbered(building: Building, block: Block & { type: "numbered" }): void {
  const { text, isDoubtful } = building.mend(block.lines);
  const node = newNode(building, {
    kind: isGoalNumber(block.number) ? "goal" : "clause",
    number: block.number,
    text,
    isDoubtful,
  });
  open(building, { node, number: block.number, rank: block.rank, isTitle: false });
  building.clause = node;
}

/** Puts the node under the nearest heading of a smaller rank; "3.2" never under "2", whatever was missed between. */
function open(building: Building, opened: Open): void {
  const { path } = building;
  while (path.length > 0 && !isUnder(path.at(-1), opened)) path.pop();
  while (path.length >= MAX_DEPTH - 2) path.pop();
  (path.at(-1)?.node.children ?? building.root).push(opened.node);
  path.push(opened);
  building.list = null;
  building.clause = null;
  building.paragraph = null;
}

function isUnder(above: Open | undefined, { number, rank }: Open): boolean {
  if (!above || above.rank >= rank) return false;
  const areBothNumbers = /^\d/.test(above.number) && /^\d/.test(number);
  return !areBothNumbers || number.startsWith(`${above.number}.`);
}

function placeItem(building: Building, block: Block & { type: "item" }): void {
  const { text, isDoubtful } = building.mend(block.lines);
  const list = building.list ?? { owner: listOwner(building), items: [] };
  building.list = list;
  const node = newNode(building, { ...itemOf(building, block.in, text), number: block.number, isDoubtful });
  while (list.items.length > 0 && (list.items.at(-1)?.indent ?? 0) >= block.indent) list.items.pop();
  const parent = list.items.length < 3 ? list.items.at(-1)?.node : list.items[0]?.node;
  (parent?.children ?? list.owner?.children ?? siblings(building)).push(node);
  list.items.push({ indent: block.indent, node });
  building.clause = null;
  building.paragraph = null;
}

/** What the list hangs on: the numbered clause it is in, or the line above that ends in ":"; else it stands in its section. */
function listOwner(building: Building): ProposalNode | null {
  if (building.clause) return building.clause;
  return building.paragraph?.text.endsWith(":") ? building.paragraph : null;
}

function itemOf(building: Building, list: "goals" | "areas" | null, text: string): Partial<ProposalNode> {
  if (list === "goals") return { kind: "goal", text };
  if (list !== "areas") return { kind: bodyKind(building), text };
  return text.length <= 120 ? { kind: "area", heading: text } : { kind: "area", text };
}

function placeRow(building: Building, block: Block & { type: "row" }): void {
  if (!block.header) {
    if (building.path.at(-1)?.node.kind === "section") introduce(siblings(building));
    placeAside(building, "ignored", [block.cells.filter((cell) => cell !== "").join(" · ")]);
    return;
  }
  const { header, cells } = block;
  const first = cells[0] ?? "";
  const number = isRowNumber(first) ? first.replace(/\.$/, "") : "";
  const parts = cells.flatMap((cell, index) => {
    if (cell === "" || (index === 0 && number !== "")) return [];
    return header[index] ? [`${header[index]}: ${cell}`] : [cell];
  });
  placeLeaf(building, newNode(building, { kind: "clause", number, text: parts.join(" · ") }));
}

/** A line or two above a table, and nothing else, lead it in. */
function introduce(above: ProposalNode[]): void {
  const isBare = ({ kind, number, children }: ProposalNode) =>
    kind === "clause" && number === "" && children.length === 0;
  if (above.length <= 2 && above.every(isBare)) for (const node of above) node.kind = "text";
}

/** "1", "3.2", "A", "§ 4", and what stands alone as "Krav 1" does. */
function isRowNumber(cell: string): boolean {
  if (/^(?:\d{1,3}(?:\.\d{1,3})*\.?|[A-ZÆØÅ]|§ ?\d{1,3})$/.test(cell)) return true;
  const marker = readMarker(cell);
  return marker?.kind === "label" && marker.rest === "";
}

function placeAside(building: Building, kind: NodeKind, lines: readonly string[]): void {
  const { text, isDoubtful } = building.mend(lines);
  placeLeaf(building, newNode(building, { kind, text, isDoubtful }));
}

function placeParagraph(building: Building, lines: readonly string[]): void {
  const { text, isDoubtful } = building.mend(lines);
  const { clause } = building;
  if (clause && clause.children.length === 0) {
    clause.text = clause.text === "" ? text : `${clause.text}\n\n${text}`;
    if (isDoubtful) warn(clause, "joined-hyphen");
    return;
  }
  const node = newNode(building, { kind: bodyKind(building), text, isDoubtful });
  placeLeaf(building, node);
  building.paragraph = node;
}

function isOfPage(lines: readonly string[]): boolean {
  return /^[\d⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(lines[0] ?? "");
}

/** A note at the foot of a page interrupts nothing: the list or the clause goes on overleaf. */
function placeBetween(building: Building, lines: readonly string[]): void {
  const { list, clause, paragraph } = building;
  placeAside(building, "text", lines);
  Object.assign(building, { list, clause, paragraph });
}

function placeLeaf(building: Building, node: ProposalNode): void {
  siblings(building).push(node);
  building.list = null;
  building.clause = null;
  building.paragraph = null;
}

function siblings(building: Building): ProposalNode[] {
  return building.path.at(-1)?.node.children ?? building.root;
}

/** In an agreement a paragraph is a clause, but for the preamble under the paper's own title. */
function bodyKind({ kind, path }: Building): "clause" | "text" {
  return kind === "agreement" && !path.at(-1)?.isTitle ? "clause" : "text";
}

function newNode(
  building: Building,
  given: Partial<ProposalNode> & { kind?: NodeKind; isDoubtful?: boolean },
): ProposalNode {
  const { isDoubtful, ...fields } = given;
  building.count += 1;
  const node: ProposalNode = {
    id: building.newId(),
    kind: "text",
    number: "",
    heading: "",
    text: "",
    page: building.page,
    children: [],
    warnings: [],
    ...fields,
  };
  if (isDoubtful) warn(node, "joined-hyphen");
  return node;
}

function warn(node: ProposalNode, code: string): void {
  if (!node.warnings.includes(code)) node.warnings.push(code);
}
