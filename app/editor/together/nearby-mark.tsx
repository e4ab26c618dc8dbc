import type { Editor } from "@tiptap/core";
import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { together as words } from "../../words/together";
import type { Nearby } from "./use-nearby";

/** A quiet word beside the paragraph: somebody else writes in it, too. */
export function NearbyMark({ editor, nearby }: { editor: Editor; nearby: Nearby | null }) {
  const mark = useRef<HTMLParagraphElement>(null);
  const page = editor.view.dom.closest<HTMLElement>(".writing");
  useLayoutEffect(() => {
    if (!nearby || !page) return;
    const place = () => mark.current && placeBeside(page, nearby.blockId, mark.current);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(editor.view.dom);
    return () => observer.disconnect();
  }, [editor, page, nearby]);
  if (!nearby || !page) return null;
  return createPortal(
    <p className="nearby" ref={mark} style={{ borderColor: nearby.color }} aria-hidden="true">
      {words.alsoHere(nearby.names)}
    </p>,
    page,
  );
}

/** Below the paragraph's chips, if it has any. */
function placeBeside(page: HTMLElement, blockId: string, mark: HTMLElement): void {
  const origin = page.getBoundingClientRect().top;
  const block = page.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`);
  const chips = page.querySelector(`[data-for="${CSS.escape(blockId)}"]`);
  if (!block) return;
  const top = chips ? chips.getBoundingClientRect().bottom + 2 : block.getBoundingClientRect().top;
  mark.style.top = `${Math.round(top - origin)}px`;
}
