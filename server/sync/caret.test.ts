import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { writeParagraph } from "../../tests/sync/document";
import { readCaret } from "./caret";

const doc = new Y.Doc();
writeParagraph(doc, "para-1", "Tekst");
const text = (doc.getXmlFragment(ROOTS.body).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const at = (type: Y.XmlFragment | Y.XmlText, index: number, assoc = 0): unknown =>
  JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(type, index, assoc)));
/** As every other page takes it. */
const place = (position: unknown) =>
  Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc);

test.each([
  ["in a word", at(text, 2)],
  ["after a word, leaning on it", at(text, 5, -1)],
  ["at a text's end", at(text, 5)],
  ["at the document's end", at(doc.getXmlFragment(ROOTS.body), 1)],
])("[P1] a caret %s is passed on as it is", (_where, position) => {
  const caret = readCaret({ anchor: position, head: position });
  expect(place(caret?.head)).toEqual(place(position));
  expect(place(caret?.anchor)).not.toBeNull();
});

const id = { client: doc.clientID, clock: 0 };
test.each([
  undefined,
  null,
  "x",
  7,
  {},
  { item: 7 },
  { item: { client: doc.clientID } },
  { item: { client: doc.clientID, clock: "0" } },
  { item: { client: doc.clientID, clock: -1 } },
  { item: { client: doc.clientID, clock: 0.5 } },
  { type: { client: null, clock: 0 } },
  { tname: "links" },
  { tname: { toString: 1 } },
])("[P1] %j is no caret: another page would break on it", (position) => {
  expect(readCaret({ anchor: { item: id }, head: position })).toBeNull();
  expect(readCaret({ anchor: position, head: { item: id } })).toBeNull();
  expect(readCaret(position)).toBeNull();
});

test("[P1] what else stands in a caret is not passed on", () => {
  const position = { item: { ...id, more: 1 }, assoc: -5, also: "x" };
  const clean = { type: null, tname: null, item: id, assoc: -1 };
  expect(readCaret({ anchor: position, head: position, also: "x" })).toEqual({ anchor: clean, head: clean });
});
