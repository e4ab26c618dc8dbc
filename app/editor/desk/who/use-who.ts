import type { Editor } from "@tiptap/core";
import { useCallback, useMemo, useState } from "react";

/** "Hvem skrev dette?" of the paragraph one is in, asked for by a press or a key and never by itself. [V1] */
export function useWho(editor: Editor) {
  const [asked, setAsked] = useState<string | null>(null);
  const ask = useCallback(() => setAsked(paragraphOf(editor)), [editor]);
  const close = useCallback(() => {
    setAsked(null);
    if (editor.isEditable) editor.commands.focus(null, { scrollIntoView: false });
  }, [editor]);
  return useMemo(() => ({ asked, ask, close }), [asked, ask, close]);
}

/** Of the caret; for who only reads, of what they have last pressed on or marked. */
function paragraphOf(editor: Editor): string | null {
  if (!editor.isEditable) {
    const node = document.getSelection()?.anchorNode;
    const element = node instanceof Element ? node : node?.parentElement;
    const marked =
      element && editor.view.dom.contains(element) ? element.closest<HTMLElement>("[data-block-id]") : null;
    if (marked) return marked.dataset["blockId"] ?? null;
  }
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === "block") return String(node.attrs["id"] ?? "") || null;
  }
  return null;
}
