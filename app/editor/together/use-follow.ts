import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import { together as words } from "../../words/together";
import { type Present, readPeople } from "./people";
import { bringIntoSight } from "./sight";
import { atMostEvery } from "./use-people";

type Of = { editor: Editor; awareness: Awareness; me: string; announce: (message: string) => void };
export type Following = { followed: Present | null; follow(one: Present): void; stop(): void };

/** Somebody who loads their page anew is not gone. */
const GONE_AFTER = 8_000;
/** As often as carets are passed on. */
const EVERY = 150;
/** These alone take nothing into one's own hands. */
const IDLE_KEYS = ["Shift", "Control", "Alt", "Meta", "Tab", "CapsLock"];

/** The page goes where somebody's caret goes, until one types, scrolls or presses Escape. */
export function useFollow({ editor, awareness, me, announce }: Of): Following {
  const [followed, setFollowed] = useState<Present | null>(null);
  const latest = useRef(announce);
  latest.current = announce;
  const stop = useCallback(() => setFollowed(null), []);
  const follow = useCallback((one: Present) => setFollowed(one), []);
  const name = followed?.name;
  const center = followed?.center;
  useEffect(() => {
    if (name === undefined) return;
    latest.current(words.nowFollowing(name));
    const stops = [followCaret({ editor, awareness, me, name, center, stop }), untilOwnHands(stop)];
    return () => {
      for (const end of stops) end();
      latest.current(words.noLongerFollowing(name));
    };
  }, [name, center, editor, awareness, me, stop]);
  return { followed, follow, stop };
}

type Caret = Omit<Of, "announce"> & { name: string; center: string | undefined; stop: () => void };

function followCaret({ editor, awareness, me, name, center, stop }: Caret): () => void {
  let gone: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const one = readPeople(awareness, me).find((person) => person.name === name && person.center === center);
    if (!one) gone ??= setTimeout(stop, GONE_AFTER);
    else {
      clearTimeout(gone);
      gone = undefined;
      if (one.caret && !editor.isDestroyed) bringIntoSight(editor, one.caret);
    }
  };
  const { soon, stop: rest } = atMostEvery(EVERY, look);
  look();
  awareness.on("change", soon);
  // What is written above them moves them, too.
  editor.on("update", soon);
  return () => {
    clearTimeout(gone);
    rest();
    awareness.off("change", soon);
    editor.off("update", soon);
  };
}

function untilOwnHands(stop: () => void): () => void {
  const pressed = (event: KeyboardEvent) => IDLE_KEYS.includes(event.key) || stop();
  const taken = (event: Event) => {
    // A press of "Stop" says it itself; a press into the text, or on the bar at the window's edge, takes it over.
    if (!(event.target instanceof Element && event.target.closest("button"))) stop();
  };
  const listeners = [
    ["keydown", pressed],
    ["wheel", stop],
    ["touchmove", stop],
    ["pointerdown", taken],
  ] as const;
  const options = { capture: true, passive: true };
  // Not the press that began it.
  const timer = setTimeout(() => {
    for (const [kind, listener] of listeners) window.addEventListener(kind, listener as EventListener, options);
  });
  return () => {
    clearTimeout(timer);
    for (const [kind, listener] of listeners) window.removeEventListener(kind, listener as EventListener, options);
  };
}
