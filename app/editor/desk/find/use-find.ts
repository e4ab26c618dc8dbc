import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { settledOf, useSettled } from "../settled";
import { asOneStep } from "../undo-step";
import { inSight, markMatches } from "./marks";
import { type Match, matchesOf, nextMatch, type Query } from "./matches";
import { replaceMatches } from "./replace";

/** What a person does in the search bar, on the text as it is at that moment. */
export function useFind(editor: Editor, query: Query) {
  const settled = useSettled(editor, ({ doc }) => doc);
  const matches = useMemo(() => matchesOf(settled, query), [settled, query]);
  const [current, setCurrent] = useState<Match>();
  useMarked(editor, query, current);
  const go = useCallback(
    (by: 1 | -1, from?: number) => {
      const { selection, doc } = editor.state;
      const start = from ?? (by === 1 ? selection.to : selection.from);
      const match = nextMatch(matchesOf(doc, query), start, by);
      if (match) show(editor, match);
      setCurrent(match);
    },
    [editor, query],
  );
  // A text may be locked at any moment.
  const writable = () => (editor.isEditable ? matchesOf(editor.state.doc, query) : []);
  const replace = (by: string): boolean => {
    const match = writable().find(({ from, to }) => isSelected(editor, { from, to }));
    if (match) asOneStep(editor, () => editor.view.dispatch(replaceMatches(editor.state, [match], by)));
    go(1, match && match.from + by.length);
    return match !== undefined;
  };
  const replaceAll = (by: string): number => {
    const all = writable();
    if (all.length > 0) asOneStep(editor, () => editor.view.dispatch(replaceMatches(editor.state, all, by)));
    setCurrent(undefined);
    settledOf(editor).settle();
    return all.length;
  };
  const index = current ? matches.findIndex(({ from }) => from === current.from) + 1 : 0;
  return { count: matches.length, index, go, replace, replaceAll };
}

function isSelected({ state: { selection } }: Editor, { from, to }: Match): boolean {
  return selection.from === from && selection.to === to;
}

/** Room for the bars above, and for a line or two below. */
const ABOVE = 180;
const BELOW = 96;

/** The words are selected, so that who closes the bar goes on from there; the focus stays where it is. */
function show({ view, state: { tr } }: Editor, { from, to }: Match): void {
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)));
  // ProseMirror scrolls to a selection only where the text has the focus.
  const { top, bottom } = view.coordsAtPos(from);
  const height = window.visualViewport?.height ?? window.innerHeight;
  if (top < ABOVE || bottom > height - BELOW) window.scrollBy({ top: top - Math.max(ABOVE, height / 3) });
}

/** Keeps the places in sight marked, as the text, the query and the window's place change; none once it is closed. */
function useMarked(editor: Editor, query: Query, current: Match | undefined): void {
  const latest = useRef({ query, current });
  latest.current = { query, current };
  const settled = useSettled(editor, ({ doc }) => doc);
  const mark = useCallback(() => {
    if (editor.isDestroyed) return;
    const { from, to } = inSight(editor.view);
    const all = matchesOf(editor.state.doc, latest.current.query);
    const seen = all.filter((match) => match.from >= from && match.to <= to);
    editor.view.dispatch(markMatches(editor.state, seen, latest.current.current));
  }, [editor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is marked follows them
  useEffect(mark, [mark, query, current, settled]);
  useEffect(() => {
    let frame = 0;
    const scrolled = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", scrolled);
      if (!editor.isDestroyed) editor.view.dispatch(markMatches(editor.state, [], undefined));
    };
  }, [editor, mark]);
}
