import type { Node as PmNode } from "@tiptap/pm/model";
import { placeWithoutMark, type Words, wordsOfAll } from "../../document-model/comment-anchors";

/** What of a thread says where it was put. */
export type PutThread = { id: string; blockId: string | null; quote: string; more?: readonly Words[] };

/**
 * Where a thread's words are: positions of the document. `isMarked`: by its mark, not by its words alone; then what else of
 * them is marked is drawn without being looked for, else `more` is where they go on in further paragraphs.
 */
export type Found = Range & { isMarked: boolean; more?: readonly Range[] };
type Range = { blockId: string; from: number; to: number };

type Marked = { id: string; from: number; to: number };

const NONE: readonly Marked[] = [];
const marksOf = new WeakMap<PmNode, readonly Marked[]>();

/** Thread → where its words are now; a thread that is not in it has come loose. [K1] [K2] */
export function anchorsIn(doc: PmNode, threads: readonly PutThread[]): Map<string, Found> {
  const found = new Map<string, Found>();
  if (threads.length === 0) return found;
  eachBlock(doc, (block, pos) => {
    for (const { id, from, to } of marksIn(block)) {
      if (!found.has(id))
        found.set(id, { blockId: idOf(block), from: pos + 1 + from, to: pos + 1 + to, isMarked: true });
    }
  });
  const missing = threads.filter(({ id, blockId }) => blockId !== null && !found.has(id));
  if (missing.length > 0) findByWords(doc, missing, found);
  return found;
}

function findByWords(doc: PmNode, threads: readonly PutThread[], found: Map<string, Found>): void {
  const texts = new Map<string, { text: string; pos: number }>();
  eachBlock(doc, (block, pos) => {
    const id = idOf(block);
    // Of a doubled id the first, as on the server.
    if (!texts.has(id)) texts.set(id, { text: textOf(block), pos });
  });
  for (const { id, blockId, quote, more } of threads) {
    const all = blockId === null ? [] : wordsOfAll({ blockId, quote, place: 0, ...(more ? { more } : {}) });
    for (const words of all) {
      const place = placeWithoutMark(words, texts);
      if (!place) continue;
      const begin = (texts.get(place.blockId)?.pos ?? 0) + 1;
      const here = { blockId: place.blockId, from: begin + place.from, to: begin + place.to };
      const known = found.get(id);
      if (known) known.more = [...(known.more ?? []), here];
      else found.set(id, { ...here, isMarked: false });
    }
  }
}

const knownTexts = new WeakMap<PmNode, string>();

function textOf(block: PmNode): string {
  const text = knownTexts.get(block) ?? wordsOf(block);
  knownTexts.set(block, text);
  return text;
}

/** Line breaks count as one sign, as in document-model/comment-anchors.ts. */
export function wordsOf(block: PmNode, from = 0, to = block.content.size): string {
  return block.textBetween(from, to, undefined, "\n");
}

export function idOf(block: PmNode): string {
  return String(block.attrs["id"] ?? "");
}

/** Paragraphs, those in table cells too, in reading order. */
function eachBlock(doc: PmNode, look: (block: PmNode, pos: number) => void): void {
  doc.descendants((node, pos) => {
    if (node.type.name !== "block") return true;
    look(node, pos);
    return false;
  });
}

/** Remembered: a paragraph that nobody has touched is the same node as before. */
function marksIn(block: PmNode): readonly Marked[] {
  const known = marksOf.get(block);
  if (known) return known;
  const found = new Map<string, Marked>();
  block.forEach((child, offset) => {
    const to = offset + child.nodeSize;
    for (const id of commentsOf(child)) {
      const before = found.get(id);
      if (!before) found.set(id, { id, from: offset, to });
      // A line break among the words is no end of them.
      else if (offset <= before.to + 1) before.to = to;
    }
  });
  const marks = found.size > 0 ? [...found.values()] : NONE;
  marksOf.set(block, marks);
  return marks;
}

/** The threads whose mark lies on an inline node. */
export function commentsOf(node: PmNode): string[] {
  return node.marks.flatMap(({ type, attrs }) => (type.name === "comment" ? [String(attrs["id"])] : []));
}
