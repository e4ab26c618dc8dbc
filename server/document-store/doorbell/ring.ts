import { z } from "zod";
import { type DocumentId, isId } from "../../../db/ids";

/** What one node tells the others. It is a hint: whoever misses it finds the same by comparing heads. */
export type News =
  | { kind: "head"; documentId: DocumentId; epoch: number; headSeq: number }
  | { kind: "knock"; documentId: DocumentId; code: number }
  | { kind: "session"; sessionId: string };

export const CHANNEL = "samsvar_doorbell";

/** PostgreSQL takes less than 8,000 bytes in one notification. */
const LONGEST = 7500;

type Ring = { from: string; news: News[] };

/** What several news about one thing become: the newest head of a document, each other once. */
export class Gathered {
  readonly #news = new Map<string, News>();

  add(news: Iterable<News>): void {
    for (const one of news) {
      const key = keyOf(one);
      const known = this.#news.get(key);
      if (!known || isNewer(one, known)) this.#news.set(key, one);
    }
  }

  get isEmpty(): boolean {
    return this.#news.size === 0;
  }

  takeAll(): News[] {
    const all = [...this.#news.values()];
    this.#news.clear();
    return all;
  }
}

function keyOf(news: News): string {
  if (news.kind === "head") return `head ${news.documentId}`;
  return news.kind === "knock" ? `knock ${news.documentId} ${news.code}` : `session ${news.sessionId}`;
}

function isNewer(one: News, known: News): boolean {
  if (one.kind !== "head" || known.kind !== "head") return false;
  return one.epoch > known.epoch || (one.epoch === known.epoch && one.headSeq > known.headSeq);
}

/** The news as payloads, each short enough for one notification. */
export function writeRings(from: string, news: readonly News[]): string[] {
  const start = opening(from);
  const payloads: string[] = [];
  let current = "";
  for (const one of news) {
    const text = JSON.stringify(tupleOf(one));
    // Ids, numbers and names of our own: a character is a byte.
    if (current && start.length + current.length + text.length + 3 > LONGEST) {
      payloads.push(`${start}${current}]}`);
      current = "";
    }
    current += current ? `,${text}` : text;
  }
  return current ? [...payloads, `${start}${current}]}`] : payloads;
}

function opening(from: string): string {
  return `{"from":${JSON.stringify(from)},"news":[`;
}

function tupleOf(news: News): z.input<typeof Tuple> {
  if (news.kind === "head") return ["head", news.documentId, news.epoch, news.headSeq];
  return news.kind === "knock" ? ["knock", news.documentId, news.code] : ["session", news.sessionId];
}

const Document = z.custom<DocumentId>(isId);
const Tuple = z.union([
  z.tuple([z.literal("head"), Document, z.int().min(1), z.int().min(0)]),
  z.tuple([z.literal("knock"), Document, z.int().min(1000).max(4999)]),
  z.tuple([z.literal("session"), z.custom<string>(isId)]),
]);
const Payload = z.strictObject({ from: z.string().min(1).max(64), news: z.array(Tuple) });

/** Whether a payload is that node's own; most of what a busy node hears is, and it is not read any further. */
export function isFrom(nodeId: string, payload: string): boolean {
  return payload.startsWith(opening(nodeId));
}

/** Null when it is no ring. */
export function readRing(payload: string): Ring | null {
  const read = Payload.safeParse(jsonOf(payload));
  return read.success ? { from: read.data.from, news: read.data.news.map(newsOf) } : null;
}

function newsOf(tuple: z.output<typeof Tuple>): News {
  if (tuple[0] === "head") return { kind: "head", documentId: tuple[1], epoch: tuple[2], headSeq: tuple[3] };
  if (tuple[0] === "knock") return { kind: "knock", documentId: tuple[1], code: tuple[2] };
  return { kind: "session", sessionId: tuple[1] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
