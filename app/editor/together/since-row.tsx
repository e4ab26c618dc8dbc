import type { Editor } from "@tiptap/core";
import { useEffect, useRef } from "react";
import { dateAndTime } from "../../words/time";
import { together as words } from "../../words/together";
import { showBlock } from "../marked-blocks";
import { useMarks } from "./use-marks";
import { type Since, useSince } from "./use-since";

type Props = { editor: Editor; responseId: string; isLive: boolean; announce: (message: string) => void };

/** How much others have written since one was last here, and the way through it. Nothing when there is nothing. */
export function SinceRow({ editor, responseId, isLive, announce }: Props) {
  const since = useSince(responseId, isLive);
  useMarks(since.blocks);
  const next = useNext(editor, since, announce);
  if (since.blocks.length === 0 || since.since === null) return null;
  const see = () => {
    since.see();
    announce(words.seenSaid);
    editor.view.focus();
  };
  return (
    <div className="bar-row since-row">
      <p>{words.changes(since.blocks.length, dateAndTime(new Date(since.since)))}</p>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        data-size="small"
        aria-keyshortcuts="F8"
        onClick={next}
      >
        {words.next}
        <kbd>F8</kbd>
      </button>
      <button type="button" className="button" data-kind="quiet" data-size="small" onClick={see}>
        {words.seen}
      </button>
    </div>
  );
}

/** From change to change in reading order, and around; the caret stays where it is. */
function useNext(editor: Editor, { blocks }: Since, announce: (message: string) => void): () => void {
  const at = useRef<string | null>(null);
  const next = (by: 1 | -1 = 1) => {
    const changed = new Map(blocks.map((block) => [block.id, block]));
    const found = [...editor.view.dom.querySelectorAll<HTMLElement>("[data-block-id]")].flatMap((element) => {
      const block = changed.get(element.dataset["blockId"] ?? "");
      return block ? [{ ...block, element }] : [];
    });
    const before = found.findIndex(({ id }) => id === at.current);
    const index = before === -1 ? (by === 1 ? 0 : found.length - 1) : (before + by + found.length) % found.length;
    const one = found[index];
    if (!one) return;
    at.current = one.id;
    showBlock(editor.view, one.id);
    announce(words.change(index + 1, found.length, one.isNew, (one.element.textContent ?? "").slice(0, 80)));
  };
  const latest = useRef(next);
  latest.current = next;
  const isAny = blocks.length > 0;
  useEffect(() => {
    if (!isAny) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      latest.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [isAny]);
  return () => next();
}
