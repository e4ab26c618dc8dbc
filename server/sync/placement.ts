import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { isLinkValue } from "../../app/document-model/links";
import { isAttribute } from "../../app/document-model/names";
import type { Decoded } from "./decode-update";
import { type Struct, Waiting } from "./waiting";

/** Where an item stands: what it is inside of, and under which key if it is an attribute. Null when that is gone. */
type Place = { inside: string | null; key: string | null; holder: Y.ID | null } | null;

const TEXT = "#text";

/** What may stand directly in what; words stand in texts alone. Nothing is nested deeper than a cell's line break. [E1] */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  [ROOTS.body]: ["block", "table"],
  block: [TEXT, "hardBreak"],
  table: ["tableRow"],
  tableRow: ["tableCell", "tableHeader"],
  tableCell: ["block"],
  tableHeader: ["block"],
};

/**
 * Whether everything an update adds stands where the editor's schema has it: elements in elements, words in texts, each
 * attribute on its element. Everything that reads a document goes down into it, so one nested ten thousand deep could be
 * neither shown, frozen nor mended; and a word between two blocks breaks every page's drawing. [W2]
 */
export function isWellPlaced({ structs, ds }: Decoded, doc: Y.Doc, waiting: Waiting): boolean {
  const placeOf = placer(structs, doc, waiting);
  const areWell = structs.every((struct) => !(struct instanceof Y.Item) || mayStand(struct.content, placeOf(struct)));
  return areWell && areTablesSmall({ structs, ds }, placeOf, doc);
}

/**
 * Of rows in a table and cells in a row, three times what a page makes of them [E14]: two people may each have added the
 * last one there was room for, or fifty while they were out of reach, and to refuse that would take their work away. What
 * must not be is a table of thousands by thousands, built of one wide row and one long column, which no page and no letter
 * can lay out. What waits for its commit just then is not counted; the next update finds it there.
 */
const MOST_IN: Readonly<Record<string, number>> = { table: 600, tableRow: 60 };

function areTablesSmall({ structs, ds }: Decoded, placeOf: (struct: Struct) => Place, doc: Y.Doc): boolean {
  const added = new Map<string, { most: number; count: number; holder: Y.ID }>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue;
    const place = placeOf(struct);
    const most = MOST_IN[place?.inside ?? ""];
    // What the update itself takes away again is none.
    if (!place?.holder || place.key !== null || most === undefined || Y.isDeleted(ds, struct.id)) continue;
    const name = `${place.holder.client} ${place.holder.clock}`;
    added.set(name, { most, holder: place.holder, count: (added.get(name)?.count ?? 0) + 1 });
  }
  return [...added.values()].every(({ most, count, holder }) => count + lengthOf(holder, doc) <= most);
}

function lengthOf({ client, clock }: Y.ID, doc: Y.Doc): number {
  if (clock >= Y.getState(doc.store, client)) return 0;
  const held = doc.store.clients.get(client) ?? [];
  const struct = held[Y.findIndexSS(held, clock)];
  return (struct && typeIn(struct)?._length) ?? 0;
}

function mayStand(content: unknown, place: Place): boolean {
  // Beside what is gone, or deleted itself: nobody will ever read it.
  if (content instanceof Y.ContentDeleted || place === null || place.inside === null) return true;
  const { inside, key } = place;
  if (inside === ROOTS.links) return key !== null && isLink(content);
  if (key !== null) return holdsOnly(content, (value) => isAttribute(inside, key, value));
  if (content instanceof Y.ContentString || content instanceof Y.ContentFormat) return inside === TEXT;
  const name = content instanceof Y.ContentType ? nameOf(content.type) : null;
  return name !== null && inside !== TEXT && (CHILDREN[inside] ?? []).includes(name);
}

/** A link is there, with its stance or without; its key says the rest and is judged with the update's other contents. [L2] */
export function isLink(content: unknown): boolean {
  return holdsOnly(content, isLinkValue);
}

/** What somebody has set twice and an undo keeps, Yjs merges into one item with both values; the last one counts. */
function holdsOnly(content: unknown, allows: (value: unknown) => boolean): boolean {
  return content instanceof Y.ContentAny && content.arr.length > 0 && content.arr.every(allows);
}

/** An item says where it stands only when it has no neighbour; else it stands beside that one, wherever that is. */
function placer(structs: readonly Struct[], doc: Y.Doc, waiting: Waiting): (struct: Struct) => Place {
  const find = finder(structs, doc, waiting);
  const known = new Map<Struct, Place>();
  return (asked) => {
    const beside: Struct[] = [];
    let place: Place | undefined;
    for (let at: Struct | undefined = asked; place === undefined; ) {
      place = known.get(at) ?? ownPlace(at, doc, find);
      beside.push(at);
      if (place !== undefined || !(at instanceof Y.Item)) break;
      const neighbour: Y.ID | null = at.origin ?? at.rightOrigin;
      at = neighbour ? find(neighbour) : undefined;
      // Neighbours that name each other stand nowhere.
      if (!at || beside.length > MAX_NEIGHBOURS) break;
    }
    for (const struct of beside) known.set(struct, place ?? null);
    return place ?? null;
  };
}

const MAX_NEIGHBOURS = 100_000;

function ownPlace(struct: Struct, doc: Y.Doc, find: (id: Y.ID) => Struct | undefined): Place | undefined {
  if (!(struct instanceof Y.Item)) return null;
  // Typed as a type, decoded as the root's name.
  const parent: unknown = struct.parent;
  if (typeof parent === "string") return { inside: parent, key: struct.parentSub, holder: null };
  if (parent instanceof Y.AbstractType)
    return { inside: insideOf(parent, doc), key: struct.parentSub, holder: parent._item?.id ?? null };
  if (!(parent instanceof Y.ID)) return undefined;
  const holder = find(parent);
  return { inside: holder ? nameOf(typeIn(holder)) : null, key: struct.parentSub, holder: parent };
}

function insideOf(type: Y.AbstractType<unknown>, doc: Y.Doc): string | null {
  if (type._item) return nameOf(type);
  for (const [name, root] of doc.share) if (root === type) return name;
  return null;
}

function typeIn(struct: Struct): Y.AbstractType<unknown> | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
}

function nameOf(type: unknown): string | null {
  if (type instanceof Y.XmlText) return TEXT;
  return type instanceof Y.XmlElement ? type.nodeName : null;
}

/** The struct with that id: committed, waiting for its commit, or in the update itself, which is in order for every client. */
function finder(structs: readonly Struct[], doc: Y.Doc, waiting: Waiting): (id: Y.ID) => Struct | undefined {
  const own = new Waiting();
  own.add(structs);
  return ({ client, clock }) => {
    if (clock < Y.getState(doc.store, client)) {
      const committed = doc.store.clients.get(client) ?? [];
      return committed[Y.findIndexSS(committed, clock)];
    }
    return own.find(client, clock) ?? waiting.find(client, clock);
  };
}
