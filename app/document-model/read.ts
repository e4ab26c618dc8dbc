import * as Y from "yjs";
import {
  allBlocks,
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  type Inline,
  type Link,
  type ResponseDocument,
  ROOTS,
  SCHEMA_VERSION,
  type Table,
  type TableCell,
} from "./document";
import { tidyInline } from "./inline";
import { linksByBlock } from "./links";
import { isClauseId, isFingerprint } from "./names";
import { notesIn } from "./note-marks";

type YNode = Y.XmlElement | Y.XmlText | Y.XmlHook;
type Marks = Record<string, unknown>;

const INLINE_ELEMENTS = new Set(["hardBreak"]);

/** The live document as a value. Never changes the Y.Doc; what it does not know is skipped, its text kept. [E3] */
export function readDocument(doc: Y.Doc): ResponseDocument {
  const blocks = readItems(doc.getXmlFragment(ROOTS.body).toArray());
  const linked = linksByBlock(doc);
  const links: Record<string, Link[]> = {};
  for (const block of allBlocks({ blocks })) {
    const ofBlock = linked.get(block.id);
    if (ofBlock) links[block.id] = ofBlock;
  }
  return { schemaVersion: SCHEMA_VERSION, blocks, links };
}

/** Paragraphs and tables of the top level, as values. */
export function readItems(nodes: readonly unknown[]): (Block | Table)[] {
  return nodes.flatMap((node): (Block | Table)[] => {
    if (node instanceof Y.XmlElement && node.nodeName === "table") return [readTable(node)];
    return readBlocks([node]);
  });
}

/** Blocks among the nodes; an unknown element is read through, and loose text becomes a paragraph. */
function readBlocks(nodes: readonly unknown[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node instanceof Y.XmlElement && node.nodeName === "block") return [readBlock(node)];
    if (node instanceof Y.XmlElement && !holdsOnlyText(node)) return readBlocks(node.toArray());
    const content = tidyInline(readInline([node]));
    return content.length > 0 ? [{ type: "block", id: "", kind: "paragraph", level: 0, content }] : [];
  });
}

function holdsOnlyText(element: Y.XmlElement): boolean {
  return element
    .toArray()
    .every(
      (child) => child instanceof Y.XmlText || (child instanceof Y.XmlElement && INLINE_ELEMENTS.has(child.nodeName)),
    );
}

function readBlock(element: Y.XmlElement): Block {
  const attributes: Marks = element.getAttributes();
  const kind = readKind(attributes["kind"]);
  return {
    type: "block",
    id: readId(attributes["id"]),
    kind,
    level: readLevel(kind, attributes["level"]),
    content: tidyInline(readInline(element.toArray())),
    ...(kind === "quote" ? readQuoted(attributes) : {}),
  };
}

function readQuoted({ of, seen }: Marks): Pick<Block, "of" | "seen"> {
  if (!isClauseId(of)) return {};
  return { of, ...(isFingerprint(seen) ? { seen } : {}) };
}

function readId(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function readKind(value: unknown): BlockKind {
  return BLOCK_KINDS.find((kind) => kind === value) ?? "paragraph";
}

/** Brings a level into the range its kind allows, so that "a heading of level 0" cannot be written. */
export function readLevel(kind: BlockKind, value: unknown): number {
  const level = typeof value === "number" && Number.isInteger(value) ? value : 0;
  if (kind === "heading") return Math.min(3, Math.max(1, level));
  if (kind === "bullet" || kind === "ordered") return Math.min(3, Math.max(0, level));
  return 0;
}

function readInline(nodes: readonly unknown[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node instanceof Y.XmlText) return readText(node);
    if (!(node instanceof Y.XmlElement)) return [];
    return node.nodeName === "hardBreak" ? [{ break: true }] : readInline(node.toArray());
  });
}

function readText(text: Y.XmlText): Inline[] {
  const delta: { insert?: unknown; attributes?: Marks }[] = text.toDelta();
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== "string") return [];
    const href = readHref(attributes["link"]);
    const bold = attributes["bold"] ? { bold: true as const } : {};
    const italic = attributes["italic"] ? { italic: true as const } : {};
    const notes = notesIn(attributes);
    return [{ text: insert, ...bold, ...italic, ...(href ? { href } : {}), ...(notes.length > 0 ? { notes } : {}) }];
  });
}

function readHref(mark: unknown): string | null {
  if (typeof mark !== "object" || mark === null || !("href" in mark)) return null;
  return typeof mark.href === "string" && mark.href !== "" ? mark.href : null;
}

function readTable(element: Y.XmlElement): Table {
  const rows = element.toArray().filter((row): row is Y.XmlElement => row instanceof Y.XmlElement);
  return {
    type: "table",
    id: readId(element.getAttribute("id")),
    rows: rows.map((row) =>
      row.toArray().flatMap((cell: YNode) => (cell instanceof Y.XmlElement ? [readCell(cell)] : [])),
    ),
  };
}

function readCell(element: Y.XmlElement): TableCell {
  const attributes: Marks = element.getAttributes();
  return {
    // What it is called by now, else what it was made as: the name of an element cannot change, nor two people's words merge in another.
    header: typeof attributes["header"] === "boolean" ? attributes["header"] : element.nodeName === "tableHeader",
    colspan: readSpan(attributes["colspan"]),
    rowspan: readSpan(attributes["rowspan"]),
    blocks: readBlocks(element.toArray()),
  };
}

function readSpan(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 100 ? value : 1;
}
