import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalJson } from "./canonical";
import { commentMark, commentsIn } from "./comments";
import { type Block, ROOTS, SCHEMA_VERSION } from "./document";
import { isMark } from "./names";
import { readDocument } from "./read";
import { writeDocument } from "./write";

const THREAD = "0b6f2c1e-7c53-4a55-9f0e-4f3f6d1a2b3c";
const OTHER = "5f1f6f6e-25a8-4c8e-8f8d-9f7f3c2b1a0d";

test("[K1] a comment's mark is one under its own thread's name alone", () => {
  expect(isMark(commentMark(THREAD), { id: THREAD })).toBe(true);
  expect(isMark(commentMark(THREAD), null)).toBe(true);
  expect(isMark(commentMark(THREAD), { id: OTHER })).toBe(false);
  expect(isMark(commentMark(THREAD), { id: THREAD, more: 1 })).toBe(false);
  expect(isMark("comment", { id: THREAD })).toBe(false);
  expect(isMark("comment", null)).toBe(false);
  expect(isMark(commentMark("x"), { id: "x" })).toBe(false);
});

test("[K1] a text with comments has the canonical JSON of the same text without", () => {
  const block: Block = {
    type: "block",
    id: "block-001",
    kind: "paragraph",
    level: 0,
    content: [{ text: "Vi støtter " }, { text: "forslaget", bold: true }, { break: true }, { text: "i det hele." }],
  };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writeDocument({ schemaVersion: SCHEMA_VERSION, blocks: [block], links: {} }));
  const before = canonicalJson(readDocument(doc));
  const element = doc.getXmlFragment(ROOTS.body).get(0);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("Expected the block to begin with words");
  text.format(3, 12, { [commentMark(THREAD)]: { id: THREAD } });
  text.format(5, 4, { [commentMark(OTHER)]: { id: OTHER } });
  expect(canonicalJson(readDocument(doc))).toBe(before);
  const formats: Record<string, unknown>[] = text
    .toDelta()
    .map((part: { attributes?: object }) => part.attributes ?? {});
  expect(formats.map(commentsIn)).toContainEqual([THREAD, OTHER].sort());
});
