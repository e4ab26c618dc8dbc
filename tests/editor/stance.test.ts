import { expect, test } from "vitest";
import type { Link, Stance } from "../../app/document-model/document";
import { setStance } from "../../app/document-model/links";
import { LINKING } from "../../app/editor/undo";
import { HeadlessPage, HeadlessServer } from "./headless-page";
import { link, seedOf } from "./words";

function page(...lines: string[]): HeadlessPage {
  return new HeadlessPage(seedOf(...lines));
}

function say(ann: HeadlessPage, index: number, stance: Stance | null, about: Link = link("a")): void {
  ann.pause();
  ann.doc.transact(() => setStance(ann.doc, ann.ids[index] ?? "", about, stance), LINKING);
  ann.pause();
}

const said = (ann: HeadlessPage) => ann.ids.map((_, index) => ann.linksOf(index).map(({ stance }) => stance ?? "-"));

test("[L8] split, move and copy take the stance along, and each half may then say another", () => {
  const ann = page("Vi støtter målet. [a b]", "Andet.");
  say(ann, 0, "support");
  ann.caret(0, 3).enter();
  expect(said(ann)).toEqual([["support", "-"], ["support", "-"], []]);
  say(ann, 1, "question");
  ann.pasteBefore(2, ann.cut(0));
  expect(said(ann)).toEqual([["question", "-"], [], ["support", "-"]]);
  ann.pasteBefore(0, ann.copy(0));
  expect(said(ann)).toEqual([["question", "-"], ["question", "-"], [], ["support", "-"]]);
});

test("[L8] a join keeps the first one's stance, and the second's where the first has none; undo parts them again", () => {
  const ann = page("En. [a b]", "To. [a b]");
  say(ann, 0, "support");
  say(ann, 1, "question");
  say(ann, 1, "change-proposal", link("b"));
  ann.caret(1, 0).backspace();
  expect(said(ann)).toEqual([["support", "change-proposal"]]);
  ann.undo();
  expect(said(ann)).toEqual([
    ["support", "-"],
    ["question", "change-proposal"],
  ]);
});

test("[L8] [E6] a stance is a step of undo of its own, and a link that comes back has the one it had", () => {
  const ann = page("Vi støtter. [a]");
  say(ann, 0, "support");
  ann.unlink(0, link("a"));
  expect(said(ann)).toEqual([[]]);
  ann.undo();
  expect(said(ann)).toEqual([["support"]]);
  ann.undo();
  expect(said(ann)).toEqual([["-"]]);
  ann.redo();
  expect(said(ann)).toEqual([["support"]]);
});

test("[L8] one says what the paragraph is while the other splits it: nothing is lost, and both read the same", () => {
  const seed = seedOf("Vi støtter. [a]");
  const [ann, ben] = [new HeadlessPage(seed), new HeadlessPage(seed)];
  const server = new HeadlessServer(seed, [ann, ben]);
  say(ann, 0, "support");
  ben.caret(0, 3).enter();
  server.sync();
  expect(said(ann)).toEqual([["support"], ["-"]]);
  expect(said(ben)).toEqual(said(ann));
});
