import type { Editor } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { useEffect, useRef } from "react";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import { settledOf } from "../desk/settled";
import { tellSuggestions } from "./extension";

/**
 * Draws the open suggestions in the text when they are others, or when the text has come to rest and reads otherwise: what
 * fitted may be changed now. What draws them is fetched with the first. [G9]
 */
export function useDrawn(editor: Editor, open: readonly SuggestionView[]): void {
  const isDrawn = useRef(false);
  useEffect(() => {
    if (open.length === 0 && !isDrawn.current) return;
    isDrawn.current = true;
    let isOver = false;
    let drawn: PmNode | null = null;
    const draw = async () => {
      const { drawnIn } = await import("./draw");
      if (isOver || editor.isDestroyed || drawn === editor.state.doc) return;
      drawn = editor.state.doc;
      editor.view.dispatch(tellSuggestions(editor.state, drawnIn(drawn, open)));
    };
    void draw();
    const stop = settledOf(editor).subscribe(() => void draw());
    return () => {
      isOver = true;
      stop();
    };
  }, [editor, open]);
}
