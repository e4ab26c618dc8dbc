import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import type { Side } from "../side/use-side";
import { createSuggestionStore, type SuggestionStore } from "./store";

export type Suggestions = ReturnType<typeof useSuggestions>;

const NONE: readonly SuggestionView[] = [];

/** The suggestions to a text as its desk has them: drawn anew when they are others, never when somebody types. */
export function useSuggestions(responseId: string) {
  const store: SuggestionStore = useMemo(() => createSuggestionStore(responseId), [responseId]);
  const list = useSyncExternalStore(store.subscribe, store.get, store.get);
  return { store, list, open: list?.open ?? NONE };
}

/** Which of them is looked at: a press on it in the text shows it beside it. */
export function useChosen(editor: Editor, side: Side) {
  const [current, setCurrent] = useState<string | null>(null);
  const choose = useCallback(
    (id: string) => {
      setCurrent(id);
      side.show("suggestions");
    },
    [side.show],
  );
  useEffect(() => {
    const element = editor.view.dom;
    const pressed = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || !editor.state.selection.empty) return;
      const id = target.closest<HTMLElement>("[data-suggestion]")?.dataset["suggestion"];
      if (id) choose(id);
    };
    element.addEventListener("click", pressed);
    return () => element.removeEventListener("click", pressed);
  }, [editor, choose]);
  return { current, choose };
}
