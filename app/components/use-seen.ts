import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** Begin a little before it comes into sight: what is scrolled to is then there already. */
const AHEAD = "800px 0px";

/** Whether the element has come near the window, or the page has been printed. Once true it stays so. */
export function useSeen(element: RefObject<Element>): boolean {
  const [isSeen, setSeen] = useState(false);
  const isPrinted = useSyncExternalStore(subscribe, () => hasBeenPrinted, () => false); // biome-ignore format: one line
  useEffect(() => {
    if (isSeen || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isSeen]);
  return isSeen || isPrinted;
}

let hasBeenPrinted = false;
const listeners = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("beforeprint", print);
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
    if (listeners.size === 0) window.removeEventListener("beforeprint", print);
  };
}

/** At once: the browser takes its picture of the page as soon as this returns. */
function print(): void {
  hasBeenPrinted = true;
  flushSync(() => {
    for (const tell of listeners) tell();
  });
}
