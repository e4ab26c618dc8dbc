import type { Editor } from "@tiptap/core";
import { useContext, useEffect } from "react";
import { settledOf } from "../desk/settled";
import { RemarksContext } from "./context";
import { areAstray, showRemarks } from "./extension";
import "./returned.css";

/** Keeps them under their paragraphs. Looked for anew only when nobody types. [A14] */
export function useRemarks(editor: Editor): void {
  const remarks = useContext(RemarksContext);
  useEffect(() => {
    if (remarks.length === 0) return;
    showRemarks(editor.view, remarks);
    const stop = settledOf(editor).subscribe(() => {
      if (areAstray(editor.view)) showRemarks(editor.view, remarks);
    });
    return () => {
      stop();
      if (!editor.isDestroyed) showRemarks(editor.view, []);
    };
  }, [editor, remarks]);
}
