import { type RefObject, useEffect, useRef } from "react";

/** So long after somebody has moved the list themselves it stays where they put it. */
const LEFT_ALONE = 4000;

/**
 * As the caret moves, what its paragraph is linked to (or would be, by what is offered) comes into sight. A list that the
 * person scrolls or is in with the keyboard is theirs; it catches up when they have left it alone for some seconds. [L11]
 */
export function useFollow(list: RefObject<HTMLElement>, targetId: string | null): void {
  const touched = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const touch = () => {
      touched.current = performance.now();
    };
    // Not "scroll": following scrolls too.
    const events = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
    for (const name of events) element.addEventListener(name, touch, { passive: true });
    return () => {
      for (const name of events) element.removeEventListener(name, touch);
    };
  }, [list]);
  useEffect(() => {
    if (!targetId) return;
    let timer = 0;
    const follow = () => {
      const wait = touched.current + LEFT_ALONE - performance.now();
      const element = list.current;
      if (!element) return;
      if (wait > 0 || element.matches(":focus-within")) timer = window.setTimeout(follow, Math.max(wait, 1000));
      else showRow(element, targetId);
    };
    follow();
    return () => clearTimeout(timer);
  }, [list, targetId]);
}

/** Scrolls the list alone, never the page; what is in sight stays where it is. */
export function showRow(list: HTMLElement, targetId: string): void {
  const row = list.querySelector<HTMLElement>(`[data-target="${CSS.escape(targetId)}"]`);
  if (!row) return;
  const top = row.offsetTop;
  const isInSight =
    top >= list.scrollTop && top + Math.min(row.offsetHeight, list.clientHeight) <= list.scrollTop + list.clientHeight;
  if (!isInSight) list.scrollTo({ top: top - list.clientHeight / 3 });
}
