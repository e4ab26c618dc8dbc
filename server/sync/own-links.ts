import * as Y from "yjs";
import type { Link } from "../../app/document-model/document";
import { linkMap, linksByBlock, readLinkKey, readStance } from "../../app/document-model/links";
import type { Struct } from "./waiting";

type MayLinkAs = (center: string) => boolean;

/**
 * Nobody answers a clause for a center that is not theirs. Who splits, copies or restores another center's paragraph
 * repeats what that center has linked, so a link to a target it has named in this document before is no new answer. [L7]
 */
export function linksInOwnName(structs: readonly Struct[], doc: Y.Doc, mayLinkAs: MayLinkAs): boolean {
  if (structs.some((struct) => restates(struct, doc, mayLinkAs))) return false;
  const others = structs.flatMap((struct) => linkOf(struct) ?? []).filter(({ center }) => !mayLinkAs(center));
  if (others.length === 0) return true;
  // Keys of links that were taken away stay in `_map`: undo brings them back.
  const named = new Set([...linkMap(doc)._map.keys()].map((key) => answerIn(readLinkKey(key)?.link)));
  return others.every((link) => named.has(answerIn(link)));
}

function linkOf(struct: Struct): Link | undefined {
  // At the root a key is written out; an item that replaces another has that one's key.
  return struct instanceof Y.Item && struct.parentSub !== null ? readLinkKey(struct.parentSub)?.link : undefined;
}

function answerIn(link: Link | undefined): string {
  return link ? `${link.kind}|${link.id}|${link.center}` : "";
}

/**
 * Whether it gives a link that stands in another center's name a stance. None (the undo of a join) is not one; nor is
 * one that this center has to the same target on another paragraph, which a join brings along. [L7] [L8]
 */
function restates(struct: Struct, doc: Y.Doc, mayLinkAs: MayLinkAs): boolean {
  const replaced = replacedIn(struct, doc);
  if (!replaced || mayLinkAs(replaced.link.center)) return false;
  const [before, after] = [replaced.item, struct].map(stanceIn);
  if (!after || after === before) return false;
  const answer = answerIn(replaced.link);
  const links = [...linksByBlock(doc).values()].flat();
  return !links.some((link) => link.stance === after && answerIn(link) === answer);
}

/** The committed link whose place an item takes: that it stands after one is all it says. */
function replacedIn(struct: Struct, doc: Y.Doc): { item: Y.Item; link: Link } | null {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny) || !struct.origin) return null;
  const { client, clock } = struct.origin;
  if (clock >= Y.getState(doc.store, client)) return null;
  const committed = doc.store.clients.get(client) ?? [];
  const item = committed[Y.findIndexSS(committed, clock)];
  if (!(item instanceof Y.Item) || item.deleted || item.parent !== linkMap(doc)) return null;
  const link = item.parentSub === null ? undefined : readLinkKey(item.parentSub)?.link;
  return link ? { item, link } : null;
}

function stanceIn(struct: Struct): string | null {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) return null;
  return readStance(struct.content.arr.at(-1));
}
