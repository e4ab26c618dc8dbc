import type { Editor } from "@tiptap/core";
import { useCallback, useState } from "react";
import { sectionsOf } from "../outline/sections";
import { settledOf } from "../settled";
import { useParts } from "./parts";

/** Which heading is being given to a center, and how that is asked for: by whoever shares out the text, else null. [A20] */
export function useGiving(editor: Editor) {
  const [asked, setAsked] = useState<string | null>(null);
  const may = useParts().now.can.giveSections;
  /** At a heading of the outline, else the one that the caret stands in or under. */
  const ask = useCallback(
    (blockId?: string) => {
      settledOf(editor).settle();
      setAsked(blockId ?? headingOver(editor));
    },
    [editor],
  );
  const close = useCallback(() => setAsked(null), []);
  /** At the caret, for a key or a button. */
  const atCaret = useCallback(() => ask(), [ask]);
  return { asked, close, ask: may ? ask : null, give: may ? atCaret : null };
}

function headingOver(editor: Editor): string | null {
  const { doc, selection } = editor.state;
  const index = selection.$head.index(0);
  return sectionsOf(doc).findLast(({ from }) => from <= index)?.id ?? null;
}
