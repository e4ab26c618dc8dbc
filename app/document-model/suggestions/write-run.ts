import * as Y from "yjs";
import { isBlockId } from "../block-id";
import { type Block, ROOTS } from "../document";
import { leaveHeir } from "../heirs";
import { copyLinks } from "../links";
import { longestRising } from "./longest";
import { withNoteIds } from "./note-ids";
import { BOUNDARY, editsInLetters, type Formats, keptLetters, type Letter, lettersIn, lettersOf, united } from "./rich";
import type { ProposedBlock, Run } from "./shapes";
import { contentOf, rewrite } from "./write-content";

type Holder = Y.XmlElement | Y.XmlFragment;
type Wanted = { block: ProposedBlock; id: string; letters: Letter[]; from: string[] };

/** About three words: so much of a paragraph in another is no chance. */
const MANY_LETTERS = 16;

/**
 * Writes a run whose blocks are there into the live document: by the fewest words, ids and links as after the same edit by
 * hand. Words that stay take their formats along into whatever paragraph they come to. [G5] [E2]
 */
export function writeRun(doc: Y.Doc, run: Pick<Run, "after" | "base" | "proposed">, newId: () => string): void {
  const body = doc.getXmlFragment(ROOTS.body);
  const elements = new Map(run.base.flatMap(({ id }) => withId(id, elementOf(body, id))));
  const wanted = wantedOf({ ...run, proposed: withNoteIds(run.proposed, newId) }, elements, newId);
  const anchor = run.base[0] ? (elements.get(run.base[0].id) ?? null) : null;
  const { holder, at } = anchor ? placeOf(anchor, body) : placeBehind(body, run.after);
  handOnLinks(doc, run.base, wanted);
  place(holder, at, elements, wanted, newId);
}

function withId(id: string, element: Y.XmlElement | null): [string, Y.XmlElement][] {
  return element ? [[id, element]] : [];
}

function elementOf(holder: Holder, id: string): Y.XmlElement | null {
  for (const node of holder.toArray()) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (node.getAttribute("id") === id) return node;
    const inside = node.nodeName === "block" ? null : elementOf(node, id);
    if (inside) return inside;
  }
  return null;
}

function placeOf(element: Y.XmlElement, body: Y.XmlFragment): { holder: Holder; at: number } {
  const parent = element.parent;
  const holder = parent instanceof Y.XmlFragment ? parent : body;
  return { holder, at: holder.toArray().indexOf(element) };
}

function placeBehind(body: Y.XmlFragment, after: string | null): { holder: Holder; at: number } {
  const element = after === null ? null : elementOf(body, after);
  if (!element) return { holder: body, at: 0 };
  const { holder, at } = placeOf(element, body);
  return { holder, at: at + 1 };
}

/** What each proposed block is to hold, and whose words are in it. */
function wantedOf(
  { base, proposed }: Pick<Run, "base" | "proposed">,
  elements: ReadonlyMap<string, Y.XmlElement>,
  newId: () => string,
): Wanted[] {
  const now = inOneRow(
    base.map(({ id }) => [id, elements.get(id)] as const),
    (element) => (element ? lettersIn(element) : []),
  );
  const then = inOneRow(
    proposed.map((block, index) => [index, block] as const),
    ({ content }) => lettersOf(content),
  );
  const edits = editsInLetters(lettersAt(now), lettersAt(then));
  const kept = new Map([...keptLetters(edits, now.length, then.length)].map(([at, on]) => [on, now[at]]));
  return proposed.map((block, index) => {
    const own = then.flatMap(({ letter, of }, at) => (of === index ? [{ letter, was: kept.get(at) }] : []));
    const around = keptAround(own);
    const letters = own.map(({ letter, was }, at) => ({
      ...letter,
      formats: was ? united(was.letter.formats, letter.formats) : amidst(around[at], letter),
    }));
    const id = block.id !== null && elements.has(block.id) ? block.id : (block.note ?? newId());
    return { block, id, letters, from: givers(block, own) };
  });
}

type Placed<Of> = { letter: Letter; of: Of | null };
type Own = { letter: Letter; was: Placed<string> | undefined };

function inOneRow<Of, From>(all: readonly (readonly [Of, From])[], lettersIn: (from: From) => Letter[]): Placed<Of>[] {
  return all.flatMap(([of, from], index): Placed<Of>[] => [
    ...(index > 0 ? [{ letter: BOUNDARY, of: null }] : []),
    ...lettersIn(from).map((letter) => ({ letter, of })),
  ]);
}

function lettersAt(placed: readonly Placed<unknown>[]): Letter[] {
  return placed.map(({ letter }) => letter);
}

type Around = { before: Formats; behind: Formats };

/** For each letter how the nearest ones look that stay, before and behind it. */
function keptAround(own: readonly Own[]): Around[] {
  const behind: Formats[] = [];
  let next: Formats = {};
  for (let at = own.length - 1; at >= 0; at--) {
    next = own[at]?.was?.letter.formats ?? next;
    behind[at] = next;
  }
  let before: Formats = {};
  return own.map(({ was }, at) => {
    before = was?.letter.formats ?? before;
    return { before, behind: behind[at] ?? {} };
  });
}

/** New words among words of one comment are in it, too. */
function amidst({ before, behind }: Around = { before: {}, behind: {} }, { formats }: Letter): Formats {
  const both = Object.entries(before).filter(([name, value]) => JSON.stringify(behind[name]) === JSON.stringify(value));
  return united(Object.fromEntries(both), formats);
}

/** The blocks whose words make half of a proposed block, or many of it: their links are its, too. */
function givers({ id }: ProposedBlock, own: readonly Own[]): string[] {
  const letters = own.filter(({ letter }) => /[\p{L}\p{N}]/u.test(letter.text));
  const counts = new Map<string, number>();
  for (const { was } of letters) if (was?.of) counts.set(was.of, (counts.get(was.of) ?? 0) + 1);
  const isEnough = (count: number) => count * 2 >= letters.length || count >= MANY_LETTERS;
  return [...counts].filter(([of, count]) => of !== id && isEnough(count)).map(([of]) => of);
}

/** A paragraph that was joined to another leaves word of it; of two halves both keep the links. [L3] [L13] */
function handOnLinks(doc: Y.Doc, base: readonly Block[], wanted: readonly Wanted[]): void {
  const left = new Set(wanted.map(({ id }) => id));
  for (const { id, from } of wanted) {
    for (const giver of from) {
      if (!base.some((block) => block.id === giver)) continue;
      copyLinks(doc, giver, id);
      if (!left.has(giver) && isBlockId(giver)) leaveHeir(doc, giver, id);
    }
  }
}

function place(
  holder: Holder,
  start: number,
  elements: ReadonlyMap<string, Y.XmlElement>,
  wanted: readonly Wanted[],
  newId: () => string,
): void {
  const order = [...elements.keys()];
  const present = wanted.filter(({ id }) => elements.has(id));
  const still = new Set(
    longestRising(present.map(({ id }) => order.indexOf(id))).flatMap((index) => present[index]?.id ?? []),
  );
  let at = start;
  for (const one of wanted) {
    const element = still.has(one.id) ? elements.get(one.id) : undefined;
    if (element) {
      write(element, one);
      at = holder.toArray().indexOf(element) + 1;
    } else {
      holder.insert(at, [made(one)]);
      at += 1;
    }
  }
  const gone = order.filter((id) => !still.has(id)).flatMap((id) => elements.get(id) ?? []);
  if (gone.length === holder.length) holder.insert(0, [made(emptyBlock(newId()))]);
  for (const element of gone) holder.delete(holder.toArray().indexOf(element), 1);
}

function emptyBlock(id: string): Wanted {
  return { block: { id, kind: "paragraph", level: 0, content: [] }, id, letters: [], from: [] };
}

/** y-tiptap keeps numbers as numbers, though Yjs types attributes as strings. */
type Attributed = { setAttribute(key: string, value: string | number): void };

function made({ block, id, letters }: Wanted): Y.XmlElement {
  const element = new Y.XmlElement("block");
  const attributed: Attributed = element;
  for (const [key, value] of Object.entries(attributesOf(block))) attributed.setAttribute(key, value);
  element.setAttribute("id", id);
  element.insert(0, contentOf(letters));
  return element;
}

function write(element: Y.XmlElement, { block, letters }: Wanted): void {
  const attributed: Attributed = element;
  const now: Record<string, unknown> = element.getAttributes();
  const attributes: Record<string, string | number> = attributesOf(block);
  for (const [key, value] of Object.entries(attributes)) if (now[key] !== value) attributed.setAttribute(key, value);
  for (const key of ["of", "seen"]) if (now[key] != null && !(key in attributes)) element.removeAttribute(key);
  rewrite(element, letters);
}

function attributesOf({ kind, level, of, seen }: ProposedBlock) {
  return { kind, level, ...(of ? { of } : {}), ...(seen ? { seen } : {}) };
}
