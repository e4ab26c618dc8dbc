import type { Editor } from "@tiptap/core";
import { memo, useMemo, useRef } from "react";
import type { ThreadRow } from "../../../server/comments/shapes";
import { comments as words } from "../../words/comments";
import { useSettled } from "../desk/settled";
import { useBeside } from "../links/use-beside";
import { anchorsIn } from "./anchors";
import "./signs.css";

type Props = { editor: Editor; open: readonly ThreadRow[]; onShow: (threadId: string) => void };
type Sign = { blockId: string; first: string; count: number };

const NONE: readonly string[] = [];

/** Beside each paragraph with open comments how many they are. Drawn when that changes, not when somebody types. */
export const CommentSigns = memo(function CommentSigns({ editor, open, onShow }: Props) {
  const column = useRef<HTMLDivElement>(null);
  const signs = useSigns(editor, open);
  useBeside(editor, column, NONE, signs, "");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list cannot be laid on sheets
    <div role="list" className="comment-signs" aria-label={words.pane} ref={column}>
      {signs.map(({ blockId, first, count }) => (
        <li key={blockId} data-for={blockId}>
          <button
            type="button"
            className="comment-sign"
            aria-label={words.onParagraph(count)}
            title={words.onParagraph(count)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onShow(first)}
          >
            {count}
          </button>
        </li>
      ))}
    </div>
  );
});

function useSigns(editor: Editor, open: readonly ThreadRow[]): readonly Sign[] {
  const look = useMemo(() => {
    let at: unknown = null;
    let found = "";
    return (doc: Editor["state"]["doc"]) => {
      if (at !== doc) found = JSON.stringify(signsIn(doc, open));
      at = doc;
      return found;
    };
  }, [open]);
  const signs = useSettled(editor, ({ doc }) => look(doc));
  return useMemo((): readonly Sign[] => JSON.parse(signs), [signs]);
}

/** In the order of the text. */
function signsIn(doc: Editor["state"]["doc"], open: readonly ThreadRow[]): Sign[] {
  const signs = new Map<string, Sign>();
  const inOrder = [...anchorsIn(doc, open)].sort(([, one], [, other]) => one.from - other.from);
  for (const [id, { blockId }] of inOrder) {
    const known = signs.get(blockId);
    if (known) known.count += 1;
    else signs.set(blockId, { blockId, first: id, count: 1 });
  }
  return [...signs.values()];
}
