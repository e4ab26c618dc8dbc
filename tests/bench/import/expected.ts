import type { ProposalNode } from "../../../app/document-model/proposal";
import type { PaperShape, Part } from "../../fixtures/papers/paper";

/** One node as trees are compared: what a person would look at when checking a proposal against the paper. */
export type Row = { depth: number; kind: string; number: string; heading: string; text: string };

/**
 * The tree a paper should be read into, straight from how its writer wrote it down. The rules, checked by hand against
 * docs/import.md: the title holds the preamble and nothing else; a sign loses its closing stop or bracket; a bullet is
 * no number; each row of a table but the first is a clause, its first cell the number when it is one; a caption is set
 * aside, so it is no row here; a note's mark is no part of the text.
 */
export function expectedRows(paper: PaperShape): Row[] {
  const title: Part = { is: "section", number: "", heading: paper.title, parts: paper.preamble };
  return [title, ...paper.parts].flatMap((part) => rowsOf(part, 0));
}

function rowsOf(part: Part, depth: number): Row[] {
  if (part.is === "caption") return [];
  if (part.is === "table") return part.rows.map((cells) => rowOfTable(part.header, cells, depth));
  const below = part.parts.flatMap((child) => rowsOf(child, depth + 1));
  if (part.is === "section" || part.is === "area")
    return [{ depth, kind: part.is, number: numberOf(part.number), heading: part.heading, text: "" }, ...below];
  const text = withoutMarks(part.text);
  return [{ depth, kind: part.is, number: numberOf(part.sign), heading: part.heading, text }, ...below];
}

function rowOfTable(header: readonly string[], cells: readonly string[], depth: number): Row {
  const first = cells[0] ?? "";
  const number = /^(?:Krav )?\d+$/.test(first) ? first : "";
  const parts = cells.flatMap((cell, at) =>
    cell === "" || (at === 0 && number !== "") ? [] : [`${header[at]}: ${cell}`],
  );
  return { depth, kind: "clause", number, heading: "", text: parts.join(" · ") };
}

function numberOf(sign: string): string {
  return sign === "•" ? "" : sign.replace(/[.):]$/, "");
}

/** The same of what was read. Notes stand where a format puts them, so they are taken out and counted by themselves. */
export function readRows(nodes: readonly ProposalNode[], paper: PaperShape): { rows: Row[]; notes: number } {
  const rows: Row[] = [];
  const seen = new Set<string>();
  const walk = (node: ProposalNode, depth: number): void => {
    const note = node.children.length === 0 ? noteOf(node, paper.notes) : undefined;
    if (note !== undefined) seen.add(note);
    else if (node.kind !== "ignored") {
      const { kind, number, heading, text } = node;
      rows.push({ depth, kind, number, heading: withoutMarks(heading), text: withoutMarks(text) });
    }
    for (const child of node.children) walk(child, depth + 1);
  };
  for (const node of nodes) walk(node, 0);
  return { rows, notes: seen.size };
}

function noteOf(node: ProposalNode, notes: readonly string[]): string | undefined {
  if (node.kind !== "text") return undefined;
  const words = plain(node.text.replace(/^[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}[.)]? ?/, ""));
  return notes.find((note) => plain(note) === words);
}

/** "[^1]" of the description, "¹" and "plan1" of the formats. */
function withoutMarks(text: string): string {
  return text
    .replace(/\[\^\d\]/g, "")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, "")
    .replace(/(?<=\p{Ll}{2}\.?)\d(?=[\s.,;:)]|$)/gu, "")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

export function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}
