import { type KeyboardEvent, type RefObject, useCallback, useEffect } from "react";

/** One stop for Tab, arrows within: the way of toolbars and long lists. What is disabled or has no room is passed over. */
export function useRovingFocus(container: RefObject<HTMLElement | null>, keys: { back: string; forth: string }) {
  useEffect(() => {
    const items = itemsOf(container.current);
    const stops = items.filter((item) => item.tabIndex === 0);
    if (stops.length !== 1) makeOnlyStop(items, items.find((item) => item.matches(":focus")) ?? items[0]);
  });
  return useCallback(
    (event: KeyboardEvent) => {
      const items = itemsOf(container.current);
      const index = items.findIndex((item) => item.matches(":focus"));
      const next = nextIndex(event.key, keys, index, items.length);
      const item = next === null || index === -1 ? undefined : items[next];
      if (!item) return;
      event.preventDefault();
      makeOnlyStop(items, item);
      item.focus();
    },
    [container, keys],
  );
}

const STOPS = "[data-stop]:not(:disabled, [data-over], [data-over] *)";

function itemsOf(container: HTMLElement | null): HTMLElement[] {
  return [...(container?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
}

function makeOnlyStop(items: readonly HTMLElement[], only: HTMLElement | undefined): void {
  for (const item of items) item.tabIndex = item === only ? 0 : -1;
}

function nextIndex(key: string, keys: { back: string; forth: string }, index: number, count: number): number | null {
  if (key === keys.forth) return Math.min(count - 1, index + 1);
  if (key === keys.back) return Math.max(0, index - 1);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
