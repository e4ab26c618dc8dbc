import * as Y from "yjs";
import { newBlockId } from "../../app/document-model/block-id";
import {
  type Block,
  type Link,
  ROOTS,
  SCHEMA_VERSION,
  type Table,
  type TableCell,
  type Target,
} from "../../app/document-model/document";
import { addLink } from "../../app/document-model/links";
import { writeDocument } from "../../app/document-model/write";
import type { DemoCenter } from "./people";
import { AT_THE_END, type DemoBlock, type DemoPassage, type DemoTable, type DemoTarget } from "./text";

/** What the names in a passage stand for in this document's hearing. */
export type Meaning = { target(to: DemoTarget): Target; center(key: DemoCenter): string };

type Links = Record<string, Link[]>;

/**
 * Types the passage into the live document as its author would: under its heading, into the paragraph that waits there
 * empty, else before the next heading. Gives the update, to be appended in the author's name.
 */
export function writePassage(doc: Y.Doc, passage: DemoPassage, meaning: Meaning): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => {
    const body = doc.getXmlFragment(ROOTS.body);
    const { at, replaces } = placeUnder(body, passage.under);
    if (replaces) body.delete(at, 1);
    const links: Links = {};
    const blocks = passage.blocks.map((block) => withIds(block, meaning, links));
    body.insert(at, elementsOf(blocks));
    for (const [id, ofBlock] of Object.entries(links)) for (const link of ofBlock) addLink(doc, id, link);
  });
  return Y.encodeStateAsUpdate(doc, before);
}

function placeUnder(body: Y.XmlFragment, opening: DemoPassage["under"]): { at: number; replaces: boolean } {
  const all = body.toArray();
  if (opening === AT_THE_END) return { at: all.length, replaces: false };
  const start = all.findIndex((node) => isHeading(node) && textOf(node).startsWith(opening));
  if (start < 0) throw new Error(`Expected a heading "${opening}…" in the demo document; found none.`);
  const after = all.findIndex((node, index) => index > start && isHeading(node));
  const end = after < 0 ? all.length : after;
  const empty = all.findIndex((node, index) => index > start && index < end && isEmpty(node));
  return empty < 0 ? { at: end, replaces: false } : { at: empty, replaces: true };
}

type Node = ReturnType<Y.XmlFragment["toArray"]>[number];

function isHeading(node: Node): boolean {
  return node instanceof Y.XmlElement && node.getAttribute("kind") === "heading";
}

function isEmpty(node: Node): boolean {
  return node instanceof Y.XmlElement && node.nodeName === "block" && textOf(node) === "";
}

function textOf(node: Node): string {
  if (!(node instanceof Y.XmlElement)) return "";
  return node
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? child.toDelta().map(({ insert }: { insert: string }) => insert) : [],
    )
    .join("");
}

/** The document model's own writer makes the elements, so that they are what the editor would have made. */
function elementsOf(blocks: (Block | Table)[]): Y.XmlElement[] {
  const draft = new Y.Doc();
  Y.applyUpdate(draft, writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} }));
  const made = draft.getXmlFragment(ROOTS.body).toArray();
  const elements = made.flatMap((node) => (node instanceof Y.XmlElement ? [node.clone()] : []));
  draft.destroy();
  return elements;
}

function withIds(block: DemoBlock | DemoTable, meaning: Meaning, links: Links): Block | Table {
  const id = newBlockId();
  if (block.type === "table") return tableOf(id, block);
  links[id] = block.links.map(({ to, center, ...said }) => ({
    ...meaning.target(to),
    center: meaning.center(center),
    ...said,
  }));
  const { type, kind, level, content } = block;
  return { type, id, kind, level, content };
}

function tableOf(id: string, { rows }: DemoTable): Table {
  const cell = (text: string, header: boolean): TableCell => {
    const block: Block = { type: "block", id: newBlockId(), kind: "paragraph", level: 0, content: [{ text }] };
    return { header, colspan: 1, rowspan: 1, blocks: [block] };
  };
  return { type: "table", id, rows: rows.map((row, index) => row.map((text) => cell(text, index === 0))) };
}
