import * as Y from "yjs";
import { type Link, ROOTS } from "../../app/document-model/document";
import { linkMap, readLinkKey } from "../../app/document-model/links";
import { ELEMENTS, isAllowedHref, MARKS } from "../../app/document-model/names";
import { type Decoded, decodeUpdate } from "./decode-update";
import { LIMITS } from "./limits";
import { isWellPlaced } from "./placement";

/**
 * What the room holds: its committed document, and how far each client has come with what waits for its commit; and on
 * whose behalf the sender may link.
 */
export type Known = {
  doc: Y.Doc;
  clocks: ReadonlyMap<number, number>;
  /** The structs of each update that waits for its commit. */
  waiting: Iterable<Decoded["structs"]>;
  mayLinkAs: (center: string) => boolean;
};

type RefusalCode = "too-large" | "unknown-content";

/** `new` carries the clocks after the update, and what it holds; `gap` needs something that the room has not got. */
export type Inspected =
  | { verdict: "new"; clocks: Map<number, number>; structs: Decoded["structs"] }
  | { verdict: "known" }
  | { verdict: "gap" }
  | { verdict: "refused"; code: RefusalCode };

/**
 * Judges an update before it is committed, because a CRDT cannot un-apply. Throws a WireError when it does not decode. [W2]
 * Not yet judged: whether the client id is the sender's own, and attributes by element.
 */
export function inspect(update: Uint8Array, known: Known): Inspected {
  if (update.byteLength > LIMITS.update) return { verdict: "refused", code: "too-large" };
  const decoded = decodeUpdate(update);
  if (isTooLarge(decoded)) return { verdict: "refused", code: "too-large" };
  if (!decoded.structs.every(isKnownContent)) return { verdict: "refused", code: "unknown-content" };
  if (!linksInOwnName(decoded, known)) return { verdict: "refused", code: "unknown-content" };
  const clocks = clocksAfter(decoded, known.clocks);
  if (!clocks || !hasAllItNeeds(decoded, clocks)) return { verdict: "gap" };
  if (!isWellPlaced(decoded, known.doc, known.waiting)) return { verdict: "refused", code: "unknown-content" };
  return isNews(decoded, clocks, known) ? { verdict: "new", clocks, structs: decoded.structs } : { verdict: "known" };
}

/**
 * Nobody answers a clause for a center that is not theirs. Who splits, copies or restores another center's paragraph
 * repeats what that center has linked, so a link to a target it has named in this document before is no new answer. [L7]
 */
function linksInOwnName({ structs }: Decoded, { doc, mayLinkAs }: Known): boolean {
  const others = structs.flatMap((struct) => linkOf(struct) ?? []).filter(({ center }) => !mayLinkAs(center));
  if (others.length === 0) return true;
  // Keys of links that were taken away stay in `_map`: undo brings them back.
  const named = new Set([...linkMap(doc)._map.keys()].map((key) => answerIn(readLinkKey(key)?.link)));
  return others.every((link) => named.has(answerIn(link)));
}

function linkOf(struct: Decoded["structs"][number]): Link | undefined {
  // At the root a key is written out; an item that replaces another has that one's key.
  return struct instanceof Y.Item && struct.parentSub !== null ? readLinkKey(struct.parentSub)?.link : undefined;
}

function answerIn(link: Link | undefined): string {
  return link ? `${link.kind}|${link.id}|${link.center}` : "";
}

function isTooLarge({ structs }: Decoded): boolean {
  if (structs.length > LIMITS.structs) return true;
  if (structs.reduce((total, struct) => total + struct.length, 0) > LIMITS.growth) return true;
  return structs.some((struct) => struct instanceof Y.Item && isTooLong(struct.content));
}

function isTooLong(content: unknown): boolean {
  if (content instanceof Y.ContentString) return content.str.length > LIMITS.string;
  if (content instanceof Y.ContentAny) return sizeOf(content.arr) > LIMITS.attribute;
  return content instanceof Y.ContentFormat && sizeOf(content.value) > LIMITS.attribute;
}

/** lib0 has big integers, JSON has not. */
function sizeOf(value: unknown): number {
  return (JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? String(part) : part)) ?? "").length;
}

/** The clock each client of the update has come to, or null when structs are missing before one of them. */
function clocksAfter({ structs }: Decoded, known: Known["clocks"]): Map<number, number> | null {
  const clocks = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const reached = clocks.get(client) ?? known.get(client) ?? 0;
    if (struct instanceof Y.Skip || clock > reached) return null;
    clocks.set(client, Math.max(reached, clock + struct.length));
  }
  for (const [client, clock] of known) if (!clocks.has(client)) clocks.set(client, clock);
  return clocks;
}

function hasAllItNeeds({ structs, ds }: Decoded, clocks: Map<number, number>): boolean {
  const has = ({ client, clock }: { client: number; clock: number }) => clock < (clocks.get(client) ?? 0);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (struct.origin && !has(struct.origin)) return false;
    if (struct.rightOrigin && !has(struct.rightOrigin)) return false;
    if (struct.parent instanceof Y.ID && !has(struct.parent)) return false;
  }
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) if (clock + len > (clocks.get(client) ?? 0)) return false;
  }
  return true;
}

/** A step 2 repeats every deletion there ever was: only what the room has not got is worth a row. */
function isNews({ ds }: Decoded, clocks: Map<number, number>, known: Known): boolean {
  for (const [client, clock] of clocks) if (clock > (known.clocks.get(client) ?? 0)) return true;
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) if (!isDeleted(known.doc, client, clock, len)) return true;
  }
  return false;
}

function isDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client);
  const end = clock + length;
  if (!structs || end > Y.getState(doc.store, client)) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}

function isKnownContent(struct: Decoded["structs"][number]): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const { content } = struct;
  // Typed as a type, decoded as the root's name: nothing is integrated yet.
  const parent: unknown = struct.parent;
  if (typeof parent === "string") return isAtRoot(parent, struct.parentSub, content);
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return true;
  if (content instanceof Y.ContentFormat) return isKnownMark(content.key, content.value);
  if (content instanceof Y.ContentAny) return true;
  return content instanceof Y.ContentType && isKnownElement(content.type);
}

function isAtRoot(root: string, key: string | null, content: unknown): boolean {
  if (root === ROOTS.links) {
    const isLink = content instanceof Y.ContentAny && content.arr.length === 1 && content.arr[0] === true;
    return key !== null && readLinkKey(key) !== null && (isLink || content instanceof Y.ContentDeleted);
  }
  if (root !== ROOTS.body || key !== null) return false;
  return content instanceof Y.ContentDeleted || (content instanceof Y.ContentType && isKnownElement(content.type));
}

function isKnownElement(type: unknown): boolean {
  if (type instanceof Y.XmlText) return true;
  return type instanceof Y.XmlElement && Object.hasOwn(ELEMENTS, type.nodeName);
}

function isKnownMark(name: string, value: unknown): boolean {
  if (!Object.hasOwn(MARKS, name)) return false;
  if (value === null) return true;
  if (typeof value !== "object") return false;
  return name !== "link" || ("href" in value && isAllowedHref(value.href));
}
