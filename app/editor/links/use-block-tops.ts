import type { Editor } from "@tiptap/react";
import { useLayoutEffect, useState } from "react";

const GAP = 2;

/**
 * How far down each of the paragraphs begins, so that the margin can stand beside the text. Groups that would lie on one
 * another are moved down.
 */
export function useBlockTops(editor: Editor, ids: readonly string[], links: unknown): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  const key = ids.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `links` changes the chips' heights, which are measured here
  useLayoutEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const next = measureTops(editor.view.dom, key ? key.split(" ") : []);
      setTops((now) => (isSame(now, next) ? now : next));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    const observer = new ResizeObserver(soon);
    observer.observe(editor.view.dom);
    editor.on("transaction", soon);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      editor.off("transaction", soon);
    };
  }, [editor, key, links]);
  return tops;
}

function measureTops(text: HTMLElement, ids: readonly string[]): Map<string, number> {
  const origin = text.getBoundingClientRect().top;
  const column = text.closest(".writing")?.querySelector(".chips");
  const tops = new Map<string, number>();
  let free = 0;
  for (const id of ids) {
    const block = text.querySelector(`[data-block-id="${CSS.escape(id)}"]`);
    if (!block) continue;
    const top = Math.max(free, Math.round(block.getBoundingClientRect().top - origin));
    const group = column?.querySelector<HTMLElement>(`[data-for="${CSS.escape(id)}"]`);
    tops.set(id, top);
    free = top + (group?.offsetHeight ?? 0) + GAP;
  }
  return tops;
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([id, top]) => other.get(id) === top);
}
