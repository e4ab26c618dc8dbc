import * as Y from "yjs";
import { type BlockKind, type Link, ROOTS } from "../../../app/document-model/document";
import { addLink } from "../../../app/document-model/links";
import type { Random } from "../../sync/random";
import { countWords, passage, sentence, title } from "./words";

/** One update of the log, and the client that wrote it. */
export type Written = { payload: Uint8Array; clientId: number };

type Plan = {
  random: Random;
  /** Each writes a chapter, a few characters at a time, in between the others. */
  clientIds: readonly number[];
  words: number;
  updates: number;
  /** What paragraphs may be linked to. */
  links: readonly Link[];
};

const LINKED = 600;
const TABLES = 2;
/** So many characters a time; with what is typed wrong, split, marked and linked that makes three updates a word. */
const LETTERS = [1, 1, 2, 2, 3, 3, 3, 4, 4];

type Desk = Plan & { doc: Y.Doc; body: Y.XmlFragment; id: () => string; wordsEach: number };

/** Goes on writing in the document until its log has so many updates more. The same seed gives the same bytes. */
export function writeHistory(doc: Y.Doc, plan: Plan): Written[] {
  const log: Written[] = [];
  const note = (payload: Uint8Array) => log.push({ payload, clientId: doc.clientID });
  const body = doc.getXmlFragment(ROOTS.body);
  const desk = { ...plan, doc, body, id: idsFrom(plan.random), wordsEach: plan.words / plan.clientIds.length };
  doc.on("update", note);
  let writers = plan.clientIds.map((clientId, index) => ({ clientId, chapter: chapter(desk, index) }));
  while (writers.length > 0) {
    const writer = plan.random.oneOf(writers);
    doc.clientID = writer.clientId;
    if (writer.chapter.next().done) writers = writers.filter((one) => one !== writer);
  }
  if (log.length > plan.updates) throw new Error(`Expected at most ${plan.updates} updates; made ${log.length}.`);
  while (log.length < plan.updates) retouch(desk, plan.updates - log.length);
  doc.off("update", note);
  return log;
}

function idsFrom(random: Random): () => string {
  let count = 0;
  return () => `bench${(count++).toString(36).padStart(4, "0")}${random.below(46656).toString(36).padStart(3, "0")}`;
}

/** Each `yield` comes after one change of the document. */
type Changes = Generator<undefined, void, undefined>;

function* chapter(desk: Desk, index: number): Changes {
  const { random } = desk;
  let last = yield* newBlock(desk, null, "heading", 2);
  yield* type(desk, last, title(random));
  let words = 0;
  for (let count = 0; words < desk.wordsEach; count++) {
    if (index < TABLES && count === 12) last = yield* table(desk, last);
    const [kind, level, text] = next(random, count);
    last = yield* newBlock(desk, last, kind, level);
    yield* type(desk, last, text);
    words += countWords(text);
    if (kind === "paragraph" && random.below(5) === 0) last = yield* split(desk, last);
    if (random.below(2) === 0) yield* mark(desk, last);
    if (count % 3 === 2 && count < (LINKED / desk.clientIds.length) * 3) yield* link(desk, last);
    if (random.below(4) === 0) words += yield* revisit(desk);
  }
}

function next(random: Random, count: number): [BlockKind, number, string] {
  if (count % 7 === 6) return ["heading", 3, title(random)];
  const place = random.below(20);
  if (place < 5) return ["bullet", place === 4 ? 1 : 0, sentence(random)];
  if (place < 7) return ["ordered", 0, sentence(random)];
  return [place === 7 ? "quote" : "paragraph", 0, passage(random, 2 + random.below(6))];
}

function* newBlock(
  desk: Desk,
  after: Y.XmlElement | null,
  kind: BlockKind,
  level: number,
): Generator<undefined, Y.XmlElement> {
  const block = blockOf(desk, kind, level);
  if (after) desk.body.insertAfter(after, [block]);
  else desk.body.push([block]);
  yield;
  return block;
}

type Attributed = { setAttribute(key: string, value: string | number): void };

function blockOf(desk: Desk, kind: BlockKind, level: number): Y.XmlElement {
  const block = new Y.XmlElement("block");
  const attributed: Attributed = block;
  for (const [key, value] of Object.entries({ id: desk.id(), kind, level })) attributed.setAttribute(key, value);
  return block;
}

function textIn(block: Y.XmlElement): Y.XmlText | null {
  const first: unknown = block.length > 0 ? block.get(0) : null;
  return first instanceof Y.XmlText ? first : null;
}

function* type(desk: Desk, block: Y.XmlElement, text: string): Changes {
  const { random } = desk;
  for (let at = 0; at < text.length; ) {
    if (random.below(25) === 0) yield* slip(desk, block);
    const letters = text.slice(at, at + random.oneOf(LETTERS));
    write(block, letters);
    at += letters.length;
    yield;
  }
}

function write(block: Y.XmlElement, letters: string): void {
  const text = textIn(block);
  if (text) text.insert(text.length, letters);
  else block.insert(0, [new Y.XmlText(letters)]);
}

/** Typed wrong, and taken back. */
function* slip({ random }: Desk, block: Y.XmlElement): Changes {
  const text = textIn(block);
  if (!text) return;
  const letters = "abcdefghij".slice(0, 1 + random.below(3));
  text.insert(text.length, letters);
  yield;
  text.delete(text.length - letters.length, letters.length);
  yield;
}

/** As the editor splits: the tail is taken out of the one block and stands in a new one. */
function* split(desk: Desk, block: Y.XmlElement): Generator<undefined, Y.XmlElement> {
  const text = textIn(block);
  const at = text?.toString().indexOf(". ") ?? -1;
  if (!text || at < 0) return block;
  const made = blockOf(desk, "paragraph", 0);
  desk.doc.transact(() => {
    const tail = text.toString().slice(at + 2);
    text.delete(at + 1, text.length - at - 1);
    made.insert(0, [new Y.XmlText(tail)]);
    desk.body.insertAfter(block, [made]);
  });
  yield;
  return made;
}

function* mark({ random }: Desk, block: Y.XmlElement): Changes {
  const text = textIn(block);
  if (!text || text.length < 30) return;
  const marks = [{ bold: {} }, { italic: {} }, { link: { href: "https://www.eksempel.dk/aftale" } }];
  text.format(random.below(text.length - 20), 4 + random.below(16), random.oneOf(marks));
  yield;
}

function* link({ doc, random, links }: Desk, block: Y.XmlElement): Changes {
  addLink(doc, String(block.getAttribute("id")), random.oneOf(links));
  yield;
}

/** Some words more in the middle of a paragraph, whoever wrote it. Answers how many. */
function* revisit(desk: Desk): Generator<undefined, number> {
  const text = someText(desk);
  if (!text) return 0;
  const words = `${passage(desk.random, 3)} `;
  let at = text.toString().indexOf(" ", desk.random.below(text.length)) + 1;
  for (let from = 0; from < words.length; from += 3) {
    at = Math.min(at, text.length);
    text.insert(at, words.slice(from, from + 3));
    at += words.slice(from, from + 3).length;
    yield;
  }
  return countWords(words);
}

function someText({ body, random }: Pick<Desk, "body" | "random">): Y.XmlText | null {
  const block = body.get(random.below(body.length));
  return block instanceof Y.XmlElement && block.nodeName === "block" ? textIn(block) : null;
}

function* table(desk: Desk, after: Y.XmlElement): Generator<undefined, Y.XmlElement> {
  const cells: Y.XmlElement[] = [];
  const rows = [0, 1, 2, 3, 4, 5].map((row) => {
    const made = [0, 1, 2].map(() => cellOf(desk, row === 0, cells));
    const element = new Y.XmlElement("tableRow");
    element.insert(0, made);
    return element;
  });
  const element = new Y.XmlElement("table");
  element.setAttribute("id", desk.id());
  element.insert(0, rows);
  desk.body.insertAfter(after, [element]);
  yield;
  for (const cell of cells) yield* type(desk, cell, title(desk.random));
  return element;
}

function cellOf(desk: Desk, isHeader: boolean, cells: Y.XmlElement[]): Y.XmlElement {
  const cell = new Y.XmlElement(isHeader ? "tableHeader" : "tableCell");
  const attributed: Attributed = cell;
  for (const key of ["colspan", "rowspan"]) attributed.setAttribute(key, 1);
  const block = blockOf(desk, "paragraph", 0);
  cell.insert(0, [block]);
  cells.push(block);
  return cell;
}

/** A letter too many, taken back at once: fills the log up to the number asked for. */
function retouch({ body, clientIds, doc, random }: Desk, missing: number): void {
  const text = someText({ body, random });
  if (!text) return;
  doc.clientID = random.oneOf(clientIds);
  text.insert(text.length, " ");
  if (missing > 1) text.delete(text.length - 1, 1);
}
