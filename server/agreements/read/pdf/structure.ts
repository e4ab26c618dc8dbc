import { readMarker } from "../markers";
import { alignCells, type Cell } from "./cells";
import { joined, type Printed, printed, printedRow, unwrapped } from "./printed";
import { type Row, raised, rowsInOrder } from "./rows";
import type { Child, Node, PageText, Run } from "./runs";

/** A tagged page → its lines: what its structure tree says is a heading, a list's item or a row is one. */
export type Structured = { lines: Printed[]; reached: number; hasHeadings: boolean };

type Walk = {
  page: PageText;
  runs: ReadonlyMap<string, Run[]>;
  used: Set<string>;
  lines: Printed[];
  /** The block being read. */
  open: Run[];
  level: number;
  /** A list item's sign, until its first text comes. */
  label: string | null;
  depth: number;
  sections: number;
  notes: Node[];
  steps: number;
};

const MAX_STEPS = 60_000;
const GROUPS =
  /^(?:Root|Document|DocumentFragment|Part|Art|Sect|Div|NonStruct|Private|Aside|L|LBody|THead|TBody|TFoot|Index)$/;
const INLINE =
  /^(?:Span|Quote|Reference|Link|Annot|BibEntry|Code|Em|Strong|Sub|Ruby|RB|RT|RP|Warichu|WT|WP|Lbl|Formula|Form|NonStruct|Private|ListLabel)$/;
const NOTE = /^(?:Note|FENote|Footnote|Endnote|footnote)$/;
const HEADING = /^(?:H|(?:H|Heading ?|Overskrift ?)([1-9]))$/i;
const DROPPED = /^(?:Artifact|TOC|TOCI)$/;
/** What a picture may hold that is more than its own lettering. */
const IN_FIGURE = /^(?:Table|Caption|Note|FENote|L|H[1-6]?)$/;

export function readStructure(page: PageText, tree: Node): Structured {
  const runs = new Map<string, Run[]>();
  for (const run of page.runs) {
    if (run.isArtifact || run.content === null) continue;
    const known = runs.get(run.content);
    if (known) known.push(run);
    else runs.set(run.content, [run]);
  }
  const walk: Walk = {
    page,
    runs,
    used: new Set(),
    lines: [],
    open: [],
    level: 0,
    label: null,
    depth: 0,
    sections: 0,
    notes: [],
    steps: 0,
  };
  group(walk, tree);
  close(walk);
  const reached = [...walk.used].reduce((sum, id) => sum + lengthOf(runs.get(id) ?? []), 0);
  return {
    lines: [...walk.lines, ...strays(walk)],
    reached,
    hasHeadings: walk.lines.some(({ line }) => line.level > 0),
  };
}

export function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}

/** Text that no part of the structure names is kept, below the rest of its page. */
function strays(walk: Walk): Printed[] {
  const left = walk.page.runs.filter((run) => !run.isArtifact && !(run.content && walk.used.has(run.content)));
  return rowsInOrder(left).map((row) => printed(walk.page.number, { text: row.text, gap: 1 }, row));
}

function isNode(child: Child): child is Node {
  return "children" in child;
}

function group(walk: Walk, node: Node): void {
  for (const child of node.children) {
    if (!isNode(child)) take(walk, child.id);
    else visit(walk, child);
  }
}

function visit(walk: Walk, node: Node): void {
  walk.steps += 1;
  if (walk.steps > MAX_STEPS) return;
  const heading = HEADING.exec(node.role);
  if (DROPPED.test(node.role)) drop(walk, node);
  else if (NOTE.test(node.role)) walk.notes.push(node);
  else if (node.role === "Figure") figure(walk, node);
  else if (heading) block(walk, node, levelOf(walk, heading[1]));
  else if (node.role === "LI") item(walk, node);
  else if (node.role === "Table") table(walk, node);
  else if (node.role === "Lbl") mark(walk, node);
  else if (INLINE.test(node.role) && (walk.open.length > 0 || !holdsBlocks(node))) group(walk, node);
  else if (GROUPS.test(node.role)) section(walk, node);
  else block(walk, node, 0);
}

function levelOf(walk: Walk, given: string | undefined): number {
  return Math.min(6, given ? Number(given) : Math.max(1, walk.sections));
}

function holdsBlocks(node: Node): boolean {
  return node.children.some((child) => isNode(child) && !INLINE.test(child.role));
}

function section(walk: Walk, node: Node): void {
  const isList = node.role === "L";
  const isNested = isList || node.role === "Sect";
  close(walk);
  if (isList) walk.depth += 1;
  if (isNested) walk.sections += 1;
  group(walk, node);
  close(walk);
  if (isList) walk.depth -= 1;
  if (isNested) walk.sections -= 1;
}

function block(walk: Walk, node: Node, level: number): void {
  close(walk);
  walk.level = level;
  group(walk, node);
  close(walk);
}

function take(walk: Walk, id: string): void {
  if (walk.used.has(id)) return;
  const runs = walk.runs.get(id);
  if (!runs) return;
  walk.used.add(id);
  walk.open.push(...runs);
}

/** A footnote's number; some fonts have raised digits of full size, so its place tells nothing. */
function mark(walk: Walk, node: Node): void {
  walk.open.push(...swallow(walk, node).map((run) => ({ ...run, text: raised(run.text) })));
}

/** Marks all below as seen without reading it; returns it. */
function swallow(walk: Walk, node: Node): Run[] {
  const outer = walk.open;
  walk.open = [];
  const below = (each: Node): void => {
    walk.steps += 1;
    if (walk.steps > MAX_STEPS) return;
    for (const child of each.children) {
      if (!isNode(child)) take(walk, child.id);
      else if (NOTE.test(child.role)) walk.notes.push(child);
      else below(child);
    }
  };
  below(node);
  const taken = walk.open;
  walk.open = outer;
  return taken;
}

/** The heading "Indhold" goes with the list of contents under it. */
function drop(walk: Walk, node: Node): void {
  if (node.role !== "Artifact") {
    close(walk);
    if (/^indhold(?:sfortegnelse)?:?$/i.test(walk.lines.at(-1)?.line.text ?? "")) walk.lines.pop();
  }
  swallow(walk, node);
}

function figure(walk: Walk, node: Node): void {
  const lettering: Node = { role: node.role, children: [] };
  for (const child of node.children) {
    if (isNode(child) && IN_FIGURE.test(child.role)) visit(walk, child);
    else if (isNode(child) && child.children.some((each) => isNode(each) && IN_FIGURE.test(each.role)))
      figure(walk, child);
    else lettering.children.push(child);
  }
  swallow(walk, lettering);
}

function item(walk: Walk, node: Node): void {
  close(walk);
  const isLabel = (child: Child): child is Node => isNode(child) && /^(?:Lbl|ListLabel)$/.test(child.role);
  const label = node.children.find(isLabel);
  const sign = label
    ? rowsInOrder(swallow(walk, label))
        .map((row) => row.text)
        .join(" ")
    : "";
  // A drawn dot has no text, and a sign of any font is a bullet here.
  walk.label = /[\p{L}\p{N}]/u.test(sign) && sign !== "o" ? sign : "•";
  for (const child of node.children) {
    if (!isNode(child)) take(walk, child.id);
    else if (child !== label) visit(walk, child);
  }
  close(walk);
  walk.label = null;
}

/** Ends the block being read: its rows become lines. */
function close(walk: Walk): void {
  const { open, level, label, depth } = walk;
  walk.open = [];
  walk.level = 0;
  const rows = rowsInOrder(open).filter((row) => row.text !== "");
  if (rows.length > 0) {
    walk.label = null;
    emit(walk, rows, level, label, Math.max(0, depth - 1) * 2);
  }
  for (const note of walk.notes.splice(0)) {
    if (walk.steps > MAX_STEPS) return;
    block(walk, { role: "P", children: note.children }, 0);
  }
}

function emit(walk: Walk, rows: Row[], level: number, label: string | null, indent: number): void {
  const { number } = walk.page;
  const texts = rows.map((row) => row.text);
  const look = { size: rows[0]?.size ?? 0, isBold: rows.every((row) => row.isBold) };
  if (level > 0) {
    const sign = label && label !== "•" ? [label] : [];
    walk.lines.push(printed(number, { text: [...sign, joined(texts)].join(" "), level, gap: 1 }, look));
    return;
  }
  const lines = unwrapped(texts);
  const first = lines[0] ?? "";
  // Some writers put the sign into the text itself.
  const lead = label === null || (label === "•" && readMarker(first)) ? first : `${label} ${first}`;
  for (const [index, text] of [lead, ...lines.slice(1)].entries()) {
    walk.lines.push(printed(number, { text, indent, gap: index === 0 ? 1 : 0 }, look));
  }
}

function table(walk: Walk, node: Node): void {
  const rows = tableRows(node);
  // One cell a row is a frame around text.
  if (rows.every((row) => cellsOf(row).length < 2)) {
    close(walk);
    for (const row of rows) for (const cell of cellsOf(row)) section(walk, { ...cell, role: "Div" });
    for (const child of node.children) if (isNode(child) && child.role === "Caption") visit(walk, child);
    return;
  }
  close(walk);
  for (const child of node.children) if (isNode(child) && child.role === "Caption") visit(walk, child);
  const cells = rows.map((row) => cellsOf(row).map((cell) => readCell(walk, cell)));
  const pending = walk.notes.splice(0);
  for (const [index, row] of alignCells(cells).entries()) {
    if (row.some((cell) => cell !== "")) walk.lines.push(printedRow(walk.page.number, row, index === 0 ? 1 : 0));
  }
  walk.notes.push(...pending);
  swallow(walk, node);
  close(walk);
}

function tableRows(node: Node, depth = 0): Node[] {
  if (depth > 4) return [];
  return node.children.flatMap((child) => {
    if (!isNode(child)) return [];
    return child.role === "TR"
      ? [child]
      : /^T(?:Head|Body|Foot)$|^NonStruct$|^Div$/.test(child.role)
        ? tableRows(child, depth + 1)
        : [];
  });
}

function cellsOf(row: Node): Node[] {
  return row.children.filter((child): child is Node => isNode(child) && /^T[HD]$/.test(child.role));
}

function readCell(walk: Walk, cell: Node): Cell {
  const runs = swallow(walk, cell);
  const rows = rowsInOrder(runs);
  return {
    text: joined(rows.map((row) => row.text)),
    x: Math.min(...rows.map((row) => row.x)),
    right: Math.max(...rows.map((row) => row.right)),
  };
}
