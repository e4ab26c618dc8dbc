import type { Node as PmNode, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { CellSelection } from "@tiptap/pm/tables";
import * as Y from "yjs";
import { type Holder, holders } from "../identity/plan";
import { isOfCells } from "../schema/tables/selected";

/** Where the caret was before others' change: its place in the Y.Doc, and in the text as it was drawn. */
export type CaretBefore = { anchor: Y.RelativePosition; head: Y.RelativePosition; state: EditorState };

/**
 * The caret stays with the words it stood behind. Yjs knows where they are as long as they are the same words; those that
 * another person has joined, split off or moved were taken away and written anew, and are looked for by what they say.
 * Null: y-tiptap has it right. [E31]
 */
export function caretAfter(doc: Y.Doc, before: CaretBefore, now: EditorState): Transaction | null {
  const old = before.state.selection;
  if (isOfCells(old)) return cellsAfter(old, before.state.doc, now);
  if (!(old instanceof TextSelection)) return null;
  const anchor = isGone(doc, before.anchor) ? placeAfter(before.state.doc, now.doc, old.anchor) : null;
  const head = isGone(doc, before.head) ? placeAfter(before.state.doc, now.doc, old.head) : null;
  if (anchor === null && head === null) return null;
  return moved(now, TextSelection.create(now.doc, anchor ?? now.selection.anchor, head ?? now.selection.head));
}

function moved(now: EditorState, selection: Selection): Transaction | null {
  return selection.eq(now.selection) ? null : now.tr.setSelection(selection).setMeta("addToHistory", false);
}

/** Whether the word before it, or the paragraph it stood at the beginning of, was taken away. */
function isGone({ store }: Y.Doc, { item, type }: Y.RelativePosition): boolean {
  const id = item ?? type;
  return id !== null && id.clock < Y.getState(store, id.client) && Y.getItem(store, id).deleted;
}

/** The same cells, when they are still there. */
function cellsAfter(old: CellSelection, before: PmNode, now: EditorState): Transaction | null {
  const again = (pos: number): number | null => {
    const id: unknown = before.nodeAt(pos)?.firstChild?.attrs["id"];
    const first = holders(now.doc).find((one) => one.id === id);
    return first && now.doc.resolve(first.pos).parent.type.spec.tableRole?.endsWith("cell") ? first.pos - 1 : null;
  };
  const [anchor, head] = [again(old.$anchorCell.pos), again(old.$headCell.pos)];
  if (anchor === null || head === null) return null;
  const [$anchor, $head] = [now.doc.resolve(anchor), now.doc.resolve(head)];
  return $anchor.node(-1) === $head.node(-1) ? moved(now, selectedLike(old, $anchor, $head)) : null;
}

/** What makes cells a selection is not asked for here: whoever has selected some has it. */
function selectedLike(old: CellSelection, $anchor: ResolvedPos, $head: ResolvedPos): Selection {
  return Reflect.construct(old.constructor, [$anchor, $head]);
}

/** Where a place in a paragraph is in the text as it is now; null when nothing tells. */
function placeAfter(before: PmNode, now: PmNode, pos: number): number | null {
  const $pos = before.resolve(pos);
  if ($pos.parent.type.name !== "block") return null;
  const all = holders(before).filter(isBlock);
  const index = all.findIndex((one) => one.pos === $pos.before());
  const found = new Map(
    holders(now)
      .filter(isBlock)
      .map((one) => [one.id, one]),
  );
  const had: Had = { words: wordsOf($pos.parent), offset: $pos.parentOffset };
  const same = found.get($pos.parent.attrs["id"]);
  if (same) return splitOff(had, same, all, now) ?? inside(same, shifted(had, wordsOf(same.node)));
  const heir = all.slice(0, Math.max(0, index)).findLast((one) => found.has(one.id));
  const next = all.slice(index + 1).find((one) => found.has(one.id));
  for (const near of [heir, next]) {
    const home = near && found.get(near.id);
    if (!home || wordsOf(home.node) === wordsOf(near.node)) continue;
    const offset = joinedInto(had, wordsOf(home.node), wordsOf(near.node));
    if (offset !== null) return inside(home, offset);
  }
  return null;
}

type Had = { words: string; offset: number };

function isBlock({ node }: Holder): boolean {
  return node.type.name === "block";
}

/** A line break is one sign, as it is one place. */
function wordsOf(block: PmNode): string {
  return block.textBetween(0, block.content.size, undefined, "\n");
}

function inside({ pos, node }: Holder, offset: number): number {
  return pos + 1 + Math.min(Math.max(0, offset), node.content.size);
}

/** Another has split the paragraph before the caret: what stood around it is in the new one below. */
function splitOff({ words, offset }: Had, { pos, node }: Holder, all: readonly Holder[], now: PmNode): number | null {
  const $behind = now.resolve(pos + node.nodeSize);
  const half = $behind.nodeAfter;
  if (half?.type.name !== "block" || all.some(({ id }) => id === half.attrs["id"])) return null;
  const tail = wordsOf(half);
  const from = words.length - tail.length;
  return tail !== "" && words.endsWith(tail) && offset > from ? $behind.pos + 1 + offset - from : null;
}

/** By what is the same at the beginning and at the end. */
function shifted({ words, offset }: Had, now: string): number {
  const shorter = Math.min(words.length, now.length);
  let start = 0;
  while (start < shorter && words[start] === now[start]) start += 1;
  if (offset <= start) return offset;
  let end = 0;
  while (end < shorter - start && words.at(-1 - end) === now.at(-1 - end)) end += 1;
  return offset >= words.length - end ? now.length - (words.length - offset) : start;
}

/** Where the paragraph's words have come to in a neighbour's: all of them, or those on either side of the caret. */
function joinedInto({ words, offset }: Had, now: string, before: string): number | null {
  const [left, right] = [words.slice(0, offset), words.slice(offset)];
  for (const [part, at] of [
    [words, offset],
    [right, 0],
    [left, left.length],
  ] as const) {
    // biome-ignore format: pairs
    // Its own words, which may be the same, stood there before.
    const found = part === "" || before.includes(part) ? -1 : now.indexOf(part);
    if (found >= 0) return found + at;
  }
  return null;
}
