import { expect, test } from "vitest";
import { notesIn } from "../../app/editor/returned/extension";
import { HeadlessPage } from "./headless-page";
import { seedOf } from "./words";

const SAID = [{ blockId: "block-02", text: "Tallet er gammelt." }];

/** Under which paragraph each remark stands: the id of what is before it. */
function standing(page: HeadlessPage, set = notesIn(page.state.doc, SAID)): unknown[] {
  return set.find().map(({ from }) => page.state.doc.resolve(from).nodeBefore?.attrs["id"]);
}

test("[A14] what was said of a paragraph when the text was returned stands under that one, and moves along with it", () => {
  const ann = new HeadlessPage(seedOf("Først.", "Der er 12.", "Sidst."));
  expect(standing(ann)).toEqual(["block-02"]);
  const set = notesIn(ann.state.doc, SAID);
  const tr = ann.caret(0, 0).state.tr.insertText("Helt ");
  const mapped = set.map(tr.mapping, tr.doc);
  ann.dispatch(tr);
  expect(standing(ann, mapped)).toEqual(["block-02"]);
});

test("[A14] a remark whose paragraph is gone stands nowhere, and is under it again when it comes back", () => {
  const ann = new HeadlessPage(seedOf("Først.", "Sidst."));
  expect(notesIn(ann.state.doc, [{ blockId: "elsewhere", text: "Hvor?" }]).find()).toEqual([]);
  expect(notesIn(ann.state.doc, [])).toBe(notesIn(ann.state.doc, []));
  expect(standing(ann)).toEqual(["block-02"]);
});
