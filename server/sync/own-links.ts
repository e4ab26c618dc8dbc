import { setIfUndefined } from "lib0/map";
import * as Y from "yjs";
import type { Link } from "../../app/document-model/document";
import { linkMap, linksByBlock, readLinkKey, readStance } from "../../app/document-model/links";
import { type Struct, Waiting } from "./waiting";

type Grounds = { doc: Y.Doc; waiting: Waiting };
type MayLinkAs = (center: string) => boolean;

/**
 * Nobody answers a clause for a center that is not theirs. Who splits, copies or restores another center's paragraph
 * repeats what that center has linked, so a link to a target it has named in this document before is no new answer; with
 * a stance that it has said of it, no new stance. [L7] [L8]
 */
export function linksInOwnName(structs: readonly Struct[], { doc, waiting }: Grounds, mayLinkAs: MayLinkAs): boolean {
  if (structs.some((struct) => restates(struct, doc, mayLinkAs))) return false;
  const linkOf = linkReader(structs, waiting);
  const others = structs.flatMap((struct) => {
    const link = linkOf(struct);
    return link && !mayLinkAs(link.center) ? [{ struct, answer: answerIn(link) }] : [];
  });
  if (others.length === 0) return true;
  const named = itemsByAnswer(doc);
  return others.every(({ struct, answer }) => repeats(struct, named.get(answer)));
}

/** Keys of links that were taken away stay in `_map`: undo brings them back. What an item replaced stands left of it. */
function itemsByAnswer(doc: Y.Doc): Map<string, Y.Item[]> {
  const found = new Map<string, Y.Item[]>();
  for (const [key, newest] of linkMap(doc)._map) {
    const items = setIfUndefined(found, answerIn(readLinkKey(key)?.link), (): Y.Item[] => []);
    for (let item: Y.Item | null = newest; item; item = item.left) items.push(item);
  }
  return found;
}

/** What was replaced or taken away may have said anything: whoever was out of reach then repeats it still. */
function repeats(struct: Struct, said: readonly Y.Item[] | undefined): boolean {
  const stance = stanceIn(struct);
  return said !== undefined && (!stance || said.some((item) => item.deleted || stanceIn(item) === stance));
}

/** The link that an item is about, unless it replaces a committed one. Each is found once, however long the row of them. */
function linkReader(structs: readonly Struct[], waiting: Waiting): (struct: Struct) => Link | undefined {
  const own = new Waiting();
  own.add(structs);
  const known = new Map<Struct, Link | undefined>();
  return (struct) => {
    const passed: Struct[] = [];
    let link: Link | undefined;
    for (let at: Struct | undefined = struct; at instanceof Y.Item && !known.has(at); ) {
      passed.push(at);
      // At the root a key is written out; an item that replaces another has that one's key.
      link = at.parentSub === null ? undefined : readLinkKey(at.parentSub)?.link;
      const { origin }: Y.Item = at;
      if (at.parentSub !== null || !origin) break;
      at = own.find(origin.client, origin.clock) ?? waiting.find(origin.client, origin.clock);
      if (at && known.has(at)) link = known.get(at);
    }
    for (const one of passed) known.set(one, link);
    return known.get(struct);
  };
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
