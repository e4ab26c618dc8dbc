import * as Y from "yjs";
import { commentMark, commentsIn } from "./comments";
import { ROOTS } from "./document";

/** Words of a paragraph at some moment, and their place in it. */
export type Words = { blockId: string; quote: string; place: number };

/** Where a thread was put; `more`: where what was selected went on over further paragraphs. */
export type Put = Words & { more?: readonly Words[] };

/** The words of all its paragraphs, the first one's first. */
export function wordsOfAll({ blockId, quote, place, more = [] }: Put): Words[] {
  return [{ blockId, quote, place }, ...more];
}

/** All that it is about, a paragraph on a line. */
export function wholeQuote({ quote, more = [] }: Pick<Put, "quote" | "more">): string {
  return [quote, ...more.map((words) => words.quote)].join("\n");
}

/** Where its words are now: characters from the paragraph's beginning, a line break being one. */
export type Anchor = { blockId: string; from: number; to: number };

/** The only place in a paragraph's text where the words stand; null when that is none or several. [K2] */
export function onlyPlace(text: string, quote: string): number | null {
  const at = text.indexOf(quote);
  return at >= 0 && (quote === "" || text.indexOf(quote, at + 1) < 0) ? at : null;
}

/** Of several places the one that is nearest to where the words were. */
export function nearestPlace(text: string, quote: string, place: number): number | null {
  if (quote === "") return 0;
  let nearest: number | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (nearest === null || Math.abs(at - place) < Math.abs(nearest - place)) nearest = at;
  return nearest;
}

/** A live document's paragraphs, as far as comments need them. */
export type Paragraphs = ReadonlyMap<string, { block: Y.XmlElement; text: string }>;

/** Every paragraph by its id, those in table cells too; of a doubled id the first. */
export function paragraphsIn(doc: Y.Doc): Paragraphs {
  const found = new Map<string, { block: Y.XmlElement; text: string }>();
  for (const block of blocksIn(doc.getXmlFragment(ROOTS.body).toArray())) {
    const id = block.getAttribute("id");
    if (id && !found.has(id)) found.set(id, { block, text: textIn(block) });
  }
  return found;
}

function* blocksIn(nodes: readonly unknown[]): Generator<Y.XmlElement> {
  for (const node of nodes) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (node.nodeName === "block") yield node;
    else yield* blocksIn(node.toArray());
  }
}

function textIn(block: Y.XmlElement): string {
  return block
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? wordsIn(child) : "\n"))
    .join("");
}

function wordsIn(text: Y.XmlText): string {
  return partsOf(text)
    .map(({ insert }) => insert)
    .join("");
}

function partsOf(text: Y.XmlText): { insert: string; attributes: Record<string, unknown> }[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.flatMap(({ insert, attributes = {} }) => (typeof insert === "string" ? [{ insert, attributes }] : []));
}

/** Thread → the first of its marked words in document order: a copy of them is no second place. [K1] */
export function marksIn(paragraphs: Paragraphs): Map<string, Anchor> {
  const first = [...allMarksIn(paragraphs)].flatMap(([id, [anchor]]) => (anchor ? [[id, anchor] as const] : []));
  return new Map(first);
}

/** Thread → all its marked words in document order: of one about several paragraphs those of each. */
export function allMarksIn(paragraphs: Paragraphs): Map<string, Anchor[]> {
  const found = new Map<string, Anchor[]>();
  for (const [blockId, { block }] of paragraphs) {
    let at = 0;
    for (const child of block.toArray()) {
      if (!(child instanceof Y.XmlText)) {
        at += 1;
        continue;
      }
      for (const { insert, attributes } of partsOf(child)) {
        for (const id of commentsIn(attributes)) extend(found, id, { blockId, from: at, to: at + insert.length });
        at += insert.length;
      }
    }
  }
  return found;
}

/** Words in bold or with a line break among them are still one place. */
function extend(found: Map<string, Anchor[]>, id: string, next: Anchor): void {
  const known = found.get(id) ?? [];
  const last = known.at(-1);
  if (last && last.blockId === next.blockId && next.from <= last.to + 1) last.to = next.to;
  else found.set(id, [...known, next]);
}

/** So many signs in a row are nobody else's: fewer ("forslaget") stand elsewhere by chance. */
const UNMISTAKABLE = 20;

/**
 * Where a thread's words are without its mark: in their own paragraph, exactly once; else, when they cannot be mistaken,
 * in the whole text exactly once. An undo may have put them into another paragraph. [K2]
 */
export function placeWithoutMark(
  { blockId, quote }: Pick<Words, "blockId" | "quote">,
  texts: ReadonlyMap<string, { text: string }>,
): Anchor | null {
  const own = placeIn(blockId, quote, texts);
  if (own || quote.length < UNMISTAKABLE) return own;
  let found: Anchor | null = null;
  for (const [id, { text }] of texts) {
    if (!text.includes(quote)) continue;
    const here = placeIn(id, quote, texts);
    if (found || !here) return null;
    found = here;
  }
  return found;
}

function placeIn(blockId: string, quote: string, texts: ReadonlyMap<string, { text: string }>): Anchor | null {
  const text = texts.get(blockId)?.text;
  const at = text === undefined ? null : onlyPlace(text, quote);
  return at === null ? null : { blockId, from: at, to: at + quote.length };
}

/** Lays the thread's mark on words. */
export function putMark(paragraphs: Paragraphs, threadId: string, { blockId, from, to }: Anchor): void {
  format(paragraphs.get(blockId)?.block, { from, to }, { [commentMark(threadId)]: { id: threadId } });
}

/** Takes the thread's mark off every word that has it. */
export function takeMark(paragraphs: Paragraphs, threadId: string): void {
  for (const { block, text } of paragraphs.values()) {
    const has = block.toArray().some((child) => child instanceof Y.XmlText && isMarked(child, threadId));
    if (has) format(block, { from: 0, to: text.length }, { [commentMark(threadId)]: null });
  }
}

function isMarked(text: Y.XmlText, threadId: string): boolean {
  return partsOf(text).some(({ attributes }) => commentsIn(attributes).includes(threadId));
}

function format(
  block: Y.XmlElement | undefined,
  { from, to }: Pick<Anchor, "from" | "to">,
  formats: Record<string, { id: string } | null>,
): void {
  let at = 0;
  for (const child of block?.toArray() ?? []) {
    const length = child instanceof Y.XmlText ? wordsIn(child).length : 1;
    const begin = Math.max(from, at);
    const end = Math.min(to, at + length);
    if (child instanceof Y.XmlText && begin < end) child.format(begin - at, end - begin, formats);
    at += length;
  }
}
