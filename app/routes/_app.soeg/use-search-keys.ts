import { useEffect, useRef } from "react";

/** "/" goes to the field; arrows go from the field down through the hits and back up. Enter on a hit is the browser's own. */
export function useSearchKeys() {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const page = root.current;
      if (!page || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = page.querySelector<HTMLInputElement>("input[name='q']");
      if (event.key === "/" && !isWriting(event.target)) {
        event.preventDefault();
        field?.focus();
        field?.select();
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      const stops = [...(field ? [field] : []), ...page.querySelectorAll<HTMLElement>("[data-hit]")];
      const at = document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1;
      if (step === 0 || at < 0) return;
      const next = stops[at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.closest("li")?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  return root;
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
