import { type Extensions, mergeAttributes, Node } from "@tiptap/core";
import { type DOMOutputSpec, Fragment, type Node as PmNode, type Schema } from "@tiptap/pm/model";
import { isBlockId } from "../../../document-model/block-id";
import { TableBehaviour } from "./arriving";
import { isHeaderCell } from "./header-cell";

/** Of no group, so that a cell, which holds blocks, never holds a table. */
const Table = Node.create({
  name: "table",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element) => {
        const id = element.getAttribute("data-table-id");
        return isBlockId(id) ? id : null;
      },
      renderHTML: ({ id }) => (id ? { "data-table-id": id } : {}),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => [
    "div",
    { class: "table-wrapper" },
    ["table", mergeAttributes(HTMLAttributes), ["tbody", 0]],
  ],
});

const Row = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ HTMLAttributes }) => ["tr", mergeAttributes(HTMLAttributes), 0],
});

const span = (name: "colspan" | "rowspan") => ({
  default: 1,
  parseHTML: (element: HTMLElement) =>
    Math.min(20, Math.max(1, Number.parseInt(element.getAttribute(name) ?? "1", 10) || 1)),
});

/** `header`: what it is by now; null, what it was made as (header-cell.ts). */
function cellOf(name: "tableCell" | "tableHeader", tag: "td" | "th"): Node {
  return Node.create({
    name,
    content: "block+",
    isolating: true,
    // A cell with nothing in it has a block all the same.
    parseHTML: () => {
      const getContent = (_cell: unknown, schema: Schema) =>
        schema.nodes[name]?.createAndFill()?.content ?? Fragment.empty;
      return [{ tag, getAttrs: (element: HTMLElement) => (isEmpty(element) ? {} : false), getContent }, { tag }];
    },
    addAttributes: () => ({
      colspan: span("colspan"),
      rowspan: span("rowspan"),
      header: { default: null, rendered: false, parseHTML: () => null },
    }),
    renderHTML: ({ node, HTMLAttributes }: NodeRendering): DOMOutputSpec => [
      isHeaderCell(node) ? "th" : "td",
      HTMLAttributes,
      0,
    ],
  });
}

type NodeRendering = { node: PmNode; HTMLAttributes: Record<string, unknown> };

function isEmpty(cell: HTMLElement): boolean {
  return cell.children.length === 0 && /^[ \t\r\n\f]*$/.test(cell.textContent ?? "");
}

/** What prosemirror-tables knows the nodes by. */
const ROLES: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header_cell",
};

/** Tables as they stand in a text. What can be done with them comes after it (arriving.ts). */
export const tables: Extensions = [
  Table.extend({
    extendNodeSchema: ({ name }) => (name in ROLES ? { tableRole: ROLES[name] } : {}),
  }),
  Row,
  cellOf("tableCell", "td"),
  cellOf("tableHeader", "th"),
  TableBehaviour,
];
