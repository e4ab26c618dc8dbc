import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { suggesting as words } from "../../../words/suggestions";
import { Paper } from "../../tiptap/paper";
import { useLeaveGuard } from "../../use-leave-guard";
import { type Given, Suggesting } from "./session";
import "../suggest.css";

type Props = Given & {
  /** Its editor and what is kept of it, for the bars around it; null when it is gone. */
  onReady: (suggesting: Suggesting | null) => void;
  /** Of the live text: the router asks one guard alone, the last. */
  hasUnsavedText: () => boolean;
};

/** The place of the live text, as long as somebody suggests. */
export function SuggestWriting({ onReady, hasUnsavedText, ...given }: Props) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const suggesting = useRef<Suggesting | null>(null);
  const first = useRef(given);
  useLayoutEffect(() => {
    const list = first.current.store.get();
    if (!list) return;
    const made = new Suggesting(first.current, list);
    suggesting.current = made;
    setEditor(made.editor);
    onReady(made);
    return () => {
      made.settle();
      onReady(null);
      made.destroy();
      suggesting.current = null;
    };
  }, [onReady]);
  useEffect(() => {
    editor?.commands.focus(null, { scrollIntoView: false });
  }, [editor]);
  useLeaveGuard(
    useCallback(() => hasUnsavedText() || suggesting.current?.keeping.hasUnsaved() === true, [hasUnsavedText]),
    useCallback(() => words.leave, []),
  );
  return editor && <Paper editor={editor} className="writing-page" />;
}
