import type { Editor } from "@tiptap/core";
import { type ReactNode, useState } from "react";
import { later } from "../../components/later";
import { suggesting as words } from "../../words/suggestions";
import type { Tool } from "../desk/toolbar/item";
import type { Side } from "../side/use-side";
import { ModeSwitch } from "./mode-switch";
import { useDrawn } from "./use-drawn";
import { useChosen, useSuggestions } from "./use-suggestions";
import type { Suggesting } from "./writing/session";

type Given = {
  editor: Editor;
  responseId: string;
  canWrite: boolean;
  side: Side;
  on: [isOn: boolean, setOn: (isOn: boolean) => void];
};

export type SuggestMode = ReturnType<typeof useSuggestMode>;

const SuggestBar = later(() => import("./writing/bar").then((part) => part.SuggestBar));
export const SuggestWriting = later(() => import("./writing/writing").then((part) => part.SuggestWriting));
export const SuggestionPane = later(() => import("./pane").then((part) => part.SuggestionPane));

/** Whether one writes, or reads, or suggests; and what there is of suggestions either way. */
export function useSuggestMode({ editor, responseId, canWrite, side, on: [isOn, setOn] }: Given) {
  const suggestions = useSuggestions(responseId);
  const [suggesting, onReady] = useState<Suggesting | null>(null);
  const chosen = useChosen(editor, side);
  useDrawn(editor, suggestions.open);
  // Whoever suggests when the text is locked keeps what they have written before them.
  const isOffered = isOn || suggestions.list?.can.suggest === true;
  const change = (next: boolean) => (next || !suggesting || mayLeave(suggesting)) && setOn(next);
  // Its room is kept until that is known, so that the tools do not move. [E41]
  const isKnown = isOn || suggestions.list !== null;
  const choice = (isOffered || !isKnown) && (
    <ModeSwitch isKnown={isKnown} isSuggesting={isOn} mayWrite={canWrite} onChange={change} />
  );
  return { suggestions, chosen, isOn, suggesting, onReady, shown: suggesting?.editor ?? editor, choice };
}

/** What could not be saved goes with the text it stands in: only if they say so. [G10] */
function mayLeave({ keeping }: Suggesting): boolean {
  const { is } = keeping.get();
  return (is !== "offline" && is !== "refused") || window.confirm(words.leave);
}

/** In place of the writer's tools; one comments on the live text, which is not before one. */
export function suggestTools({ isOn, suggesting }: SuggestMode, desk: readonly Tool[]): ReactNode | null {
  if (!isOn) return null;
  return suggesting ? (
    <SuggestBar suggesting={suggesting} desk={desk.filter(({ id }) => id !== "comment")} />
  ) : (
    <div className="toolbar" />
  );
}
