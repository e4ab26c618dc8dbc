import { expect, test } from "vitest";
import * as Y from "yjs";
import { verbatim } from "./verbatim";

const BASE = "Vi støtter målet.";

function docOf(client: number, updates: readonly Uint8Array[]): Y.Doc {
  const doc = verbatim(new Y.Doc());
  doc.clientID = client;
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function writtenBy(client: number, base: Uint8Array, write: (text: Y.Text) => void): Uint8Array {
  const doc = docOf(client, [base]);
  const before = Y.encodeStateVector(doc);
  write(doc.getText("text"));
  return Y.encodeStateAsUpdate(doc, before);
}

function base(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText("text").insert(0, BASE);
  return Y.encodeStateAsUpdate(doc);
}

/** An item after the sixth letter that says it stands before the third. */
function crossed(client: number, ground: Uint8Array): Uint8Array {
  const doc = docOf(client, [ground]);
  const before = Y.encodeStateVector(doc);
  doc.getText("text").insert(6, "!");
  for (const item of doc.store.clients.get(client) ?? []) {
    if (item instanceof Y.Item) item.rightOrigin = Y.createID(1, 2);
  }
  return Y.encodeStateAsUpdate(doc, before);
}

test("[I8] an item whose right neighbour stands left of its left one has one place, in whatever order it comes", () => {
  const ground = base();
  for (const [author, other, third] of [
    [7, 5, 9],
    [5, 9, 7],
    [9, 7, 5],
  ] as const) {
    const updates = [
      crossed(author, ground),
      writtenBy(other, ground, (text) => text.insert(6, "æ")),
      writtenBy(third, ground, (text) => {
        text.insert(3, "ø");
        text.delete(5, 4);
        text.insert(6, "å");
      }),
    ];
    const texts = orders(updates).map((order) => {
      const doc = docOf(100, [ground, ...order]);
      // What is read back from it is it.
      expect(
        docOf(101, [Y.encodeStateAsUpdate(doc)])
          .getText("text")
          .toString(),
      ).toBe(doc.getText("text").toString());
      return doc.getText("text").toString();
    });
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain("!");
  }
});

test("[I8] neighbours in two texts are no neighbours", () => {
  const doc = docOf(1, []);
  doc.getText("text").insert(0, "her");
  doc.getText("other").insert(0, "der");
  const ground = Y.encodeStateAsUpdate(doc);
  const author = docOf(2, [ground]);
  author.getText("text").insert(3, "!");
  for (const item of author.store.clients.get(2) ?? []) {
    if (item instanceof Y.Item) item.rightOrigin = Y.createID(1, 3);
  }
  const read = docOf(3, [ground, Y.encodeStateAsUpdate(author)]);
  expect([read.getText("text").toString(), read.getText("other").toString()]).toEqual(["her!", "der"]);
});

function orders<Value>(values: readonly Value[]): Value[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, at) => orders(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}
