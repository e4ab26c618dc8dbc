import { expect, test } from "vitest";
import * as Y from "yjs";
import { verbatim } from "./verbatim";

/** Two people make the same words bold, and one unsets some; each update on its own. */
function overlapping(): Uint8Array[] {
  const [anna, bo] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (const doc of [anna, bo]) doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = (doc: Y.Doc) => doc.getText("text");
  text(anna).insert(0, "Der er ingen bemærkninger.");
  Y.applyUpdate(bo, Y.encodeStateAsUpdate(anna), "elsewhere");
  text(anna).format(0, 12, { bold: true });
  text(bo).format(0, 12, { bold: true });
  text(anna).format(0, 6, { bold: null });
  return updates;
}

function replayed(make: () => Y.Doc, atOnce: number): { doc: Y.Doc; own: Uint8Array[] } {
  const doc = make();
  doc.getText("text");
  const own: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => origin === null && own.push(update));
  const updates = overlapping();
  for (let from = 0; from < updates.length; from += atOnce) {
    const piece = updates.slice(from, from + atOnce);
    doc.transact(() => piece.forEach((update) => void Y.applyUpdate(doc, update)), "elsewhere");
  }
  return { doc, own };
}

test("[I1] [E8] a document says nothing of its own, in however many pieces it hears what others wrote", () => {
  const [one, all] = [1, 100].map((atOnce) => replayed(() => verbatim(new Y.Doc()), atOnce));
  expect([one?.own, all?.own]).toEqual([[], []]);
  // The pieces are the same changes, so the two differ in ids alone.
  expect(one?.doc.getText("text").toDelta()).toEqual(all?.doc.getText("text").toDelta());
});

test("Yjs by itself does: without this the test above would hold nothing", () => {
  expect(replayed(() => new Y.Doc(), 1).own).not.toEqual([]);
});
