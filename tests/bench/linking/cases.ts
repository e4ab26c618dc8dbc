import type { ProposalNode } from "../../../app/document-model/proposal";
import type { ClauseRow } from "../../../server/agreements/shapes";
import { AGREEMENT_TEXT } from "../../../server/demo/agreement";
import { ASSESSMENT_TEXT } from "../../../server/demo/assessment";
import { goalPaperDraft, goalPaperFinal } from "../../../server/demo/goal-paper";
import { HEARING_TEXT } from "../../../server/demo/hearing";
import { LAST_YEAR_TEXT } from "../../../server/demo/last-year";
import type { DemoPassage } from "../../../server/demo/text";
import { REMARKS } from "../../fixtures/remarks";
import { readFileAs } from "../import/read-as";
import { clauseRows, paperRows } from "./rows";

/** A paragraph, what stands above it, and the clauses that it is about by the hand of a person; none where it is about none. */
export type Case = { text: string; headings: readonly string[]; about: ReadonlySet<string> };
export type CaseSet = { name: string; isHeldOut: boolean; rows: readonly ClauseRow[]; cases: readonly Case[] };

export async function knownSets(): Promise<CaseSet[]> {
  const year = 2026;
  return [
    await demoSet("demo: samarbejdsaftale", AGREEMENT_TEXT, HEARING_TEXT),
    await demoSet("demo: målpapir, udkast", goalPaperDraft(year), LAST_YEAR_TEXT),
    await demoSet("demo: målpapir, endeligt", goalPaperFinal(year), ASSESSMENT_TEXT),
    ...fixtureSets(),
  ];
}

async function demoSet(name: string, paper: string, passages: readonly DemoPassage[]): Promise<CaseSet> {
  const rows = await rowsOf(Buffer.from(paper), "paper.md");
  const cases = passages.flatMap(({ under, blocks }) => {
    let heading = typeof under === "string" ? under : "";
    return blocks.flatMap((block): Case[] => {
      if (block.type === "table") return [];
      const text = block.content.map((inline) => ("text" in inline ? inline.text : " ")).join("");
      if (block.kind === "heading") heading = text;
      if (block.kind === "heading") return [];
      const about = block.links.filter(({ to }) => to !== "source").flatMap(({ to }) => named(rows, to));
      return [{ text, headings: heading ? [heading] : [], about: new Set(about) }];
    });
  });
  return { name, isHeldOut: false, rows, cases };
}

function fixtureSets(): CaseSet[] {
  return REMARKS.map(({ paper, isHeldOut, remarks }) => {
    const rows = paperRows(paper);
    const cases = remarks.map(({ under, text, about }) => ({
      text,
      headings: under ? [under] : [],
      about: new Set(about.flatMap((name) => named(rows, name))),
    }));
    return { name: paper, isHeldOut, rows, cases };
  });
}

function named(rows: readonly ClauseRow[], name: string): string[] {
  const found = rows.filter(({ number, text }) => number === name || number === `${name}.` || text.startsWith(name));
  if (found.length === 0) throw new Error(`Expected a clause "${name}" in the paper; found none.`);
  return found.map(({ id }) => id);
}

export async function rowsOf(bytes: Uint8Array, fileName: string): Promise<ClauseRow[]> {
  const read = await readFileAs(bytes, fileName);
  if ("refused" in read) throw new Error(`Expected ${fileName} to be read; it was refused: ${read.refused}.`);
  return clauseRows(flat(read.proposal.nodes, 0));
}

function flat(nodes: readonly ProposalNode[], depth: number): Parameters<typeof clauseRows>[0] {
  return nodes.flatMap(({ children, ...node }) => {
    const below = flat(children, depth + 1);
    return node.kind === "ignored" ? below : [{ ...node, depth }, ...below];
  });
}
