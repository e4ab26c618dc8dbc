import { type Extensions, mergeAttributes } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { isBlockId } from "../../document-model/block-id";
import { isAllowedHref } from "../../document-model/names";
import { BlockNode } from "./block";

/** What a text may consist of: exactly the names in document-model/names.ts. */
export function schemaExtensions(): Extensions {
  return [
    Document.extend({ content: "(block | table)+" }),
    BlockNode,
    Text,
    HardBreak,
    Bold,
    Italic,
    webLink,
    flatTable,
    TableRow,
    TableCell.extend({ addAttributes: () => spans }),
    TableHeader.extend({ addAttributes: () => spans }),
  ];
}

const webLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
  inclusive: false,
}).configure({
  openOnClick: false,
  defaultProtocol: "https",
  isAllowedUri: (url) => isAllowedHref(url),
  HTMLAttributes: { target: "_blank", rel: "noopener noreferrer nofollow" },
});

/** Of no group, so that a cell, which holds blocks, never holds a table. */
const flatTable = Table.extend({
  group: "",
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
}).configure({ View: null });

const span = (name: "colspan" | "rowspan") => ({
  default: 1,
  parseHTML: (element: HTMLElement) =>
    Math.min(20, Math.max(1, Number.parseInt(element.getAttribute(name) ?? "1", 10) || 1)),
});

const spans = { colspan: span("colspan"), rowspan: span("rowspan") };
