import { BLOCK_KINDS } from "../../../app/document-model/document";
import { blockCommands } from "../../../app/editor/schema/block-keys";
import { type HeadlessPage, schema } from "../../editor/headless-page";
import { link } from "../../editor/words";
import type { Random } from "../random";

type Operation = (page: HeadlessPage, random: Random) => void;

const WORDS = ["vi ", "støtter ", "målet ", "ikke ", "æøå", "👍🏽", " – ", "helt", "."] as const;

const anyBlock = (page: HeadlessPage, random: Random) => random.below(blocksIn(page));

function blocksIn(page: HeadlessPage): number {
  let count = 0;
  page.state.doc.descendants((node) => {
    if (node.type.name === "block") count += 1;
  });
  return count;
}

/** Nobody's caret comes to stand inside a character. */
function within(page: HeadlessPage, index: number, offset: number): number {
  const { node } = page.block(index);
  const text = node.textBetween(0, node.content.size, "", "-");
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) ? offset + 1 : offset;
}

function putCaret(page: HeadlessPage, random: Random): HeadlessPage {
  const index = anyBlock(page, random);
  return page.caret(index, within(page, index, random.below(12)));
}

function selectSome(page: HeadlessPage, random: Random): void {
  const from = anyBlock(page, random);
  const to = Math.min(from + random.below(2), blocksIn(page) - 1);
  const end = from === to ? 6 + random.below(6) : random.below(6);
  page.select(from, within(page, from, random.below(6)), to, within(page, to, end));
}

const type: Operation = (page, random) => {
  putCaret(page, random).type(random.oneOf(WORDS));
};

const split: Operation = (page, random) => putCaret(page, random).enter();

const mark: Operation = (page, random) => {
  selectSome(page, random);
  const { state } = page;
  const { from, to } = state.selection;
  const kinds = [{ name: "bold" }, { name: "italic" }, { name: "link", attrs: { href: "https://eksempel.dk" } }];
  const { name, attrs } = random.oneOf<{ name: string; attrs?: { href: string } }>(kinds);
  const made = schema.mark(name, attrs);
  page.dispatch(random.below(3) === 0 ? state.tr.removeMark(from, to) : state.tr.addMark(from, to, made));
};

const kind: Operation = (page, random) => {
  selectSome(page, random);
  const tr = page.state.tr;
  const given = { state: page.state, tr, dispatch: page.dispatch };
  blockCommands.setKind(random.oneOf(BLOCK_KINDS), 1 + random.below(3))(given as never);
  page.dispatch(tr);
};

const linkSome: Operation = (page, random) => {
  const target = link("abcdef".charAt(random.below(6)));
  if (random.below(4) === 0) page.unlink(anyBlock(page, random), target);
  else page.link(anyBlock(page, random), target);
};

const remove: Operation = (page, random) => {
  selectSome(page, random);
  page.deleteSelection();
};

const cutAndPaste: Operation = (page, random) => {
  if (page.state.doc.childCount < 3) return;
  const cut = page.cut(anyBlock(page, random));
  page.pasteBefore(random.below(page.state.doc.childCount + 1), cut);
};

/** What people do, as often as they do it. */
const OPERATIONS: readonly Operation[] = [
  type,
  type,
  type,
  type,
  split,
  split,
  mark,
  kind,
  linkSome,
  linkSome,
  remove,
  cutAndPaste,
  (page, random) => page.caret(anyBlock(page, random), 0).backspace(),
  (page, random) => page.caret(anyBlock(page, random), -1).deleteForward(),
  (page, random) => page.caret(anyBlock(page, random), 0).moveBlock(random.below(2) === 0 ? 1 : -1),
  (page, random) => page.pasteBefore(anyBlock(page, random), page.copy(anyBlock(page, random))),
  (page) => page.undo(),
  (page) => page.undo(),
  (page) => page.redo(),
  (page) => void page.pause(),
];

export function writeSomething(page: HeadlessPage, random: Random): void {
  random.oneOf(OPERATIONS)(page, random);
}
