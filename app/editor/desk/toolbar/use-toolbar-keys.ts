import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, type RefObject, useCallback } from "react";
import { useRovingFocus } from "../../use-roving-focus";
import { isKey } from "../chords";

const KEYS = { back: "ArrowLeft", forth: "ArrowRight" };

/** Arrows go from tool to tool, Escape back to the caret. */
export function useToolbarKeys(bar: RefObject<HTMLElement>, editor: Editor) {
  const rove = useRovingFocus(bar, KEYS);
  return useCallback(
    (event: KeyboardEvent) => {
      const isDialog = event.target instanceof Element && event.target.closest("dialog") !== null;
      if (isDialog) return;
      if (!isKey("toolbar-leave", event)) return rove(event);
      event.preventDefault();
      editor.commands.focus();
    },
    [rove, editor],
  );
}

/** Alt+F10: to the tool that was used last; pressed before the tools are here, when they are. */
export function focusToolbar(root: HTMLElement | null, tries = 120): void {
  const stop = root?.querySelector<HTMLElement>('.toolbar [data-stop][tabindex="0"]:not([data-over])');
  if (stop) stop.focus();
  else if (tries > 0) requestAnimationFrame(() => focusToolbar(root, tries - 1));
}
