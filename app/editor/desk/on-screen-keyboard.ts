import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect } from "react";

/**
 * The keyboard of a telephone lies over the page and says so by a smaller visual viewport: how much of the page's foot it
 * covers, and how far the page's head is out of sight, is told to the style sheet, straight and without drawing anew. [E19]
 */
export function useOnScreenKeyboard(root: RefObject<HTMLElement>, editor: Editor): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    let before = 0;
    const tell = () => {
      // Pinched: the page is looked at closely, and no keyboard is up.
      const isPinched = viewport.scale > 1.05;
      const covered = isPinched ? 0 : window.innerHeight - viewport.height - viewport.offsetTop;
      set(root.current, "--keyboard", covered);
      set(root.current, "--out-of-sight", isPinched ? 0 : viewport.offsetTop);
      // It has just come up, and with it the tools: the line that is written in is not under them.
      if (covered > before && editor.isFocused) editor.commands.scrollIntoView();
      before = covered;
    };
    viewport.addEventListener("resize", tell);
    viewport.addEventListener("scroll", tell);
    return () => {
      viewport.removeEventListener("resize", tell);
      viewport.removeEventListener("scroll", tell);
    };
  }, [root, editor]);
}

/** Only what is another: with a property of its root the browser looks through the styles of the whole text again. */
function set(root: HTMLElement | null, name: string, pixels: number): void {
  const value = `${Math.max(0, Math.round(pixels))}px`;
  const before = root?.style.getPropertyValue(name) || "0px";
  if (value !== before) root?.style.setProperty(name, value);
}
