import { type FocusEvent, useCallback, useEffect, useRef, useState } from "react";

const STOP = "[data-stop]";

/** The way from change to change: where one is, and a step on or back. What is focused counts, else what stands at the top. */
export function useChanges() {
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);
  const step = useCallback((by: 1 | -1) => {
    const stops = stopsIn(list.current);
    const next = stops[placeAfter(stops, by)];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "start" });
  }, []);
  const onFocus = useCallback((event: FocusEvent) => {
    const stop = event.target.closest<HTMLElement>(STOP);
    if (stop) setAt(stopsIn(list.current).indexOf(stop) + 1);
  }, []);
  return { list, at, setAt, step, onFocus };
}

function stopsIn(list: Element | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(STOP) ?? [])];
}

function placeAfter(stops: readonly HTMLElement[], by: 1 | -1): number {
  const focused = document.activeElement?.closest<HTMLElement>(STOP);
  const here = focused ? stops.indexOf(focused) : -1;
  if (here >= 0) return Math.min(Math.max(here + by, 0), stops.length - 1);
  // What sticks to the top covers what is under it: the first that begins below it is the next.
  const below = stops.findIndex((stop) => stop.getBoundingClientRect().top >= Number.parseFloat(marginOf(stop)) - 1);
  if (below < 0) return stops.length - 1;
  return by > 0 ? below : Math.max(below - 1, 0);
}

function marginOf(stop: HTMLElement): string {
  return getComputedStyle(stop).scrollMarginTop;
}

/** Keys of one sign, wherever one is on the page but in a field that is written in. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const run = newest.current[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest("input, textarea, select, [contenteditable]") : null;
  return field !== null && !(field instanceof HTMLInputElement && field.type === "checkbox");
}
