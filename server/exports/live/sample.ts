import type { Block, Inline, TableCell } from "../../../app/document-model/document";
import { runsBetween } from "../../../app/document-model/suggestions/diff";
import { blockHash } from "../../../app/document-model/suggestions/hash";
import type { Blocks } from "../../../app/document-model/suggestions/rows";
import type { CommentId, ThreadId, UserId } from "../../../db/ids";
import type { ThreadRow } from "../../comments/shapes";
import type { OpenRun } from "../../suggestions/shapes";
import type { LiveText, Stretch } from "./docx";

/** For tests: a text with one of everything that can be proposed and said of it. */
export function block(id: string, text: string | Inline[], looks: Partial<Block> = {}): Block {
  const content = typeof text === "string" ? (text === "" ? [] : [{ text }]) : text;
  return { type: "block", id: `block-${id}`, kind: "paragraph", level: 0, content, ...looks };
}

const cell = (...blocks: Block[]): TableCell => ({ header: false, colspan: 1, rowspan: 1, blocks });
const item = (level: number): Partial<Block> => ({ kind: "ordered", level });

const NOTED: Inline[] = [
  { text: "Vi henviser til " },
  { text: "aftalen", notes: ["block-note"] },
  { text: " fra i år." },
];

export const BEFORE: Blocks = [
  block("head", "Bemærkninger", { kind: "heading", level: 1 }),
  block("words", "Vi støtter forslaget om fælles tavler."),
  block("split", "Det første stykke siges her. Det andet stykke siges her."),
  block("one", "Den ene halvdel af en sætning"),
  block("two", " og den anden halvdel af den."),
  block("gone", "Dette afsnit skal helt væk."),
  block("kind", "Økonomi og opfølgning"),
  block("look", "Det er meget vigtigt for os."),
  block("noted", NOTED),
  block("note", "Aftalen af 3. marts.", { kind: "footnote" }),
  block("item", "Første punkt", item(0)),
  block("deeper", "Andet punkt", item(0)),
  { type: "table", id: "block-table", rows: [[cell(block("left", "Varsel")), cell(block("right", "Tre dage"))]] },
  block("last", "Med venlig hilsen"),
];

export const AFTER: Blocks = [
  block("head", "Bemærkninger", { kind: "heading", level: 1 }),
  block("words", "Vi støtter ikke forslaget om fælles tavler og skærme."),
  block("split", "Det første stykke siges her."),
  block("split-b", " Det andet stykke siges her."),
  block("one", "Den ene halvdel af en sætning og den anden halvdel af den."),
  block("kind", "Økonomi og opfølgning", { kind: "heading", level: 2 }),
  block("look", [{ text: "Det er " }, { text: "meget vigtigt", bold: true }, { text: " for os." }]),
  block("noted", "Vi henviser til aftalen fra i år."),
  block("note", "Aftalen af 3. marts 2025.", { kind: "footnote" }),
  block("item", "Første punkt", item(0)),
  block("deeper", "Andet punkt", item(1)),
  { type: "table", id: "block-table", rows: [[cell(block("left", "Varsel")), cell(block("right", "Fem dage"))]] },
  block("last", "Med venlig hilsen"),
  block("new", "Et helt nyt afsnit."),
];

export const LONE = "Lone Leder";
export const AT = new Date("2026-04-03T08:15:00Z");

export function runsOf(before: Blocks, after: Blocks): OpenRun[] {
  return runsBetween(before, after).map((run) => ({
    ...run,
    base: run.base.map((one) => ({ ...one, hash: blockHash(one) })),
    by: LONE,
    changedAt: AT,
  }));
}

export function thread(id: string, said: readonly string[], more: Partial<ThreadRow> = {}): ThreadRow {
  const comments = said.map((text, at) => ({
    id: `${id}-${at}` as CommentId,
    by: (at === 0 ? "lone" : "sune") as UserId,
    at: new Date(AT.getTime() + at * 60_000),
    text,
    editedAt: null,
    isTakenBack: false,
  }));
  const put = {
    clauseId: null,
    blockId: "block-words",
    quote: "",
    place: 0,
    more: [],
    startedBy: "lone" as UserId,
    startedAt: AT,
  };
  return { id: id as ThreadId, ...put, assignedTo: null, mustBeSolved: false, resolved: null, comments, ...more };
}

/** Words of one paragraph. */
export function at(id: string, from: number, to: number): Stretch {
  const anchor = { blockId: `block-${id}`, from, to };
  return { first: anchor, last: anchor };
}

const PEOPLE = [
  { id: "lone" as UserId, name: LONE, center: null },
  { id: "sune" as UserId, name: "Sune Sagsbehandler", center: null },
];

export const SAMPLE: LiveText = {
  title: "Høringssvar om samarbejdsaftalen",
  blocks: BEFORE,
  runs: runsOf(BEFORE, AFTER),
  threads: [
    thread("t-words", ["Er det rigtigt?", "Ja, det er aftalt."], { mustBeSolved: true }),
    thread("t-right", ["Er tre dage nok?"], { resolved: { by: "sune" as UserId, at: AT } }),
    thread("t-loose", ["Hvor blev det af?"], { quote: "Det, der stod her engang" }),
  ],
  people: PEOPLE,
  anchors: new Map([
    ["t-words", at("words", 3, 10)],
    ["t-right", at("right", 0, 8)],
  ]),
  clauses: new Map(),
  date: AT,
};
