import { z } from "zod";
import { type DocumentId, isId } from "../../../db/ids";

/** What one node tells the others. It is a hint: whoever misses it finds the same by comparing heads. */
export type News =
  | { kind: "head"; documentId: DocumentId; epoch: number; headSeq: number }
  | { kind: "knock"; documentId: DocumentId; code: number }
  | { kind: "session"; sessionId: string }
  /** Who is in the document elsewhere; answered by `presence`. */
  | { kind: "who"; documentId: DocumentId }
  /** Null: has left. */
  | { kind: "presence"; documentId: DocumentId; clientId: number; state: Record<string, unknown> | null };

/** All that is said on the channel: a node that begins to listen greets the others. */
export type Word = News | { kind: "hello" };

export const CHANNEL = "samsvar_doorbell";

/** PostgreSQL takes less than 8,000 bytes in one notification. */
const LONGEST = 7500;

type Ring = { from: string; words: Word[] };

/** What waits to be rung. Of several words about one thing stay the newest head of a document, and each other once. */
export class Gathered {
  readonly #words = new Map<string, Word>();

  add(words: Iterable<Word>): void {
    for (const one of words) {
      const key = keyOf(one);
      const known = this.#words.get(key);
      if (!known || isNewer(one, known)) this.#words.set(key, one);
    }
  }

  get isEmpty(): boolean {
    return this.#words.size === 0;
  }

  takeAll(): Word[] {
    const all = [...this.#words.values()];
    this.#words.clear();
    return all;
  }
}

function keyOf(word: Word): string {
  switch (word.kind) {
    case "head":
      return `head ${word.documentId}`;
    case "knock":
      return `knock ${word.documentId} ${word.code}`;
    case "session":
      return `session ${word.sessionId}`;
    case "who":
      return `who ${word.documentId}`;
    case "presence":
      return `presence ${word.documentId} ${word.clientId}`;
    case "hello":
      return "hello";
  }
}

function isNewer(one: Word, known: Word): boolean {
  if (one.kind === "presence") return true;
  if (one.kind !== "head" || known.kind !== "head") return false;
  return one.epoch > known.epoch || (one.epoch === known.epoch && one.headSeq > known.headSeq);
}

/** The words as payloads, each short enough for one notification. What fits into none is left out: it would hold up the rest. */
export function writeRings(from: string, words: readonly Word[]): string[] {
  const start = opening(from);
  const payloads: string[] = [];
  let [current, length] = ["", 0];
  for (const one of words) {
    const text = JSON.stringify(tupleOf(one));
    const bytes = Buffer.byteLength(text);
    if (start.length + bytes + 2 > LONGEST) continue;
    if (current && start.length + length + bytes + 3 > LONGEST) {
      payloads.push(`${start}${current}]}`);
      current = "";
      length = 0;
    }
    current += current ? `,${text}` : text;
    length += bytes + 1;
  }
  return current ? [...payloads, `${start}${current}]}`] : payloads;
}

function opening(from: string): string {
  return `{"from":${JSON.stringify(from)},"news":[`;
}

function tupleOf(word: Word): z.input<typeof Tuple> {
  switch (word.kind) {
    case "head":
      return ["head", word.documentId, word.epoch, word.headSeq];
    case "knock":
      return ["knock", word.documentId, word.code];
    case "session":
      return ["session", word.sessionId];
    case "who":
      return ["who", word.documentId];
    case "presence":
      return ["presence", word.documentId, word.clientId, word.state];
    case "hello":
      return ["hello"];
  }
}

const Document = z.custom<DocumentId>(isId);
const Tuple = z.union([
  z.tuple([z.literal("head"), Document, z.int().min(1), z.int().min(0)]),
  z.tuple([z.literal("knock"), Document, z.int().min(1000).max(4999)]),
  z.tuple([z.literal("session"), z.custom<string>(isId)]),
  z.tuple([z.literal("who"), Document]),
  z.tuple([z.literal("presence"), Document, z.int().min(0), z.record(z.string(), z.unknown()).nullable()]),
  z.tuple([z.literal("hello")]),
]);
const Payload = z.strictObject({ from: z.string().min(1).max(64), news: z.array(Tuple).min(1) });

/** Whether a payload is that node's own; most of what a busy node hears is, and it is not read any further. */
export function isFrom(nodeId: string, payload: string): boolean {
  return payload.startsWith(opening(nodeId));
}

/** Null when it is no ring. */
export function readRing(payload: string): Ring | null {
  const read = Payload.safeParse(jsonOf(payload));
  return read.success ? { from: read.data.from, words: read.data.news.map(wordOf) } : null;
}

function wordOf(tuple: z.output<typeof Tuple>): Word {
  switch (tuple[0]) {
    case "head":
      return { kind: "head", documentId: tuple[1], epoch: tuple[2], headSeq: tuple[3] };
    case "knock":
      return { kind: "knock", documentId: tuple[1], code: tuple[2] };
    case "session":
      return { kind: "session", sessionId: tuple[1] };
    case "who":
      return { kind: "who", documentId: tuple[1] };
    case "presence":
      return { kind: "presence", documentId: tuple[1], clientId: tuple[2], state: tuple[3] };
    case "hello":
      return { kind: "hello" };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
