import type { Editor } from "@tiptap/react";
import { type RefObject, useLayoutEffect } from "react";

const GAP = 2;

/**
 * Keeps each group of the margin beside its paragraph; groups that would lie on one another are moved down. Straight into
 * the elements' style: one line more moves all that stands below it, and React would draw hundreds of chips for that.
 * Paragraphs move only when the text's height changes or its paragraphs do (`present`): a key alone measures nothing.
 */
export function useBeside(
  editor: Editor,
  column: RefObject<HTMLElement>,
  present: readonly string[],
  links: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `present` and `links` change what is measured here
  useLayoutEffect(() => {
    const text = editor.view.dom;
    const place = () => column.current && placeGroups(text, column.current);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(text);
    return () => observer.disconnect();
  }, [editor, column, present, links]);
}

/** Reads everything before it writes anything: else each group would have the page laid out anew. */
function placeGroups(text: HTMLElement, column: HTMLElement): void {
  const blocks = elementsById(text);
  const origin = text.getBoundingClientRect().top;
  const measured = [...column.querySelectorAll<HTMLElement>("[data-for]")].map((group) => {
    const block = blocks.get(group.dataset["for"] ?? "");
    const top = block ? Math.round(block.getBoundingClientRect().top - origin) : 0;
    return { group, top, height: group.offsetHeight };
  });
  let free = 0;
  for (const { group, top, height } of measured) {
    const own = `${Math.max(free, top)}px`;
    if (group.style.top !== own) group.style.top = own;
    free = Math.max(free, top) + height + GAP;
  }
}

function elementsById(text: HTMLElement): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of text.querySelectorAll("[data-block-id]")) {
    const id = element.getAttribute("data-block-id");
    if (id && !found.has(id)) found.set(id, element);
  }
  return found;
}
