import { ROOTS } from "../../app/document-model/document";

type Id = { client: number; clock: number };
type Position = { type: Id | null; tname: string | null; item: Id | null; assoc: number };
/** Where somebody's caret is, as y-tiptap says it: two of Yjs's relative positions. */
export type Caret = { anchor: Position; head: Position };

/**
 * What a page may say of its caret, and nothing else of it: every other page takes it for a position in the text, and one
 * that is none throws there at each stroke of anybody's. Null: it has none, or none that is one. [P1]
 */
export function readCaret(value: unknown): Caret | null {
  const anchor = readPosition(partOf(value, "anchor"));
  const head = readPosition(partOf(value, "head"));
  return anchor && head ? { anchor, head } : null;
}

function readPosition(value: unknown): Position | null {
  const [type, item] = [readId(partOf(value, "type")), readId(partOf(value, "item"))];
  const tname = partOf(value, "tname") === ROOTS.body ? ROOTS.body : null;
  if (!type && !item && !tname) return null;
  const assoc = partOf(value, "assoc");
  return { type, tname, item, assoc: typeof assoc === "number" && assoc < 0 ? -1 : 0 };
}

function readId(value: unknown): Id | null {
  const [client, clock] = [partOf(value, "client"), partOf(value, "clock")];
  return isCount(client) && isCount(clock) ? { client, clock } : null;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
