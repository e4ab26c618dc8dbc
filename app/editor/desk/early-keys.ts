import type { Editor } from "@tiptap/core";
import { useEffect, useMemo } from "react";
import { isChord, isMac, type Press } from "./chord";

/**
 * What the desk around the text answers, which comes after it: as in keys.ts, which comes with the desk.
 * tests/editor/keys.test.ts holds the two against one another.
 */
export const EARLY = [
  ...["Mod-f", "Mod-h", "Mod-Shift-h", "F3", "Shift-F3", "Mod-Alt-m", "Alt-PageDown", "Alt-PageUp", "F2", "F4", "F9"],
  ...["F1", "Alt-F10", "Mod-Shift-f", "F8", "Shift-F8"],
];

const MODIFIERS = ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"];

/** Frames: a part that is here has drawn itself long before. */
const LONGEST = 30;

type Held = Press & Pick<KeyboardEvent, "code">;

/**
 * A key that leads elsewhere, and what is typed behind it, wait until the desk is here, and then go where they were meant
 * to: nothing of it comes to stand in the text. Escape, or a press of the mouse, gives up; so does the page when the desk
 * cannot come. [E15] [E40]
 */
export function useEarlyKeys(editor: Editor, isHere: boolean): Pick<EarlyKeys, "hold" | "release"> {
  const keys = useMemo(() => new EarlyKeys(editor), [editor]);
  useEffect(() => keys.listen(), [keys]);
  useEffect(() => {
    if (isHere) void keys.play();
  }, [keys, isHere]);
  return keys;
}

class EarlyKeys {
  readonly #editor: Editor;
  #held: Held[] | null = null;
  #isOver = false;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  listen(): () => void {
    const visit = new AbortController();
    const of = { capture: true, signal: visit.signal };
    document.addEventListener("keydown", (event) => this.#pressed(event), of);
    document.addEventListener("pointerdown", () => this.drop(), of);
    return () => visit.abort();
  }

  hold(): void {
    if (!this.#isOver) this.#held ??= [];
  }

  drop(): void {
    this.#held = null;
  }

  /** Nobody will answer: from here on no key waits, and what was typed behind § is typed in the text. */
  release(): void {
    this.#isOver = true;
    const [first] = this.#held ?? [];
    if (first && isCommand(first)) this.drop();
    else for (const key of this.#held?.splice(0) ?? []) press(key);
    this.#held = null;
  }

  /** One after the other, each once the page has done what the one before asked for. */
  async play(): Promise<void> {
    // What was typed behind § has its place once the search has the focus.
    if (this.#held?.[0] && !isCommand(this.#held[0])) await this.#elsewhere();
    while (this.#held && this.#held.length > 0) {
      const [first] = this.#held.splice(0, 1);
      if (first) press(first);
      if (first && isCommand(first)) await this.#elsewhere();
      else await new Promise((done) => setTimeout(done));
    }
    this.#held = null;
    this.#isOver = true;
  }

  /** Until the focus is where the key leads; some keys leave it in the text, so not for ever. */
  async #elsewhere(): Promise<void> {
    for (let frame = 0; frame < LONGEST && this.#editor.view.dom.contains(document.activeElement); frame += 1)
      await new Promise((done) => requestAnimationFrame(done));
  }

  #pressed(event: KeyboardEvent): void {
    if (this.#isOver || !event.isTrusted || event.isComposing || MODIFIERS.includes(event.key)) return;
    if (this.#held && event.key === "Escape") this.drop();
    else if (!this.#held && this.#isMeant(event)) this.hold();
    if (!this.#held) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#held.push(asHeld(event));
  }

  #isMeant(event: KeyboardEvent): boolean {
    const isElsewhere = event.target instanceof Element && event.target.closest("dialog[open], input, textarea");
    return !isElsewhere && !this.#editor.isDestroyed && EARLY.some((chord) => isChord(chord, event, isMac));
  }
}

function asHeld({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Held {
  return { key, code, ctrlKey, metaKey, altKey, shiftKey };
}

/** A key of the desk's own, which types nothing. AltGr, with which signs are typed, is Ctrl and Alt at once. */
function isCommand(held: Held): boolean {
  return held.metaKey || held.ctrlKey !== held.altKey || EARLY.some((chord) => isChord(chord, held, isMac));
}

/** As if it were pressed now, where the focus is. */
function press(held: Held): void {
  const place: Element = document.activeElement ?? document.body;
  const isUntouched = place.dispatchEvent(new KeyboardEvent("keydown", { ...held, bubbles: true, cancelable: true }));
  if (!isUntouched || isCommand(held)) return;
  // Old, and the one way to type that undo and React hear of.
  if (held.key.length === 1) document.execCommand("insertText", false, held.key);
  else if (held.key === "Backspace") document.execCommand("delete");
  else if (held.key === "Enter" && place instanceof HTMLTextAreaElement)
    document.execCommand("insertText", false, "\n");
}
