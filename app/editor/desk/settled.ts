import type { Editor } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { useMemo, useSyncExternalStore } from "react";

type Settled = {
  get: () => EditorState;
  subscribe: (listener: () => void) => () => void;
  /** At once: a person has done something to the whole text and waits for it. */
  settle: () => void;
};

/** A pause in writing: longer than between two letters of who writes fast. */
const PAUSE = 250;
/** However busy they are, people see what they wrote counted and listed after so long. */
const LATEST = 1000;
const known = new WeakMap<Editor, Settled>();

/**
 * The text as it was in the last pause in which the browser had nothing better to do. What is drawn from it (outline, counts,
 * hits) costs a key nothing but a timer; and what stands in front of it may be a second behind.
 */
export function useSettled<T>(editor: Editor, select: (state: EditorState) => T): T {
  const settled = useMemo(() => settledOf(editor), [editor]);
  return useSyncExternalStore(settled.subscribe, () => select(settled.get()));
}

/** One for all who ask about an editor: they are told together, and React draws them in one go. */
export function settledOf(editor: Editor): Settled {
  const there = known.get(editor) ?? createSettled(editor);
  known.set(editor, there);
  return there;
}

function createSettled(editor: Editor): Settled {
  const listeners = new Set<() => void>();
  let now = editor.state;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Since when there is something to settle. */
  let since: number | null = null;
  const settle = () => {
    clearTimeout(timer);
    since = null;
    if (editor.isDestroyed || now === editor.state) return;
    now = editor.state;
    for (const listener of listeners) listener();
  };
  const ask = () => {
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(settle), Math.min(PAUSE, Math.max(0, since + LATEST - Date.now())));
  };
  return {
    get: () => now,
    settle,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        now = editor.state;
        editor.on("transaction", ask);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) editor.off("transaction", ask);
      };
    },
  };
}

/** Safari has no idle callback. */
function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: LATEST });
  else setTimeout(run, LATEST / 4);
}
