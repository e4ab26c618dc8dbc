import { expect, test } from "vitest";
import * as Y from "yjs";
import { HeadlessPage } from "../../tests/editor/headless-page";
import { seedOf } from "../../tests/editor/words";
import { Touched } from "./touched";

/** What of a text somebody touched who wrote like this. */
function touched(lines: string[], write: (page: HeadlessPage) => void) {
  const page = new HeadlessPage(seedOf(...lines));
  const before = page.ids;
  const updates: Uint8Array[] = [];
  page.doc.on("update", (update: Uint8Array) => updates.push(update));
  write(page);
  // As the server has it: read anew, without what was taken away.
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.doc));
  const found = new Touched(doc);
  for (const update of updates) found.add(update);
  return found
    .blocks()
    .map(({ id, isNew }) => [isNew ? "new" : (lines[before.indexOf(id)] ?? "?"), page.ids.indexOf(id)]);
}

test("[E32] a paragraph that was written in is changed, one that was made is new, and the others are neither", () => {
  const found = touched(["En.", "To.", "Tre."], (page) => {
    page.caret(1, -1).type(" Mere.");
    page.enter();
    page.type("Helt nyt.");
  });
  expect(found).toEqual([
    ["To.", 1],
    ["new", 2],
  ]);
});

test("[E32] words that were taken away count, and what was written and taken away again does not", () => {
  expect(touched(["En.", "To."], (page) => page.select(0, 0, 0, 2).deleteSelection())).toEqual([["En.", 0]]);
  const nothing = touched(["En.", "To."], (page) => {
    page.caret(0, -1).type("x");
    page.backspace();
    page.select(0, 3, 0, 4).deleteSelection();
  });
  expect(nothing).toEqual([]);
});

test("[E32] a heading that became text is changed; a paragraph that is gone is nothing", () => {
  const found = touched(["En.", "To."], (page) => {
    page.caret(0, 0);
    page.dispatch(page.state.tr.setNodeAttribute(page.block(0).pos, "kind", "heading"));
    page.dispatch(page.state.tr.delete(page.block(1).pos, page.state.doc.content.size));
  });
  expect(found).toEqual([["En.", 0]]);
});
