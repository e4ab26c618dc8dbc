import { expect, test } from "vitest";
import * as Y from "yjs";
import { allBlocks, type Block, SCHEMA_VERSION, textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import { writeDocument } from "../../app/document-model/write";
import { HEARING_TEXT } from "./hearing";
import { AT_THE_END, type DemoPassage, heading, paragraph, table } from "./text";
import { type Meaning, writePassage } from "./write";

const CLAUSE = "11111111-1111-4111-8111-111111111111";
const CENTER = "22222222-2222-4222-8222-222222222222";
const meaning: Meaning = { target: () => ({ kind: "clause", id: CLAUSE }), center: () => CENTER };

test("a passage fills the empty paragraph under its heading and carries its links and bold words", () => {
  const doc = seeded();
  writePassage(doc, { by: "tovholder", under: "Første", blocks: [paragraph("Vi **støtter** det.", about())] }, meaning);
  const { blocks, links } = readDocument(doc);
  expect(texts(doc)).toEqual(["Første", "Vi støtter det.", "Andet", "", "På vegne af"]);
  expect(blocks[1]).toMatchObject({ content: [{ text: "Vi " }, { text: "støtter", bold: true }, { text: " det." }] });
  expect(links[blocks[1]?.id ?? ""]).toEqual([{ kind: "clause", id: CLAUSE, center: CENTER }]);
});

test("a second passage under one heading comes after the first, and one at the end after the signature", () => {
  const doc = seeded();
  const write = (under: DemoPassage["under"], text: string) =>
    writePassage(doc, { by: "tovholder", under, blocks: [paragraph(text)] }, meaning);
  write("Første", "Et.");
  write("Første", "To.");
  write(AT_THE_END, "Lene");
  expect(texts(doc)).toEqual(["Første", "Et.", "To.", "Andet", "", "På vegne af", "Lene"]);
});

test("the update alone brings another copy to the same document", () => {
  const doc = seeded();
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const rows = [
    ["A", "B"],
    ["1", "2"],
  ];
  const blocks = [heading("Nyt"), paragraph("Se tabellen:", about()), table(rows)];
  Y.applyUpdate(copy, writePassage(doc, { by: "tovholder", under: "Andet", blocks }, meaning));
  expect(readDocument(copy)).toEqual(readDocument(doc));
  expect(Object.keys(readDocument(copy).links)).toHaveLength(1);
  expect(texts(copy).slice(-6, -1)).toEqual(["Se tabellen:", "A", "B", "1", "2"]);
});

test("a heading that is not there is a fault, not a text in the wrong place", () => {
  expect(() => writePassage(seeded(), { by: "tovholder", under: "Tredje", blocks: [] }, meaning)).toThrow(/Tredje/);
});

test("every demo block has an id of its own", () => {
  const doc = seeded();
  for (const passage of HEARING_TEXT) writePassage(doc, { ...passage, under: "Første" }, meaning);
  const ids = [...allBlocks(readDocument(doc))].map((block) => block.id);
  expect(new Set(ids).size).toBe(ids.length);
});

function about() {
  return { for: "social", on: ["1.1"] } as const;
}

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  const block = (id: string, kind: Block["kind"], text: string): Block => {
    return { type: "block", id, kind, level: kind === "heading" ? 2 : 0, content: text ? [{ text }] : [] };
  };
  const blocks = [
    block("aaaaaa", "heading", "Første"),
    block("bbbbbb", "paragraph", ""),
    block("cccccc", "heading", "Andet emne"),
    block("dddddd", "paragraph", ""),
    block("eeeeee", "paragraph", "På vegne af"),
  ];
  Y.applyUpdate(doc, writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} }));
  return doc;
}

function texts(doc: Y.Doc): string[] {
  return [...allBlocks(readDocument(doc))].map((block) => textOf(block).replace(" emne", ""));
}
