import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Match } from "./matches";

const key = new PluginKey<DecorationSet>("findMarks");

/**
 * Marks places of the text: those in sight, which the search bar tells it. What is typed meanwhile moves them along; the
 * rest of the text is not looked at. [E17]
 */
export const FindMarks = Extension.create({
  name: "findMarks",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, marks) => {
          const told: DecorationSet | undefined = tr.getMeta(key);
          return told ?? (marks === DecorationSet.empty ? marks : marks.map(tr.mapping, tr.doc));
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Marks these, of which one is where the person is, and nothing else. */
export function markMatches(state: EditorState, matches: readonly Match[], current: Match | undefined): Transaction {
  const found = matches.map(({ from, to }) =>
    Decoration.inline(from, to, { class: from === current?.from ? "found is-found-now" : "found" }),
  );
  const marks = found.length > 0 ? DecorationSet.create(state.doc, found) : DecorationSet.empty;
  return state.tr.setMeta(key, marks).setMeta("addToHistory", false);
}

/** The part of the text that is in the window, with a screen's height around it. */
export function inSight(view: { dom: HTMLElement; posAtDOM: (node: Node, offset: number) => number }): Match {
  const blocks = [...view.dom.children];
  const first = firstBelow(blocks, -window.innerHeight);
  const last = firstBelow(blocks, 2 * window.innerHeight);
  const at = (index: number, end: number) => {
    const block = blocks[index];
    return block ? view.posAtDOM(block, 0) : end;
  };
  return { from: at(first, 0), to: at(last, Number.POSITIVE_INFINITY) };
}

/** Blocks stand below one another, so a few are measured, not all. */
function firstBelow(blocks: readonly Element[], line: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
