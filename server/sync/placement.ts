import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import type { Decoded } from "./decode-update";

type Struct = Decoded["structs"][number];

/** Where an item stands: what it is inside of, and under which key if it is an attribute. Null when that is gone. */
type Place = { inside: string | null; key: string | null } | null;

const TEXT = "#text";

/** What may stand directly in what; words may stand in anything but words. Nothing can be nested deeper than a cell's line break. [E1] */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  [ROOTS.body]: ["block", "table"],
  block: ["hardBreak"],
  table: ["tableRow"],
  tableRow: ["tableCell", "tableHeader"],
  tableCell: ["block"],
  tableHeader: ["block"],
};

/**
 * Whether every element of an update stands where the editor's schema has it. Everything that reads a document goes down
 * into it, so one nested ten thousand deep could be neither shown, frozen nor mended. [W2]
 * `waiting`: what is queued for its commit and so not in `doc`.
 */
export function isWellPlaced({ structs }: Decoded, doc: Y.Doc, waiting: Iterable<readonly Struct[]>): boolean {
  const elements = structs.filter((struct) => typeIn(struct) !== null);
  if (elements.length === 0) return true;
  const placeOf = placer(doc, [structs, ...waiting]);
  return elements.every((struct) => mayStand(typeIn(struct), placeOf(struct)));
}

function mayStand(type: Y.AbstractType<unknown> | null, place: Place): boolean {
  if (place === null || place.inside === null) return true;
  if (place.key !== null) return false;
  const name = nameOf(type);
  return name === TEXT ? place.inside !== TEXT : name !== null && (CHILDREN[place.inside] ?? []).includes(name);
}

/** An item says where it stands only when it has no neighbour; else it stands beside that one, wherever that is. */
function placer(doc: Y.Doc, batches: readonly (readonly Struct[])[]): (struct: Struct) => Place {
  const find = finder(doc, batches);
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
  return [...doc.share].find(([, root]) => root === type)?.[0] ?? null;
}

function typeIn(struct: Struct): Y.AbstractType<unknown> | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
}

function nameOf(type: unknown): string | null {
  if (type instanceof Y.XmlText) return TEXT;
  return type instanceof Y.XmlElement ? type.nodeName : null;
}

/** The struct with that id: committed, or in one of the batches, each of which is in order for every client. */
function finder(doc: Y.Doc, batches: readonly (readonly Struct[])[]): (id: Y.ID) => Struct | undefined {
  const byClient = new Map<number, Struct[]>();
  for (const struct of batches.flat()) {
    const { client } = struct.id;
    const mine = byClient.get(client);
    if (mine) mine.push(struct);
    else byClient.set(client, [struct]);
  }
  for (const mine of byClient.values()) mine.sort((a, b) => a.id.clock - b.id.clock);
  return ({ client, clock }) => {
    const committed = doc.store.clients.get(client) ?? [];
    return clock < Y.getState(doc.store, client)
      ? committed[Y.findIndexSS(committed, clock)]
      : holding(byClient.get(client) ?? [], clock);
  };
}

function holding(structs: readonly Struct[], clock: number): Struct | undefined {
  let [low, high] = [0, structs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  const found = structs[low];
  return found && clock >= found.id.clock && clock < found.id.clock + found.length ? found : undefined;
}
