import { Editor, type EditorOptions } from "@tiptap/core";
import { useLayoutEffect, useState } from "react";

/** One editor as long as `make` is the same function; null until it is drawn. */
export function useEditor(make: () => Partial<EditorOptions>): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  useLayoutEffect(() => {
    const made = new Editor(make());
    setEditor(made);
    return () => {
      setEditor(null);
      // What stands on it is still to be taken down.
      setTimeout(() => made.destroy());
    };
  }, [make]);
  return editor;
}
