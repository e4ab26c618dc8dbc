import type { Editor } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { useEffect, useRef, useState } from "react";
import { useSettled } from "../settled";
import { keepSame, type Section, sectionsOf } from "./sections";

const known = new WeakMap<PmNode, readonly Section[]>();

/** The text's headings, as they stand when nobody types. */
export function useSections(editor: Editor): readonly Section[] {
  const before = useRef<readonly Section[]>([]);
  return useSettled(editor, ({ doc }) => {
    const now = known.get(doc) ?? sectionsOf(doc);
    known.set(doc, now);
    before.current = keepSame(before.current, now);
    return before.current;
  });
}

/** A heading counts as read when it has come so far up the window. */
const READ = 220;

/** Which section is being read: that of the last heading above the line. Asked when the page is scrolled, a few at a time. */
export function useInSight(editor: Editor, sections: readonly Section[]): number {
  const [index, setIndex] = useState(-1);
  useEffect(() => {
    let frame = 0;
    const look = () => setIndex(editor.isDestroyed ? -1 : lastAbove(editor, sections));
    const scrolled = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    scrolled();
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", scrolled);
    };
  }, [editor, sections]);
  return index;
}

function lastAbove(editor: Editor, sections: readonly Section[]): number {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = headingElement(editor, sections[middle])?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
    if (top <= READ) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function headingElement({ view }: Editor, section: Section | undefined): HTMLElement | null {
  return section?.id ? view.dom.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(section.id)}"]`) : null;
}
