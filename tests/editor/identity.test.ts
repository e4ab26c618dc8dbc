import { expect, test } from "vitest";
import * as Y from "yjs";
import { HeadlessPage } from "./headless-page";
import { link, seedOf } from "./words";

function page(...lines: string[]): HeadlessPage {
  return new HeadlessPage(seedOf(...lines));
}

test("[E2] Enter at the end makes a new block without links", () => {
  const ann = page("Vi støtter. [a]");
  ann.caret(0, -1).enter();
  ann.type("Mere");
  expect(ann.lines).toEqual(["Vi støtter. [a]", "Mere"]);
  expect(ann.ids[0]).toBe("block-01");
});

test("[E2] Enter at the start leaves id and links with the text", () => {
  const ann = page("Vi støtter. [a]");
  ann.caret(0, 0).enter();
  expect(ann.lines).toEqual(["", "Vi støtter. [a]"]);
  expect(ann.ids[1]).toBe("block-01");
});

test("[E2] splitting in the middle gives both halves the links", () => {
  const ann = page("Vi støtter målet. [a b]");
  ann.caret(0, 3).enter();
  expect(ann.lines).toEqual(["Vi  [a b]", "støtter målet. [a b]"]);
  expect(ann.ids[0]).toBe("block-01");
  expect(new Set(ann.ids).size).toBe(2);
});

test("[E2] joining unites the links, and the first block keeps its id", () => {
  const ann = page("En. [a b]", "To. [b c]");
  ann.caret(1, 0).backspace();
  expect(ann.lines).toEqual(["En.To. [a b c]"]);
  expect(ann.ids).toEqual(["block-01"]);
});

test("[E2] joining an empty block before leaves id and links with the text", () => {
  const ann = page("", "To. [c]");
  ann.caret(1, 0).backspace();
  expect(ann.lines).toEqual(["To. [c]"]);
  expect(ann.ids).toEqual(["block-02"]);
});

test("[E2] Delete at the end unites the links too", () => {
  const ann = page("En. [a]", "To. [c]");
  ann.caret(0, -1).deleteForward();
  expect(ann.lines).toEqual(["En.To. [a c]"]);
});

test("[E2] a selection over two paragraphs joins what is left of them", () => {
  const ann = page("En her. [a]", "To der. [c]");
  ann.select(0, 2, 1, 3).deleteSelection();
  expect(ann.lines).toEqual(["Ender. [a c]"]);
});

test("[E2] when only the second paragraph's text is left, its id and links stay with it", () => {
  const ann = page("En. [a]", "To der. [c]");
  ann.select(0, 0, 1, 3).deleteSelection();
  expect(ann.lines).toEqual(["der. [c]"]);
  expect(ann.ids).toEqual(["block-02"]);
});

test("[E2] when nothing of the second paragraph is left, its links go with it", () => {
  const ann = page("En her. [a]", "To. [c]");
  ann.select(0, 2, 1, -1).deleteSelection();
  expect(ann.lines).toEqual(["En [a]"]);
});

test("[E2] cut and paste is a move: same id, same links", () => {
  const ann = page("En. [a]", "To. [b]", "Tre.");
  ann.pasteBefore(3, ann.cut(0));
  expect(ann.lines).toEqual(["To. [b]", "Tre.", "En. [a]"]);
  expect(ann.ids).toEqual(["block-02", "block-03", "block-01"]);
});

test("[E2] moving a block past its neighbour keeps both blocks' ids and links", () => {
  const ann = page("En. [a]", "To. [b]", "Tre.");
  ann.caret(2, 0).moveBlock(-1);
  expect(ann.ids).toEqual(["block-01", "block-03", "block-02"]);
  ann.moveBlock(-1);
  expect(ann.lines).toEqual(["Tre.", "En. [a]", "To. [b]"]);
});

test("[E2] a copy gets a new id and the links, wherever it is put", () => {
  const ann = page("En. [a]", "To. [b]");
  const copied = ann.copy(0);
  ann.pasteBefore(0, copied);
  ann.pasteBefore(3, copied);
  expect(ann.lines).toEqual(["En. [a]", "En. [a]", "To. [b]", "En. [a]"]);
  expect(ann.ids[1]).toBe("block-01");
  expect(new Set(ann.ids).size).toBe(4);
});

test("[E2] pasting a cut block twice moves it once and copies it once", () => {
  const ann = page("En. [a]", "To.");
  const slice = ann.cut(0);
  ann.pasteBefore(1, slice);
  ann.pasteBefore(2, slice);
  expect(ann.lines).toEqual(["To.", "En. [a]", "En. [a]"]);
  expect(ann.ids.slice(0, 2)).toEqual(["block-02", "block-01"]);
  expect(new Set(ann.ids).size).toBe(3);
});

test("[E2] ids from a foreign text are replaced", () => {
  const ann = page("En. [a]");
  const ben = page("X.", "Y.", "Z. [b]");
  ann.pasteBefore(1, ben.copy(2));
  expect(ann.lines).toEqual(["En. [a]", "Z."]);
  expect(ann.ids).not.toContain("block-03");
});

test("[E2] typing over a whole paragraph keeps its id and links", () => {
  const ann = page("En. [a]", "To.");
  ann.select(0, 0, 0, -1).type("Helt nyt");
  expect(ann.lines).toEqual(["Helt nyt [a]", "To."]);
  expect(ann.ids[0]).toBe("block-01");
});

test("[E6] undo and redo bring ids and links back after a split", () => {
  const ann = page("Vi støtter målet. [a b]");
  ann.pause().caret(0, 3).enter();
  const [, half] = ann.ids;
  ann.undo();
  expect(ann.lines).toEqual(["Vi støtter målet. [a b]"]);
  expect(ann.ids).toEqual(["block-01"]);
  ann.redo();
  expect(ann.lines).toEqual(["Vi  [a b]", "støtter målet. [a b]"]);
  expect(ann.ids).toEqual(["block-01", half]);
});

test("[E6] undo and redo bring ids and links back after a join", () => {
  const ann = page("En. [a]", "To. [c]");
  ann.pause().caret(1, 0).backspace();
  ann.undo();
  expect(ann.lines).toEqual(["En. [a]", "To. [c]"]);
  expect(ann.ids).toEqual(["block-01", "block-02"]);
  ann.redo();
  expect(ann.lines).toEqual(["En.To. [a c]"]);
});

test("[E6] undo brings a deleted paragraph back with its id and links", () => {
  const ann = page("En. [a]", "To. [c]", "Tre.");
  ann.pause().cut(1);
  ann.undo();
  expect(ann.lines).toEqual(["En. [a]", "To. [c]", "Tre."]);
  expect(ann.ids).toEqual(["block-01", "block-02", "block-03"]);
});

test("[E6] undo takes back a link alone, not the words typed before it", () => {
  const ann = page("En.");
  ann.caret(0, -1).type(" Og mere.");
  ann.link(0, link("a"));
  expect(ann.lines).toEqual(["En. Og mere. [a]"]);
  ann.undo();
  expect(ann.lines).toEqual(["En. Og mere."]);
  ann.redo();
  expect(ann.lines).toEqual(["En. Og mere. [a]"]);
});

test("[E6] undo brings back a link that was removed", () => {
  const ann = page("En. [a b]");
  ann.unlink(0, link("a"));
  expect(ann.lines).toEqual(["En. [b]"]);
  ann.undo();
  expect(ann.lines).toEqual(["En. [a b]"]);
});

test("[E6] what the document came with cannot be undone", () => {
  const ann = page("En. [a]");
  ann.undo();
  expect(ann.lines).toEqual(["En. [a]"]);
});

test("[E2] a first key press in an empty text gives the block an id", () => {
  const ann = new HeadlessPage(Y.encodeStateAsUpdate(new Y.Doc()));
  ann.type("H");
  expect(ann.ids).toHaveLength(1);
  expect(ann.ids[0]).toMatch(/^[A-Za-z0-9_-]{12}$/);
});

test("[E2] [L3] words that come to stand in a neighbour bring it their links, though no paragraph comes or goes", () => {
  const ann = page("Fire syv. [a b]", "Med venlig hilsen. [c]");
  // Dragged into the paragraph before: from its end to the middle of the next, dropped after its first word.
  const carried = ann.state.doc.slice(10, 15);
  ann.dispatch(ann.state.tr.delete(10, 15).replace(5, 5, carried).setMeta("uiEvent", "drop"));
  expect(ann.lines).toEqual(["Fire [a b]", "Med syv. venlig hilsen. [a b c]"]);
  expect(ann.ids).toEqual(["block-01", "block-02"]);
});

test("[E2] a copy pasted into an empty paragraph is that paragraph now, with its links and those it brings", () => {
  const ann = page("En. [a]", "[b]", "Tre.");
  ann.pasteInto(1, ann.copy(0));
  expect(ann.lines).toEqual(["En. [a]", "En. [a b]", "Tre."]);
  expect(ann.ids).toEqual(["block-01", "block-02", "block-03"]);
  ann.undo();
  expect(ann.lines).toEqual(["En. [a]", " [b]", "Tre."]);
});

test("[E2] what is cut and pasted into an empty paragraph keeps its id, and has that one's links too", () => {
  const ann = page("En. [a]", "[b]", "Tre.");
  ann.pasteInto(0, ann.cut(0));
  expect(ann.lines).toEqual(["En. [a b]", "Tre."]);
  expect(ann.ids).toEqual(["block-01", "block-03"]);
});

test("[E2] an empty paragraph that is removed leaves its links to nobody", () => {
  const ann = page("En. [a]", "[b]", "Tre.");
  ann.cut(1);
  expect(ann.lines).toEqual(["En. [a]", "Tre."]);
});

test("[E2] paragraphs pasted over several others have nothing of the empty one among them", () => {
  const ann = page("En. [a]", "[b]", "Tre.", "Fire.");
  const copied = ann.copy(0);
  const [first, last] = [ann.block(1), ann.block(2)];
  ann.dispatch(ann.state.tr.replace(first.pos, last.pos + last.node.nodeSize, copied).setMeta("uiEvent", "paste"));
  expect(ann.lines).toEqual(["En. [a]", "En. [a]", "Fire."]);
});
