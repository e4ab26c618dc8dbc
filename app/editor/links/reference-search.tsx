import type { Editor } from "@tiptap/react";
import { useCallback, useState } from "react";
import type { Target } from "../../document-model/document";
import { search as words } from "../../words/editor";
import { LinkSearch, type SearchEnd } from "./link-search";
import type { Linker } from "./linker";
import type { Source } from "./use-source";

const WIDTH = 440;
const GAP = 6;

/** Whether the search is asked for, and by what: `§` in the text, or a key or button. */
export function useReferenceSearch() {
  const [asked, setAsked] = useState<"sign" | "key" | null>(null);
  const open = useCallback((by: "sign" | "key") => setAsked(by), []);
  const openByKey = useCallback(() => setAsked("key"), []);
  const close = useCallback(() => setAsked(null), []);
  return { asked, open, openByKey, close };
}

type Props = {
  editor: Editor;
  source: Source;
  linked: readonly Target[];
  linker: Linker;
  search: ReturnType<typeof useReferenceSearch>;
};

/** The search at the caret. What was typed after `§` and not chosen is put into the text: nothing typed is lost. [L5] */
export function ReferenceSearch({ editor, source, linked, linker, search }: Props) {
  const isSign = search.asked === "sign";
  const end = (how: SearchEnd) => {
    search.close();
    if ("chosen" in how) linker.add(how.chosen);
    else if (isSign) editor.view.dispatch(editor.state.tr.insertText(`§${how.typed}`));
    if ("chosen" in how || !how.isLeaving) editor.commands.focus(null, { scrollIntoView: false });
  };
  return (
    <LinkSearch
      clauses={source.inOrder}
      mine={source.mine}
      source={source.whole}
      linked={linked}
      place={placeAtCaret(editor)}
      help={isSign ? words.help : words.helpPlain}
      onEnd={end}
    />
  );
}

/** Under the line of the caret, within the page; in the frame of `.writing`. */
function placeAtCaret(editor: Editor): { top: number; left: number } {
  const frame = editor.view.dom.closest(".writing")?.getBoundingClientRect();
  const caret = editor.view.coordsAtPos(editor.state.selection.from);
  if (!frame) return { top: 0, left: 0 };
  const left = Math.min(caret.left - frame.left, frame.width - Math.min(WIDTH, frame.width));
  return { top: caret.bottom - frame.top + GAP, left: Math.max(0, left) };
}
