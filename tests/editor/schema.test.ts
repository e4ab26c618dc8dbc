import { Node as PmNode } from "@tiptap/pm/model";
import { prosemirrorToYXmlFragment, yDocToProsemirrorJSON } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { type Block, type ResponseDocument, ROOTS, SCHEMA_VERSION } from "../../app/document-model/document";
import { ELEMENTS, MARKS } from "../../app/document-model/names";
import { readDocument } from "../../app/document-model/read";
import { SEED_CLIENT, writeDocument } from "../../app/document-model/write";
import { schema } from "./headless-page";

const block = (id: string, content: Block["content"], over: Partial<Block> = {}): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content,
  ...over,
});

const sample: ResponseDocument = {
  schemaVersion: SCHEMA_VERSION,
  blocks: [
    block("heading-one", [{ text: "Bemærkninger" }], { kind: "heading", level: 2 }),
    block("paragraph-1", [
      { text: "Vi " },
      { text: "støtter", bold: true, italic: true },
      { break: true },
      { text: "her", italic: true, href: "https://kl.dk/" },
      { text: "Forsøget", notes: ["footnote-01"] },
      { text: "s", bold: true, notes: ["footnote-01", "footnote-02"] },
    ]),
    block("footnote-01", [{ text: "Se bilag 2." }], { kind: "footnote" }),
    block("footnote-02", [], { kind: "footnote" }),
    block("quote-00001", [{ text: "Hospitalet giver besked." }], {
      kind: "quote",
      of: "11111111-1111-4111-8111-111111111111",
      seen: "0123456789abcdef",
    }),
    block("empty-00001", []),
    {
      type: "table",
      id: "table-00001",
      rows: [
        [
          { header: true, colspan: 1, rowspan: 1, blocks: [block("cell-head-1", [{ text: "Mål" }])] },
          { header: false, colspan: 1, rowspan: 1, blocks: [block("cell-body-1", [])] },
        ],
      ],
    },
    block("bullet-0001", [{ text: "Et punkt" }], { kind: "bullet", level: 3 }),
  ],
  links: {},
};

/** The document as the editor's own conversion makes it of what writeDocument wrote. */
function asEditorReads(document: ResponseDocument): PmNode {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writeDocument(document));
  return PmNode.fromJSON(schema, yDocToProsemirrorJSON(doc, ROOTS.body));
}

test("[E1] the editor's schema and the names the server knows are the same", () => {
  const nodes = Object.values(schema.nodes).filter((type) => !["doc", "text"].includes(type.name));
  const attributes = Object.fromEntries(nodes.map((type) => [type.name, Object.keys(type.spec.attrs ?? {})]));
  expect(attributes).toEqual(ELEMENTS);
  const marks = Object.values(schema.marks).map((type) => [type.name, Object.keys(type.spec.attrs ?? {})]);
  expect(Object.fromEntries(marks)).toEqual(MARKS);
});

test("[E3] what the server writes is a valid text for the editor, and written back it reads the same", () => {
  const text = asEditorReads(sample);
  text.check();
  const doc = new Y.Doc();
  prosemirrorToYXmlFragment(text, doc.getXmlFragment(ROOTS.body));
  expect(readDocument(doc)).toEqual(sample);
});

test("[E3] the server writes byte for byte what the editor would", () => {
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT;
  prosemirrorToYXmlFragment(asEditorReads(sample), doc.getXmlFragment(ROOTS.body));
  expect(writeDocument(sample)).toEqual(Y.encodeStateAsUpdate(doc));
});

test("[E1] cells hold blocks and never a table", () => {
  const table = schema.nodes["table"]!.createAndFill();
  const cell = schema.nodes["tableCell"]!;
  expect(cell.contentMatch.matchType(schema.nodes["table"]!)).toBeNull();
  expect(table).not.toBeNull();
});
