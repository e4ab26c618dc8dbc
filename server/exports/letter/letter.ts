import type { Block, ResponseDocument, Table, TableCell } from "../../../app/document-model/document";
import { isFootnote } from "../../../app/document-model/notes";
import { danishDay } from "../../clock";
import { type GoalLines, goalLines } from "./goal-status";
import { type InitiativeLines, initiativeLines } from "./initiatives";
import { type FlatItem, nested } from "./lists";
import { type Footnotes, footnotesOf } from "./notes";
import { bookmarking, referenceOf, sourceOf } from "./references";
import type { Letter, LetterFacts, LetterLine, LetterNode } from "./shapes";
import { gridOf } from "./table-grid";
import { hasText, printable, printableInlines } from "./text";

export type LetterSettings = {
  /** How linked paragraphs name their clauses: "(pkt. 4.2)" behind them, as bookmarks of Word, or not at all. */
  references: "none" | "inline" | "bookmark";
};

export const KIND_WORDS = {
  hearing: "Høringssvar",
  assessment: "Vurdering af implementering",
  "follow-up": "Udvalgsnotat",
} as const;

/** What stands on every page of a text that nobody has approved. */
export const DRAFT = "UDKAST";

const LONE_NOTE = "Note: ";

const MINUTE = new Intl.DateTimeFormat("da-DK", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "short",
});
const LONG_DAY = new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", dateStyle: "long" });

/** The letter of a frozen version: the same version and facts always give the same letter. [X1] [X2] */
export function letterOf(
  document: ResponseDocument,
  facts: LetterFacts,
  settings: LetterSettings = { references: "inline" },
): Letter {
  const { consultation, version } = facts;
  const writing = writingOf(document, facts, settings);
  const about = [
    { label: "Sag", value: [consultation.caseNumber, consultation.userKey].filter(Boolean).join(" · ") },
    { label: "KLE", value: consultation.kle },
    { label: "Dato", value: LONG_DAY.format(new Date(danishDay(version.frozenAt))) },
    { label: "Afsender", value: facts.municipality },
    { label: "Modtager", value: consultation.sender },
  ];
  return {
    municipality: printable(facts.municipality),
    kind: KIND_WORDS[consultation.kind],
    title: printable(facts.title).replace(/\s+/g, " ").trim() || KIND_WORDS[consultation.kind],
    about: about.map(({ label, value }) => ({ label, value: printable(value).trim() })).filter(({ value }) => value),
    date: version.frozenAt,
    footer: footerOf(version),
    mark: version.number === null ? DRAFT : "",
    body: [
      ...nodesOf(document.blocks, writing, { heading: 0, top: topLevelOf(document.blocks) }),
      ...writing.goals.rest((goal) => printable(sourceOf(goal, facts))),
      ...writing.initiatives.rest(),
    ],
    notes: writing.footnotes.blocks.map(writing.lineOf),
  };
}

function footerOf(version: LetterFacts["version"]): string {
  if (version.number !== null) return `Version ${version.number} · SHA-256 ${version.sha256}`;
  return `Udkast ${MINUTE.format(version.frozenAt)} · ikke godkendt`;
}

/** What the text's own blocks say of themselves, and what stands behind them. */
type Writing = {
  lineOf: (block: Block) => LetterLine;
  sourceOf: (block: Block) => string;
  footnotes: Footnotes;
  goals: GoalLines;
  initiatives: InitiativeLines;
};

function writingOf(document: ResponseDocument, facts: LetterFacts, settings: LetterSettings): Writing {
  const footnotes = footnotesOf(document);
  const bookmarksOf = bookmarking(facts);
  const lineOf = (block: Block): LetterLine => {
    const links = document.links[block.id] ?? [];
    const reference = settings.references === "inline" ? printable(referenceOf(links, facts)) : "";
    const line = { id: block.id, content: printableInlines(footnotes.numbered(block)), reference };
    const bookmarks = settings.references === "bookmark" ? bookmarksOf(links) : [];
    return bookmarks.length > 0 ? { ...line, bookmarks } : line;
  };
  const quoted = ({ of }: Block) => (of ? printable(sourceOf(of, facts)) : "");
  return { lineOf, sourceOf: quoted, footnotes, goals: goalLines(document), initiatives: initiativeLines(document) };
}

/**
 * `heading` is the level of the heading before: a letter never skips one (PDF/UA refuses it). `top` is the highest that the
 * text uses: what stands beside each other there stands beside each other in the letter.
 */
type Seen = { heading: number; top: number };

function topLevelOf(blocks: readonly (Block | Table)[]): number {
  const levels = blocks.flatMap((block) =>
    block.type === "block" && block.kind === "heading" && hasText(block) ? [block.level] : [],
  );
  return Math.max(1, Math.min(3, ...levels));
}

function nodesOf(blocks: readonly (Block | Table)[], writing: Writing, seen: Seen): LetterNode[] {
  const nodes: LetterNode[] = [];
  let run: FlatItem[] = [];
  const endRun = () => {
    nodes.push(...nested(run));
    run = [];
  };
  for (const block of blocks) {
    if (block.type === "table") {
      endRun();
      nodes.push(...tableOf(block, writing));
    } else if (writing.footnotes.has(block) || isSilent(block)) {
      // Its number stands in the text; a list goes on above and below it.
    } else if (!hasText(block)) endRun();
    else if (block.kind === "bullet" || block.kind === "ordered")
      run.push({
        ...writing.lineOf(block),
        ordered: block.kind === "ordered",
        depth: Math.max(0, Math.min(3, block.level)),
      });
    else {
      endRun();
      nodes.push(lineNode(block, writing, seen), ...writing.goals.under(block), ...writing.initiatives.under(block));
    }
  }
  endRun();
  return nodes;
}

function isSilent(block: Block): boolean {
  return isFootnote(block) && !hasText(block);
}

function lineNode(block: Block, { lineOf, sourceOf }: Writing, seen: Seen): LetterNode {
  const line = lineOf(block);
  if (block.kind === "quote") return { kind: "quote", source: sourceOf(block), ...line };
  // A note that no words belong to stands where it stands: nothing that was approved is left out. [X2]
  if (isFootnote(block)) return { kind: "paragraph", ...line, content: [{ text: LONE_NOTE }, ...line.content] };
  if (block.kind !== "heading") return { kind: "paragraph", ...line };
  const wanted = Math.max(1, Math.min(3, block.level) - seen.top + 1);
  seen.heading = Math.min(wanted, seen.heading + 1);
  return { kind: "heading", level: seen.heading === 1 ? 1 : seen.heading === 2 ? 2 : 3, ...line };
}

/** A heading inside a cell would break the outline of the letter: there it is a bold paragraph. */
function tableOf(table: Table, writing: Writing): LetterNode[] {
  const bodyOf = (cell: TableCell) => nodesOf(cell.blocks.map(asCellBlock), writing, { heading: 0, top: 1 });
  const grid = gridOf(table, bodyOf);
  return grid ? [grid] : [];
}

function asCellBlock(block: Block): Block {
  if (block.kind !== "heading") return block;
  const content = block.content.map((inline) => ("text" in inline ? { ...inline, bold: true as const } : inline));
  return { ...block, kind: "paragraph", level: 0, content };
}

/** Every line of a letter in reading order, those in lists and cells too. */
export function* linesOf(nodes: readonly LetterNode[]): Generator<LetterLine> {
  for (const node of nodes) {
    if (node.kind === "table") for (const cell of node.cells) yield* linesOf(cell.body);
    else if (node.kind === "list")
      for (const item of node.items) {
        yield item;
        yield* linesOf(item.children);
      }
    else yield node;
  }
}
