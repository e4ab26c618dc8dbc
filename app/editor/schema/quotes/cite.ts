import type { Editor } from "@tiptap/core";
import { useMemo } from "react";
import type { ClauseRow } from "../../../../server/agreements/shapes";
import { wordsOfClause } from "../../../document-model/quotes";
import { quotes as words } from "../../../words/quotes";
import { asOneStep } from "../../desk/undo-step";
import { labelOfClause } from "../../links/label";
import { citeClause } from "./commands";

export type Cite = (clause: ClauseRow) => void;

/** Quotes a clause where the caret stands, as one step of undo, and says so. Null for readers. [E13] */
export function useCiting(editor: Editor, canWrite: boolean, announce: (message: string) => void): Cite | null {
  return useMemo(() => {
    const cite = (clause: ClauseRow) => {
      const tr = editor.state.tr;
      if (!citeClause(editor.state, tr, { id: clause.id, words: wordsOfClause(clause) })) return;
      asOneStep(editor, () => editor.view.dispatch(tr));
      editor.view.focus();
      announce(words.cited(labelOfClause(clause)));
    };
    return canWrite ? cite : null;
  }, [editor, canWrite, announce]);
}
