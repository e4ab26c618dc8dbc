import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useRef } from "react";
import { isKey } from "./chords";
import { onEscape } from "./escape-key";
import { type DeskKeyId, KEYS } from "./keys";

/** Where the person is as the key is pressed. */
export type Place = { isInText: boolean; isInDesk: boolean; isTyping: boolean };

/** What each key of the desk does; false leaves it to the browser. One for each in the list: none can be forgotten. */
export type Answers = Record<DeskKeyId, (place: Place) => boolean>;

const DESK_KEYS = KEYS.flatMap((key): DeskKeyId[] => (key.where === "desk" ? [key.id] : []));

/** Hears what the text and the parts of the desk have left. [E15] */
export function useDeskKeys(root: RefObject<HTMLElement>, editor: Editor, answers: Answers): void {
  const latest = useRef(answers);
  latest.current = answers;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const place = placeOf(event.target, root.current, editor);
      // A dialog has its own keys.
      if (!place) return;
      const id = DESK_KEYS.find((one) => isKey(one, event) && latest.current[one](place));
      if (id) event.preventDefault();
    };
    onEscape(editor, () => latest.current["focus-mode-leave"](IN_TEXT));
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [root, editor]);
}

const IN_TEXT: Place = { isInText: true, isInDesk: true, isTyping: true };
const TYPED_IN = "input, textarea, select, [contenteditable='true']";

function placeOf(target: EventTarget | null, root: HTMLElement | null, editor: Editor): Place | null {
  if (!(target instanceof Element) || editor.isDestroyed || target.closest("dialog[open]")) return null;
  return {
    isInText: editor.view.dom.contains(target),
    isInDesk: root?.contains(target) ?? false,
    isTyping: target.closest(TYPED_IN) !== null,
  };
}
