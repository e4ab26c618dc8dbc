import { useEffect, useState } from "react";

const KEY = "samsvar-paper";
/** From here on the paper has room beside the tree; original.css says the same. */
const WIDE = "(min-width: 1100px)";

/** Whether the paper is shown, for the button and the pane of one page. */
export type Shown = ReturnType<typeof createShown>;

export function createShown() {
  let isShown = false;
  let isRemembering = false;
  const listeners = new Set<() => void>();
  const closed = new Set<() => void>();
  const listenTo = (those: Set<() => void>) => (listener: () => void) => {
    those.add(listener);
    return () => void those.delete(listener);
  };
  function set(next: boolean): void {
    isShown = next;
    for (const listener of listeners) listener();
  }
  function show(next: boolean): void {
    if (isRemembering) remember(next);
    set(next);
  }
  return {
    isShown: () => isShown,
    subscribe: listenTo(listeners),
    onClosed: listenTo(closed),
    show,
    close() {
      show(false);
      for (const listener of closed) listener();
    },
    /** Beside the tree it is as it was last time; a sheet over the tree is only there when asked for. */
    settle(isWide: boolean) {
      isRemembering = isWide;
      set(isWide && isRemembered());
    },
  };
}

/** Null until the browser has been asked. */
export function useIsWide(): boolean | null {
  const [isWide, setWide] = useState<boolean | null>(null);
  useEffect(() => {
    const query = window.matchMedia(WIDE);
    const look = () => setWide(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return isWide;
}

/** A browser may forbid to keep anything: then each page begins without the paper. */
function isRemembered(): boolean {
  try {
    return window.localStorage.getItem(KEY) === "shown";
  } catch {
    return false;
  }
}

function remember(isShown: boolean): void {
  try {
    if (isShown) window.localStorage.setItem(KEY, "shown");
    else window.localStorage.removeItem(KEY);
  } catch {
    // It is only remembered where that is allowed.
  }
}
