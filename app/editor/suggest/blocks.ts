import type { Node as PmNode, Schema } from "@tiptap/pm/model";
import type { Block, Inline } from "../../document-model/document";
import { tidyInline } from "../../document-model/inline";
import type { Blocks } from "../../document-model/suggestions/rows";
import { isHeaderCell } from "../schema/tables/header-cell";

const known = new WeakMap<PmNode, Block>();

/** A block of an editor as a value; each node is read once. */
export function blockOf(node: PmNode): Block {
  const found = known.get(node) ?? readBlock(node);
  known.set(node, found);
  return found;
}

function readBlock({ attrs, content }: PmNode): Block {
  const { id, kind, level, of, seen } = attrs;
  const quoted = kind === "quote" && of ? { of, ...(seen ? { seen } : {}) } : {};
  return { type: "block", id: id ?? "", kind, level, content: tidyInline(content.content.map(inlineOf)), ...quoted };
}

function inlineOf(node: PmNode): Inline {
  if (!node.isText) return { break: true };
  const has = (name: string) => node.marks.some((mark) => mark.type.name === name);
  const href = node.marks.find((mark) => mark.type.name === "link")?.attrs["href"];
  const notes = node.marks.filter((mark) => mark.type.name === "note").map((mark) => String(mark.attrs["id"]));
  return {
    text: node.text ?? "",
    ...(has("bold") ? { bold: true as const } : {}),
    ...(has("italic") ? { italic: true as const } : {}),
    ...(href ? { href } : {}),
    ...(notes.length > 0 ? { notes: [...new Set(notes)].sort() } : {}),
  };
}

/** The text of an editor as a value, tables too. */
export function blocksOf(doc: PmNode): Blocks {
  return doc.content.content.map((node) => (node.type.name === "table" ? tableOf(node) : blockOf(node)));
}

function tableOf(node: PmNode): Blocks[number] {
  const rows = node.content.content.map((row) =>
    row.content.content.map((cell) => ({
      header: isHeaderCell(cell),
      colspan: cell.attrs["colspan"],
      rowspan: cell.attrs["rowspan"],
      blocks: cell.content.content.map(blockOf),
    })),
  );
  return { type: "table", id: node.attrs["id"] ?? "", rows };
}

/** A text as an editor holds it. */
export function nodesOf(blocks: Blocks, schema: Schema): PmNode[] {
  return blocks.map((entry) => {
    if (entry.type === "block") return nodeOf(entry, schema);
    const rows = entry.rows.map((row) => {
      const cells = row.map(({ header, colspan, rowspan, blocks: inside }) =>
        schema.node(
          header ? "tableHeader" : "tableCell",
          { colspan, rowspan },
          inside.map((one) => nodeOf(one, schema)),
        ),
      );
      return schema.node("tableRow", null, cells);
    });
    return schema.node("table", { id: entry.id }, rows);
  });
}

function nodeOf({ id, kind, level, content, of, seen }: Block, schema: Schema): PmNode {
  const attributes = { id, kind, level, of: of ?? null, seen: seen ?? null };
  return schema.node(
    "block",
    attributes,
    content.map((inline) => inlineNode(inline, schema)),
  );
}

function inlineNode(inline: Inline, schema: Schema): PmNode {
  if ("break" in inline) return schema.node("hardBreak");
  const marks = [
    ...(inline.bold ? [schema.mark("bold")] : []),
    ...(inline.italic ? [schema.mark("italic")] : []),
    ...(inline.href ? [schema.mark("link", { href: inline.href })] : []),
    ...(inline.notes ?? []).map((id) => schema.mark("note", { id })),
  ];
  return schema.text(inline.text, marks);
}
