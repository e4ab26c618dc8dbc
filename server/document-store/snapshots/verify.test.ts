import { expect, test } from "vitest";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "../../../app/document-model/document";
import { writeDocument } from "../../../app/document-model/write";
import { updateOf, writeParagraph } from "../../../tests/sync/document";
import { sha256 } from "../../sha256";
import { replay } from "../replay";
import { verified } from "./verify";

function written(...texts: string[]): Y.Doc {
  const doc = replay([writeDocument({ schemaVersion: SCHEMA_VERSION, blocks: [], links: {} })]);
  for (const text of texts) writeParagraph(doc, `p-${text}`, text);
  return doc;
}

test("[I10] a state that gives the same document is verified, with its vector and the hash of its text", () => {
  const doc = written("Først", "Så");
  doc.getXmlFragment("body").delete(0, 1);
  const found = verified(doc, Y.encodeStateAsUpdate(doc));
  expect(replay([found.state]).getXmlFragment("body").toString()).toBe(doc.getXmlFragment("body").toString());
  expect(found.stateVector).toEqual(Y.encodeStateVector(doc));
  expect(found.jsonSha256).toHaveLength(sha256("").length);
});

test("[I10] a state that lacks something, has more, has other letters or stands on nothing is never verified", () => {
  const doc = written("Først");
  const before = Y.encodeStateAsUpdate(doc);
  const vector = Y.encodeStateVector(doc);
  writeParagraph(doc, "p-2", "Så");
  const deleted = replay([Y.encodeStateAsUpdate(doc)]);
  deleted.getXmlFragment("body").delete(0, 1);
  const state = Y.encodeStateAsUpdate(doc);
  const others = Buffer.from(state);
  others.write("T", others.indexOf("Så"));
  expect(() => verified(doc, before)).toThrow("structures of the log");
  expect(() => verified(doc, Y.encodeStateAsUpdate(deleted))).toThrow("structures of the log");
  expect(() => verified(doc, others)).toThrow("text of the log");
  expect(() => verified(doc, Y.encodeStateAsUpdate(doc, vector))).toThrow("parts of it are missing");
  expect(() => verified(doc, state.subarray(0, state.length - 4))).toThrow();
});

test("[I10] a log with missing ground gives no snapshot", () => {
  const doc = written("Først");
  updateOf(doc, () => writeParagraph(doc, "p-2", "Så"));
  const later = updateOf(doc, () => writeParagraph(doc, "p-3", "Til sidst"));
  const torn = replay([writeDocument({ schemaVersion: SCHEMA_VERSION, blocks: [], links: {} }), later]);
  expect(() => verified(torn, Y.encodeStateAsUpdate(torn))).toThrow("wait for what is not there");
});
