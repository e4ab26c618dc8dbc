import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { Ranges } from "../../app/document-model/ranges";

/** Block id → the Yjs id of the element it is: what tells, later, who took away a paragraph that is gone. */
export type Anchors = Record<string, Anchor>;
type Anchor = [client: number, clock: number];
export type GoneRange = [client: number, clock: number, length: number];

export function anchorsOf(doc: Y.Doc, blockIds: ReadonlySet<string>): Anchors {
  const found: Anchors = {};
  for (const [id, { _item: item }] of elementsOf(doc, blockIds)) if (item) found[id] = [item.id.client, item.id.clock];
  return found;
}

/** What was taken away in these blocks: who says it again later has taken nothing away. */
export function goneIn(doc: Y.Doc, blockIds: ReadonlySet<string>): GoneRange[] {
  const found = new Ranges();
  for (const item of itemsIn(doc, blockIds)) if (item.deleted) found.add({ ...item.id, length: item.length });
  return [...found].map(({ client, clock, length }) => [client, clock, length]);
}

/** The Yjs clients that have written what stands in these blocks, or stood there. */
export function clientsIn(doc: Y.Doc, blockIds: ReadonlySet<string>): Set<number> {
  return new Set([...itemsIn(doc, blockIds)].map(({ id }) => id.client));
}

/** The blocks' elements and all that stands or stood in them. */
function* itemsIn(doc: Y.Doc, blockIds: ReadonlySet<string>): Generator<Y.Item> {
  for (const [, element] of elementsOf(doc, blockIds)) {
    if (element._item) yield element._item;
    yield* itemsBelow(element);
  }
}

function* itemsBelow(type: Y.XmlElement | Y.AbstractType<unknown>): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) {
    yield item;
    if (item.content instanceof Y.ContentType) yield* itemsBelow(item.content.type);
  }
}

/** The blocks among these ids, in text and tables; of an id that stands twice the last. */
function elementsOf(doc: Y.Doc, blockIds: ReadonlySet<string>): Map<string, Y.XmlElement> {
  const found = new Map<string, Y.XmlElement>();
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      if (!(node instanceof Y.XmlElement)) continue;
      if (node.nodeName !== "block") walk(node.toArray());
      else {
        const id: unknown = node.getAttribute("id");
        if (typeof id === "string" && blockIds.has(id)) found.set(id, node);
      }
    }
  };
  walk(doc.getXmlFragment(ROOTS.body).toArray());
  return found;
}
