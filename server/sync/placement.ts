import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { isAttribute } from "../../app/document-model/names";
import { holding, type Struct, type Waiting } from "./waiting";

/** Where an item stands: what it is inside of, and under which key if it is an attribute. Null when that is gone. */
type Place = { inside: string | null; key: string | null } | null;

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
export function isWellPlaced(structs: readonly Struct[], doc: Y.Doc, waiting: Waiting): boolean {
  const placeOf = placer(structs, doc, waiting);
  return structs.every((struct) => !(struct instanceof Y.Item) || mayStand(struct.content, placeOf(struct)));
}

function mayStand(content: unknown, place: Place): boolean {
  // Beside what is gone, or deleted itself: nobody will ever read it.
  if (content instanceof Y.ContentDeleted || place === null || place.inside === null) return true;
  const { inside, key } = place;
  if (inside === ROOTS.links) return key !== null && isLink(content);
  if (key !== null)
    return content instanceof Y.ContentAny && content.arr.length === 1 && isAttribute(inside, key, content.arr[0]);
  if (content instanceof Y.ContentString || content instanceof Y.ContentFormat) return inside === TEXT;
  const name = content instanceof Y.ContentType ? nameOf(content.type) : null;
  return name !== null && inside !== TEXT && (CHILDREN[inside] ?? []).includes(name);
}

/** A link is there or it is not; its key says the rest and is judged with the update's other contents. [L2] */
export function isLink(content: unknown): boolean {
  return content instanceof Y.ContentAny && content.arr.length === 1 && content.arr[0] === true;
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
  if (typeof parent === "string") return { inside: parent, key: struct.parentSub };
  if (parent instanceof Y.AbstractType) return { inside: insideOf(parent, doc), key: struct.parentSub };
  if (!(parent instanceof Y.ID)) return undefined;
  const holder = find(parent);
  return { inside: holder ? nameOf(typeIn(holder)) : null, key: struct.parentSub };
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
  let own: Map<number, Struct[]> | undefined;
  return ({ client, clock }) => {
    if (clock < Y.getState(doc.store, client)) {
      const committed = doc.store.clients.get(client) ?? [];
      return committed[Y.findIndexSS(committed, clock)];
    }
    own ??= byClient(structs);
    return holding(own.get(client) ?? [], clock) ?? waiting.find(client, clock);
  };
}

function byClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const found = new Map<number, Struct[]>();
  for (const struct of structs) {
    const mine = found.get(struct.id.client);
    if (mine) mine.push(struct);
    else found.set(struct.id.client, [struct]);
  }
  for (const mine of found.values()) mine.sort((a, b) => a.id.clock - b.id.clock);
  return found;
}
