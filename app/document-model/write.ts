import * as Y from "yjs";
import { type Block, type Inline, type ResponseDocument, ROOTS, type Table, type TableCell } from "./document";
import { addLink } from "./links";
import { noteMark } from "./note-marks";

/** The seed's own client id: the same document gives the same bytes, and no person ever writes with it. [I4] */
export const SEED_CLIENT = 1;

/** The update that makes an empty Y.Doc into this document, in exactly the structure y-tiptap would write. [E3] */
export function writeDocument(document: ResponseDocument): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT;
  doc.transact(() => {
    doc.getXmlFragment(ROOTS.body).insert(
      0,
      document.blocks.map((block) => (block.type === "block" ? writeBlock(block) : writeTable(block))),
    );
    for (const [id, links] of Object.entries(document.links)) for (const link of links) addLink(doc, id, link);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

type Child = Y.XmlElement | Y.XmlText;

/** y-tiptap stores numbers as numbers and booleans as booleans, though Yjs types attributes as strings. */
type Value = string | number | boolean;
type Attributed = { setAttribute(key: string, value: Value): void };

function element(name: string, attributes: Record<string, string | number>, children: Child[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  const attributed: Attributed = made;
  for (const [key, value] of Object.entries(attributes)) attributed.setAttribute(key, value);
  made.insert(0, children);
  return made;
}

/** Writes what differs, and nothing else. */
export function setAttributes(of: Y.XmlElement, attributes: Record<string, Value | undefined>): void {
  const attributed: Attributed = of;
  for (const [key, value] of Object.entries(attributes)) {
    const now: unknown = of.getAttribute(key);
    if (value === undefined) {
      if (now !== undefined) of.removeAttribute(key);
    } else if (now !== value) attributed.setAttribute(key, value);
  }
}

export function writeBlock(block: Block): Y.XmlElement {
  const { id, kind, level, of, seen } = block;
  const attributes = { id, kind, level, ...(of ? { of } : {}), ...(seen ? { seen } : {}) };
  return element("block", attributes, writeInline(block.content));
}

function writeInline(content: readonly Inline[]): Child[] {
  const children: Child[] = [];
  let delta: { insert: string; attributes: Record<string, object> }[] = [];
  const flush = () => {
    if (delta.length > 0) children.push(writeText(delta));
    delta = [];
  };
  for (const inline of content) {
    if ("text" in inline) delta.push({ insert: inline.text, attributes: marksOf(inline) });
    else {
      flush();
      children.push(element("hardBreak", {}, []));
    }
  }
  flush();
  return children;
}

export function writeText(delta: { insert: string; attributes: Record<string, object> }[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(delta);
  return text;
}

export function marksOf(run: Extract<Inline, { text: string }>): Record<string, object> {
  return {
    ...(run.href ? { link: { href: run.href } } : {}),
    ...(run.bold ? { bold: {} } : {}),
    ...(run.italic ? { italic: {} } : {}),
    ...Object.fromEntries((run.notes ?? []).map((id) => [noteMark(id), { id }])),
  };
}

export function writeTable(table: Table): Y.XmlElement {
  return element(
    "table",
    { id: table.id },
    table.rows.map((row) => element("tableRow", {}, row.map(writeCell))),
  );
}

function writeCell(cell: TableCell): Y.XmlElement {
  const name = cell.header ? "tableHeader" : "tableCell";
  return element(name, { colspan: cell.colspan, rowspan: cell.rowspan }, cell.blocks.map(writeBlock));
}
