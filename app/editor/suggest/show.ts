import type { Editor } from "@tiptap/core";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import { showBlock } from "../marked-blocks";

/** Brings a suggestion's place in the text into sight. */
export function showSuggestion(editor: Editor, { id, base, after }: SuggestionView): void {
  const drawn = editor.view.dom.querySelector(`[data-suggestion="${CSS.escape(id)}"]`);
  const isShown = [...base.map((block) => block.id), ...(after ? [after] : [])].some((blockId) =>
    showBlock(editor.view, blockId),
  );
  if (drawn || !isShown) (drawn ?? editor.view.dom).scrollIntoView({ block: drawn ? "center" : "start" });
}
