import type { Editor } from "@tiptap/core";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { isSorted, placeSheets, sortOntoSheets } from "../sheets/margin";
import { SHEETS_DRAWN, sheetsOf } from "../sheets/sheets";

const GAP = 2;

/**
 * Keeps each group of the margin beside its paragraph; groups that would lie on one another are moved down. Straight into
 * the elements' style: one line more moves all that stands below it, and React would draw hundreds of chips for that.
 * Paragraphs move only when the text's height changes or its paragraphs do (`present`): a key alone measures nothing.
 * Of a text on sheets only those are measured that are drawn.
 */
export function useBeside(
  editor: Editor,
  column: RefObject<HTMLElement>,
  present: readonly string[],
  links: unknown,
  offered: string,
): void {
  const isPlaced = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `present` and `links` change what is measured here
  useLayoutEffect(() => {
    const text = editor.view.dom;
    const place = () => column.current && placeGroups(text, column.current);
    if (column.current) sort(text, column.current);
    // The first at once, or they would be seen to jump; of a text on sheets that is told when they are drawn. [E41]
    if (!isPlaced.current && column.current?.firstElementChild && !sheetsOf(text)) {
      isPlaced.current = true;
      place();
    }
    const observer = new ResizeObserver(place);
    observer.observe(text);
    const stop = whenDrawn(text, place);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [editor, column, present, links]);
  // What is offered comes when nobody types, and is placed at once; it goes at a key, which does not wait for the rest.
  const wasOffered = useRef(false);
  useLayoutEffect(() => {
    const place = () => {
      if (!column.current) return;
      sort(editor.view.dom, column.current);
      placeGroups(editor.view.dom, column.current);
    };
    if (offered) place();
    if (!offered && !wasOffered.current) return;
    wasOffered.current = true;
    const timer = offered ? 0 : window.setTimeout(place, AFTER);
    return () => clearTimeout(timer);
  }, [editor, column, offered]);
}

/** Later than the key that took the offer away. */
const AFTER = 250;

/** Once for all the sheets that come near the window together. */
function whenDrawn(text: HTMLElement, run: () => void): () => void {
  let frame = 0;
  const ask = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(run);
  };
  text.addEventListener(SHEETS_DRAWN, ask);
  return () => {
    cancelAnimationFrame(frame);
    text.removeEventListener(SHEETS_DRAWN, ask);
  };
}

function sort(text: HTMLElement, column: HTMLElement): void {
  const sheets = sheetsOf(text);
  if (sheets) sortOntoSheets(column, sheets, elementsById([text]));
}

/** Groups that are measured together, from where their own positions count. */
type Part = { from: number; groups: readonly Element[]; blocks: ReadonlyMap<string, Element> };

function placeGroups(text: HTMLElement, column: HTMLElement): void {
  const origin = text.getBoundingClientRect().top;
  const sheets = sheetsOf(text);
  if (sheets && !isSorted(column)) sort(text, column);
  const parts = sheets
    ? placeSheets(column, sheets, origin).map(({ on, ...rest }) => ({ ...rest, blocks: elementsById(on) }))
    : [{ from: 0, groups: [...column.children], blocks: elementsById([text]) }];
  placeBeside(parts, origin);
}

/** Reads everything before it writes anything: else each group would have the page laid out anew. */
function placeBeside(parts: readonly Part[], origin: number): void {
  const measured = parts.flatMap(({ from, groups, blocks }) =>
    groups.flatMap((group) => {
      if (!(group instanceof HTMLElement)) return [];
      const block = blocks.get(group.dataset["for"] ?? "");
      const top = block ? Math.round(block.getBoundingClientRect().top - origin) : from;
      return [{ group, from, top, height: group.offsetHeight }];
    }),
  );
  let free = 0;
  for (const { group, from, top, height } of measured) {
    const own = `${Math.max(free, top) - from}px`;
    if (group.style.top !== own) group.style.top = own;
    free = Math.max(free, top) + height + GAP;
  }
}

const BLOCK = "[data-block-id]";

function elementsById(within: readonly Element[]): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of within.flatMap((one) => (one.matches(BLOCK) ? [one] : [...one.querySelectorAll(BLOCK)]))) {
    const id = element.getAttribute("data-block-id");
    if (id && !found.has(id)) found.set(id, element);
  }
  return found;
}
