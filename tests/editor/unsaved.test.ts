import { expect, test } from "vitest";
import * as Y from "yjs";
import { asText, stillUnsaved, unsavedParagraphs } from "../../app/editor/unsaved";
import { HeadlessPage } from "./headless-page";
import { link, seedOf } from "./words";

const clockOf = ({ doc }: HeadlessPage) => Y.getState(doc.store, doc.clientID);
const unsavedSince = (page: HeadlessPage, clock: number) =>
  unsavedParagraphs(page.doc, { client: page.doc.clientID, clock });
const textsSince = (page: HeadlessPage, clock: number) => unsavedSince(page, clock).map(({ text }) => text);

test("[E10] what was not saved is told as the paragraphs it stands in, in reading order", () => {
  const page = new HeadlessPage(seedOf("En.", "To.", "Tre."));
  page.caret(2, -1).type(" Sidst.");
  const saved = clockOf(page);
  page.caret(2, -1).type(" Nyt.");
  page.caret(0, -1).type(" Også her.");
  expect(textsSince(page, saved)).toEqual(["En. Også her.", "Tre. Sidst. Nyt."]);
  expect(textsSince(page, clockOf(page))).toEqual([]);
});

test("[E10] new, split and marked paragraphs are among them; others' are not", () => {
  const page = new HeadlessPage(seedOf("Vi støtter målet.", "Andres."));
  const other = new HeadlessPage(Y.encodeStateAsUpdate(page.doc));
  other.caret(1, -1).type(" Deres.");
  Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other.doc), "provider");
  page.caret(0, 3).enter();
  page.caret(1, -1).enter();
  page.caret(2, 0).type("Helt nyt.");
  expect(textsSince(page, 0)).toEqual(["støtter målet.", "Helt nyt."]);
  page.select(3, 0, 3, 3);
  page.dispatch(
    page.state.tr.addMark(page.state.selection.from, page.state.selection.to, page.state.schema.mark("bold")),
  );
  expect(textsSince(page, 0)).toEqual(["støtter målet.", "Helt nyt.", "Andres. Deres."]);
});

test("[E10] words taken away, words written and taken away again, and links are no unsaved text", () => {
  const page = new HeadlessPage(seedOf("Vi støtter målet."));
  page.select(0, 2, 0, 10);
  page.dispatch(page.state.tr.deleteSelection());
  page.caret(0, -1).type(" Hov");
  page.select(0, 9, 0, -1);
  page.dispatch(page.state.tr.deleteSelection());
  expect(page.lines).toEqual(["Vi målet."]);
  expect(clockOf(page)).toBeGreaterThan(0);
  page.link(0, link("a"));
  expect(page.lines).toEqual(["Vi målet. [a]"]);
  expect(textsSince(page, 0)).toEqual([]);
});

test("[E10] each stands under its heading, also as plain text", () => {
  const page = new HeadlessPage(seedOf("Mål", "En.", "To.", "Tre."));
  for (const at of [0, page.block(2).pos]) page.dispatch(page.state.tr.setNodeAttribute(at, "kind", "heading"));
  const saved = clockOf(page);
  for (const index of [1, 3]) page.caret(index, -1).type("!");
  expect(unsavedSince(page, saved)).toMatchObject([
    { heading: "Mål", text: "En.!" },
    { heading: "To.", text: "Tre.!" },
  ]);
  expect(asText(unsavedSince(page, saved))).toBe("Mål\n\nEn.!\n\nTo.\n\nTre.!");
});

test("[E10] what the document has by now was saved, and only its answer was lost", () => {
  const seed = seedOf("En.", "To.");
  const page = new HeadlessPage(seed);
  page.caret(0, -1).type(" Nåede frem.");
  const arrived = Y.encodeStateAsUpdate(page.doc);
  page.caret(1, -1).type(" Nåede ikke frem.");
  const unsaved = unsavedSince(page, 0);
  expect(unsaved).toHaveLength(2);
  const reloaded = new Y.Doc();
  Y.applyUpdate(reloaded, arrived);
  const left = stillUnsaved(reloaded, page.doc.clientID, unsaved);
  expect(left.map(({ text }) => text)).toEqual(["To. Nåede ikke frem."]);
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(page.doc));
  expect(stillUnsaved(reloaded, page.doc.clientID, unsaved)).toEqual([]);
});
