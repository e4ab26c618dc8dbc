import { diffArrays } from "diff";
import { isTarget } from "../../../app/document-model/proposal";
import { plain, type Row } from "./expected";

export type Count = { found: number; wanted: number; false: number };
export type Comparison = {
  headings: Count;
  /** Clauses, goals and areas. */
  points: Count;
  isSameTree: boolean;
  /** Every word too, from the first to the last of each node. */
  isSameText: boolean;
  differs: string;
};

const FIRST_WORDS = 5;

export function compareRows(wanted: readonly Row[], read: readonly Row[]): Comparison {
  const trees = [wanted.map(treeKey), read.map(treeKey)] as const;
  const texts = [wanted.map(textKey), read.map(textKey)] as const;
  const isSameTree = isSame(...trees);
  const isSameText = isSameTree && isSame(...texts);
  return {
    headings: count(wanted.flatMap(headingKey), read.flatMap(headingKey)),
    points: count(wanted.flatMap(pointKey), read.flatMap(pointKey)),
    isSameTree,
    isSameText,
    differs: isSameText ? "" : isSameTree ? firstDifference(...texts) : firstDifference(...trees),
  };
}

/** A node of the proposal in one line; two trees are the same when these are. */
function treeKey(row: Row): string {
  return `${"  ".repeat(row.depth)}${row.kind} ${row.number}|${row.heading}|${firstWords(row.text)}`;
}

function textKey(row: Row): string {
  return `${row.number}|${row.heading}|${row.text.replace(/\s+/g, " ")}`;
}

function headingKey(row: Row): string[] {
  return row.heading === "" ? [] : [plain(`${row.number} ${row.heading}`)];
}

function pointKey(row: Row): string[] {
  return isTarget(row) ? [plain(`${row.kind} ${row.number} ${row.heading} ${firstWords(row.text)}`)] : [];
}

function firstWords(text: string): string {
  return text.split(/\s+/, FIRST_WORDS).join(" ");
}

function isSame(wanted: readonly string[], read: readonly string[]): boolean {
  return wanted.length === read.length && wanted.every((line, index) => line === read[index]);
}

/** What is found is found in the right order. */
export function count(wanted: readonly string[], read: readonly string[]): Count {
  const kept = diffArrays([...wanted], [...read]).filter((part) => !part.added && !part.removed);
  const found = kept.reduce((sum, part) => sum + part.value.length, 0);
  return { found, wanted: wanted.length, false: read.length - found };
}

function firstDifference(wanted: readonly string[], read: readonly string[]): string {
  const at = wanted.findIndex((line, index) => line !== read[index]);
  const index = at < 0 ? wanted.length : at;
  const [want, got] = fromWhereTheyPart(wanted[index] ?? "nothing", read[index] ?? "nothing");
  return `node ${index + 1}: wanted “${want}”, read “${got}”`;
}

const SHOWN = 70;

function fromWhereTheyPart(wanted: string, read: string): [string, string] {
  let at = 0;
  while (at < wanted.length && wanted[at] === read[at]) at += 1;
  const from = wanted.length > SHOWN ? Math.max(0, at - 30) : 0;
  const piece = (text: string) => `${from > 0 ? "…" : ""}${text.slice(from, from + SHOWN).trim()}`;
  return [piece(wanted), piece(read)];
}
