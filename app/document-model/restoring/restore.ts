import * as Y from "yjs";
import { isBlockId, newBlockId } from "../block-id";
import { type Block, type Link, type ResponseDocument, ROOTS, type Table } from "../document";
import { linkKey, linkMap, linksByBlock } from "../links";
import { inOrder, isAlike } from "../passages";
import { readItems } from "../read";
import { setAttributes, writeBlock, writeTable } from "../write";
import { arrange, rewriteContent } from "./lines";

type Item = Block | Table;
type Parent = Y.XmlFragment | Y.XmlElement;

/** Whether that can still be linked to: a clause may have left the source meanwhile. */
type CanLink = (link: Link) => boolean;

/**
 * Makes the text read as it did, in the text that there is: what reads alike is not touched, ids stay, and of what changes
 * the words that stay are. Nothing is thrown away by it: it is a change like any other. [V6]
 */
export function restoreDocument(doc: Y.Doc, text: ResponseDocument, canLink: CanLink): void {
  restoreItems(doc.getXmlFragment(ROOTS.body), withOwnIds(text.blocks));
  const linked = linksByBlock(doc);
  for (const id of idsOf(text.blocks)) restoreLinks(doc, id, linked.get(id) ?? [], text.links[id] ?? [], canLink);
}

/** The same for one paragraph or table of it; false when the text had none with that id. */
export function restoreItem(doc: Y.Doc, text: ResponseDocument, id: string, canLink: CanLink): boolean {
  const item = text.blocks.find((one) => one.id === id);
  if (!item) return false;
  const body = doc.getXmlFragment(ROOTS.body);
  const present = body.toArray().find((node) => idOf(node) === id);
  if (present instanceof Y.XmlElement && present.nodeName === item.type) restoreNode(body, present, item);
  else body.insert(placeOf(body, text, id), [write(item)]);
  const linked = linksByBlock(doc);
  for (const one of idsOf([item])) restoreLinks(doc, one, linked.get(one) ?? [], text.links[one] ?? [], canLink);
  return true;
}

/** After the nearest that stood before it and is there, else before the nearest that stood after it. */
function placeOf(body: Y.XmlFragment, text: ResponseDocument, id: string): number {
  const places = new Map(body.toArray().map((node, place) => [idOf(node), place]));
  const at = text.blocks.findIndex((one) => one.id === id);
  const before = text.blocks.slice(0, at).findLast((one) => places.has(one.id));
  if (before) return (places.get(before.id) ?? 0) + 1;
  const after = text.blocks.slice(at + 1).find((one) => places.has(one.id));
  return after ? (places.get(after.id) ?? 0) : body.length;
}

function restoreItems(parent: Parent, items: readonly Item[]): void {
  const present = new Map<string, Y.XmlElement>();
  for (const node of parent.toArray()) {
    const id = idOf(node);
    if (node instanceof Y.XmlElement && id && !present.has(id)) present.set(id, node);
  }
  const known = items.flatMap((item) => (present.get(item.id)?.nodeName === item.type ? [item.id] : []));
  const staying = inOrder(known, [...present.keys()]);
  const children = items.map((item) => {
    const node = present.get(item.id);
    if (!node || !known.includes(item.id)) return { item, node: write(item), isNew: true };
    // Yjs cannot move; a copy keeps what lies on the words.
    return { item, node: staying.has(item.id) ? node : node.clone(), isNew: false };
  });
  arrange(
    parent,
    children.map(({ node }) => node),
  );
  for (const { item, node, isNew } of children) if (!isNew) restoreNode(parent, node, item);
}

function restoreNode(parent: Parent, node: Y.XmlElement, item: Item): void {
  if (isAlike(asRead(node), item)) return;
  if (item.type === "table") restoreTable(parent, node, item);
  else {
    setAttributes(node, { kind: item.kind, level: item.level, of: item.of, seen: item.seen });
    rewriteContent(node, item.content);
  }
  if (isAlike(asRead(node), item) || !node.parent) return;
  // What is not as it should be after all is written anew.
  replace(parent, node, item);
}

/** Cell by cell where it has the same cells, else as a whole. */
function restoreTable(parent: Parent, node: Y.XmlElement, table: Table): void {
  const cells = elementsIn(node).map((row) => elementsIn(row));
  const isSameShape =
    cells.length === table.rows.length && table.rows.every((row, at) => cells[at]?.length === row.length);
  if (!isSameShape) {
    replace(parent, node, table);
    return;
  }
  table.rows.forEach((row, at) => {
    row.forEach((cell, index) => {
      const found = cells[at]?.[index];
      if (!found) return;
      const isHeader = found.getAttribute("header") ?? found.nodeName === "tableHeader";
      const header = isHeader === cell.header ? {} : { header: cell.header };
      setAttributes(found, { colspan: cell.colspan, rowspan: cell.rowspan, ...header });
      restoreItems(found, cell.blocks);
    });
  });
}

function replace(parent: Parent, node: Y.XmlElement, item: Item): void {
  const at = parent.toArray().indexOf(node);
  if (at < 0) return;
  parent.delete(at, 1);
  parent.insert(at, [write(item)]);
}

/** What the center linked then is linked again, and nothing else, where it can be. */
function restoreLinks(doc: Y.Doc, id: string, now: readonly Link[], then: readonly Link[], canLink: CanLink): void {
  const map = linkMap(doc);
  const keys = new Set(then.map((link) => linkKey(id, link)));
  for (const link of now) if (!keys.has(linkKey(id, link))) map.delete(linkKey(id, link));
  for (const link of then) {
    const key = linkKey(id, link);
    const value = link.stance ?? true;
    if (map.get(key) !== value && (map.has(key) || canLink(link))) map.set(key, value);
  }
}

/** A text may have had one id twice, or none, until the server had mended it. */
function withOwnIds(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.map((item) => {
    const id = isBlockId(item.id) && !seen.has(item.id) ? item.id : newBlockId();
    seen.add(id);
    return id === item.id ? item : { ...item, id };
  });
}

function idsOf(items: readonly Item[]): string[] {
  return items.flatMap((item) =>
    item.type === "block" ? [item.id] : item.rows.flat().flatMap(({ blocks }) => blocks.map(({ id }) => id)),
  );
}

function write(item: Item): Y.XmlElement {
  return item.type === "block" ? writeBlock(item) : writeTable(item);
}

function asRead(node: Y.XmlElement): Item {
  const [item] = readItems([node]);
  if (!item) throw new Error(`Expected a paragraph or a table; got ${node.nodeName}.`);
  return item;
}

function elementsIn(node: Y.XmlElement): Y.XmlElement[] {
  return node.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);
}

function idOf(node: unknown): string | null {
  const id: unknown = node instanceof Y.XmlElement ? node.getAttribute("id") : null;
  return isBlockId(id) ? id : null;
}
