import type { Block, ResponseDocument, Table, TableCell } from "../../../app/document-model/document";
import { danishDay } from "../../clock";
import { type FlatItem, nested } from "./lists";
import { referenceOf } from "./references";
import type { Letter, LetterFacts, LetterLine, LetterNode } from "./shapes";
import { gridOf } from "./table-grid";
import { hasText, printable, printableInlines } from "./text";

export type LetterSettings = {
  /** Whether "(pkt. 4.2)" stands after linked paragraphs. */
  references: boolean;
};

export const KIND_WORDS = { hearing: "Høringssvar", assessment: "Vurdering af implementering" } as const;

const LONG_DAY = new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", dateStyle: "long" });

/** The letter of a frozen version: the same version and facts always give the same letter. [X1] [X2] */
export function letterOf(
  document: ResponseDocument,
  facts: LetterFacts,
  settings: LetterSettings = { references: true },
): Letter {
  const { consultation, version } = facts;
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
    footer: `Version ${version.number} · SHA-256 ${version.sha256}`,
    body: nodesOf(document.blocks, lineMaker(document, facts, settings), { heading: 0 }),
  };
}

type LineOf = (block: Block) => LetterLine;

function lineMaker(document: ResponseDocument, facts: LetterFacts, settings: LetterSettings): LineOf {
  return (block) => ({
    id: block.id,
    content: printableInlines(block.content),
    reference: settings.references ? printable(referenceOf(document.links[block.id] ?? [], facts)) : "",
  });
}

/** `seen.heading` is the level of the heading before: a letter never skips one (PDF/UA refuses it). */
function nodesOf(blocks: readonly (Block | Table)[], lineOf: LineOf, seen: { heading: number }): LetterNode[] {
  const nodes: LetterNode[] = [];
  let run: FlatItem[] = [];
  const endRun = () => {
    nodes.push(...nested(run));
    run = [];
  };
  for (const block of blocks) {
    if (block.type === "table") {
      endRun();
      nodes.push(...tableOf(block, lineOf));
    } else if (!hasText(block)) endRun();
    else if (block.kind === "bullet" || block.kind === "ordered")
      run.push({ ...lineOf(block), ordered: block.kind === "ordered", depth: Math.max(0, Math.min(3, block.level)) });
    else {
      endRun();
      nodes.push(lineNode(block, lineOf(block), seen));
    }
  }
  endRun();
  return nodes;
}

function lineNode(block: Block, line: LetterLine, seen: { heading: number }): LetterNode {
  if (block.kind !== "heading") return { kind: block.kind === "quote" ? "quote" : "paragraph", ...line };
  const wanted = Math.max(1, Math.min(3, block.level));
  seen.heading = Math.min(wanted, seen.heading + 1);
  return { kind: "heading", level: seen.heading === 1 ? 1 : seen.heading === 2 ? 2 : 3, ...line };
}

/** A heading inside a cell would break the outline of the letter: there it is a bold paragraph. */
function tableOf(table: Table, lineOf: LineOf): LetterNode[] {
  const bodyOf = (cell: TableCell) => nodesOf(cell.blocks.map(asCellBlock), lineOf, { heading: 0 });
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
