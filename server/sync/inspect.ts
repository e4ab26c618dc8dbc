import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { readHeirKey } from "../../app/document-model/heirs";
import { readLinkKey } from "../../app/document-model/links";
import { ELEMENTS, isMark } from "../../app/document-model/names";
import { type Decoded, decodeUpdate } from "./decode-update";
import { LIMITS } from "./limits";
import { linksInOwnName } from "./own-links";
import { isLink, isWellPlaced } from "./placement";
import type { Struct, Waiting } from "./waiting";

/** What the room holds: its committed document, and how far each client has come with what waits for its commit. */
export type Known = { doc: Y.Doc; clocks: ReadonlyMap<number, number>; waiting: Waiting };

/** Who sends: the one client id they write with [I4], and on whose behalf they may link [L7]. */
export type Sender = { clientId: number; mayLinkAs: (center: string) => boolean };

type RefusalCode = "too-large" | "unknown-content" | "forged";

/** What is worth a row, how far the sender's client comes with it, and what it adds. */
export type News = { payload: Uint8Array; clock: number; structs: Struct[] };

/** `gap` needs something that the room has not got. */
export type Inspected =
  | ({ verdict: "new" } & News)
  | { verdict: "known" }
  | { verdict: "gap" }
  | { verdict: "refused"; code: RefusalCode };

const refused = (code: RefusalCode): Inspected => ({ verdict: "refused", code });

/** Judges an update before it is committed, because a CRDT cannot un-apply. Throws a WireError when it does not decode. [W2] */
export function inspect(update: Uint8Array, known: Known, sender: Sender): Inspected {
  if (update.byteLength > LIMITS.update) return refused("too-large");
  const decoded = decodeUpdate(update);
  const structs = decoded.structs.filter((struct) => isUnknown(struct, known.clocks));
  if (isTooLarge(structs)) return refused("too-large");
  if (!structs.every(isKnownContent)) return refused("unknown-content");
  const reached = known.clocks.get(sender.clientId) ?? 0;
  if (structs.some((struct) => struct.id.client !== sender.clientId)) return refused("forged");
  const clock = clockAfter(structs, reached);
  if (clock === null) return { verdict: "gap" };
  const grounds = { doc: known.doc, clientId: sender.clientId, clock };
  if (!hasAllItNeeds(structs, decoded.ds, grounds)) return { verdict: "gap" };
  if (!linksInOwnName(structs, known, sender.mayLinkAs)) return refused("unknown-content");
  if (!isWellPlaced({ structs, ds: decoded.ds }, known.doc, known.waiting)) return refused("unknown-content");
  if (clock === reached && !deletesAnew(decoded.ds, known.doc)) return { verdict: "known" };
  return { verdict: "new", clock, ...trimmed(update, decoded, structs, known.clocks) };
}

/** A step 2 may repeat what the room has; whatever it says of that is not looked at, and not kept. */
function isUnknown({ id, length }: Struct, clocks: Known["clocks"]): boolean {
  return id.clock + length > (clocks.get(id.client) ?? 0);
}

/** The update without what the room has, so that nobody's committed words can be said again in other words. [I4] */
function trimmed(update: Uint8Array, decoded: Decoded, structs: Struct[], clocks: Known["clocks"]) {
  const begins = (struct: Struct) => struct.id.clock >= (clocks.get(struct.id.client) ?? 0);
  if (structs.length === decoded.structs.length && structs.every(begins)) return { payload: update, structs };
  const payload = Y.diffUpdate(update, Y.encodeStateVector(new Map(clocks)));
  return { payload, structs: decodeUpdate(payload).structs };
}

function isTooLarge(structs: readonly Struct[]): boolean {
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

/** How far the sender's client comes, or null when structs are missing before one of them. */
function clockAfter(structs: readonly Struct[], reached: number): number | null {
  let clock = reached;
  for (const struct of structs) {
    if (struct instanceof Y.Skip || struct.id.clock > clock) return null;
    clock = Math.max(clock, struct.id.clock + struct.length);
  }
  return clock;
}

type Grounds = { doc: Y.Doc; clientId: number; clock: number };

/** Of other clients only what is committed counts: what waits may yet be left out, and no page has been told of it. [I4] */
function hasAllItNeeds(structs: readonly Struct[], ds: Decoded["ds"], { doc, clientId, clock }: Grounds): boolean {
  const reachedBy = (client: number) => (client === clientId ? clock : Y.getState(doc.store, client));
  const has = (id: { client: number; clock: number }) => id.clock < reachedBy(id.client);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (struct.origin && !has(struct.origin)) return false;
    if (struct.rightOrigin && !has(struct.rightOrigin)) return false;
    if (struct.parent instanceof Y.ID && !has(struct.parent)) return false;
  }
  for (const [client, deletions] of ds.clients) {
    const reached = reachedBy(client);
    for (const deletion of deletions) if (deletion.clock + deletion.len > reached) return false;
  }
  return true;
}

/** A step 2 repeats every deletion there ever was: only what the room has not got is worth a row. */
function deletesAnew(ds: Decoded["ds"], doc: Y.Doc): boolean {
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions) if (!isDeleted(doc, client, clock, len)) return true;
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

function isKnownContent(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const { content } = struct;
  // Typed as a type, decoded as the root's name: nothing is integrated yet.
  const parent: unknown = struct.parent;
  if (typeof parent === "string") return isAtRoot(parent, struct.parentSub, content);
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return true;
  if (content instanceof Y.ContentFormat) return isMark(content.key, content.value);
  if (content instanceof Y.ContentAny) return true;
  return content instanceof Y.ContentType && isKnownElement(content.type);
}

function isAtRoot(root: string, key: string | null, content: unknown): boolean {
  if (root === ROOTS.links) {
    const isOurs = key !== null && (readLinkKey(key) !== null || readHeirKey(key) !== null);
    return isOurs && (isLink(content) || content instanceof Y.ContentDeleted);
  }
  if (root !== ROOTS.body || key !== null) return false;
  return content instanceof Y.ContentDeleted || (content instanceof Y.ContentType && isKnownElement(content.type));
}

function isKnownElement(type: unknown): boolean {
  if (type instanceof Y.XmlText) return true;
  return type instanceof Y.XmlElement && Object.hasOwn(ELEMENTS, type.nodeName);
}
