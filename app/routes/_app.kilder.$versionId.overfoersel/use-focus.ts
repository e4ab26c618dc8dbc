import { useEffect, useLayoutEffect, useRef } from "react";

/**
 * The focus of the desk: on the row that is chosen or, where the list is not in sight, on the row's own heading. It is
 * never lost: when what held it leaves the page, the chosen row takes it.
 */
export function useFocus(isSearching: boolean) {
  const root = useRef<HTMLDivElement>(null);
  const isDue = useRef(false);
  const wasInside = useRef(false);
  useEffect(() => {
    // Whoever comes here comes to decide: the keys work from the first one on.
    if (document.activeElement === document.body) focusCurrent(root.current);
  }, []);
  useEffect(() => {
    const desk = root.current;
    if (!desk) return;
    const note = () => {
      wasInside.current = desk.contains(document.activeElement);
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useLayoutEffect(() => {
    const isLost = wasInside.current && document.activeElement === document.body;
    if (!isDue.current && !isLost) return;
    isDue.current = false;
    focusCurrent(root.current);
    bringIntoSight(root.current);
  });
  // The field takes it while there is one, and gives it back.
  const wasSearching = useRef(isSearching);
  useLayoutEffect(() => {
    if (wasSearching.current && !isSearching) focusCurrent(root.current);
    wasSearching.current = isSearching;
  }, [isSearching]);
  const follow = () => {
    isDue.current = true;
  };
  return { root, follow };
}

function focusCurrent(desk: HTMLElement | null): void {
  const row = desk?.querySelector<HTMLElement>("[data-row][aria-current]");
  const isInSight = row?.checkVisibility() ?? false;
  const target = isInSight ? row : desk?.querySelector<HTMLElement>("[data-heading]");
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: isInSight ? "nearest" : "start" });
}

/** Where the list and the row stand beside each other, they are no higher than the window, and seen whole. */
function bringIntoSight(desk: HTMLElement | null): void {
  if (desk?.querySelector("[data-list]")?.checkVisibility())
    desk.querySelector("[data-panes]")?.scrollIntoView({ block: "nearest" });
}
