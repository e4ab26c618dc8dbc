import type { Editor } from "@tiptap/core";
import { useMemo, useRef, useState } from "react";
import type { Target } from "../../document-model/document";
import { linkSearch as words } from "../../words/linking";
import type { Cite } from "../schema/quotes/cite";
import { LinkSearch, type SearchEnd } from "./link-search";
import type { Linker } from "./linker";
import { meantBlocks } from "./meant-blocks";
import type { Source } from "./use-source";

const WIDTH = 440;
const GAP = 6;
/** As in search.css. */
const NARROW = "(max-width: 56rem)";
/** What is longer is a passage, and nothing to search for. */
const LONGEST_QUERY = 60;

export type ReferenceSearchProps = {
  editor: Editor;
  source: Source;
  linked: readonly Target[];
  recent: readonly string[];
  linker: Linker;
  cite?: Cite | null;
  search: { asked: "sign" | "key" | null; close: () => void };
};

/** The search at the caret. What was typed after `§` and not chosen is put into the text: nothing typed is lost. [L5] */
export function ReferenceSearchCard({ editor, source, linked, recent, linker, cite, search }: ReferenceSearchProps) {
  const isSign = search.asked === "sign";
  const opened = useOpened(editor, source, recent, isSign);
  const hasKept = useRef(false);
  const keep = (target: Target) => {
    hasKept.current = true;
    linker.add(target);
  };
  const end = (how: SearchEnd) => {
    search.close();
    if ("cited" in how) return cite?.(how.cited);
    if ("chosen" in how) linker.add(how.chosen);
    else if (isSign && !hasKept.current) editor.view.dispatch(editor.state.tr.insertText(`§${how.typed}`));
    if ("chosen" in how || !how.isLeaving) editor.commands.focus(null, { scrollIntoView: false });
  };
  return (
    <LinkSearch
      clauses={source.inOrder}
      preference={opened.preference}
      source={useMemo(() => ({ whole: source.whole, title: source.sourceTitle }), [source])}
      linked={linked}
      count={opened.count}
      query={opened.query}
      place={opened.place}
      help={isSign ? words.help : words.helpPlain}
      onKeep={keep}
      onEnd={end}
    />
  );
}

/** As it was when the search opened: a list that changes its order under one's hands is chosen from wrongly. */
function useOpened(editor: Editor, source: Source, recent: readonly string[], isSign: boolean) {
  const [opened] = useState(() => ({
    recent,
    query: isSign ? "" : selectedWords(editor),
    place: placeAtCaret(editor),
    count: meantBlocks(editor.state).length,
  }));
  const preference = useMemo(() => ({ recent: opened.recent, mine: source.mine }), [opened, source]);
  return { ...opened, preference };
}

/** Who selects words and asks for a clause means those words. */
function selectedWords({ state: { doc, selection } }: Editor): string {
  const { $from, $to, from, to } = selection;
  const words = $from.sameParent($to) ? doc.textBetween(from, to).trim() : "";
  return words.length <= LONGEST_QUERY ? words : "";
}

/** Under the line of the caret, within the page, in the frame of `.writing`; a narrow screen has a place of its own. */
function placeAtCaret(editor: Editor): { top: number; left: number } | null {
  const frame = editor.view.dom.closest(".writing")?.getBoundingClientRect();
  const caret = editor.view.coordsAtPos(editor.state.selection.from);
  if (!frame || window.matchMedia(NARROW).matches) return null;
  const left = Math.min(caret.left - frame.left, frame.width - Math.min(WIDTH, frame.width));
  return { top: caret.bottom - frame.top + GAP, left: Math.max(0, left) };
}
