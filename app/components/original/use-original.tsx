import { type ComponentType, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "~/components/button";
import { original as words } from "~/words/original";
import type { OriginalOf } from "./shapes";
import { createShown, type Shown, useIsWide } from "./shown";
import "./original.css";

/**
 * The original beside the tree: a button for the page's head and the pane itself, which places itself. From 1100 px on it
 * stands at the right, and whether it does is remembered by the browser; on narrower screens it is a sheet that is asked
 * for. Neither draws the page anew when it comes and goes: its tree may be long.
 */
export function useOriginal(of: OriginalOf): { toggle: ReactNode; pane: ReactNode; show: () => void } {
  const [shown] = useState(createShown);
  return {
    toggle: <Toggle shown={shown} />,
    pane: <Sheet shown={shown} of={of} key={of.version.id} />,
    show: () => shown.show(true),
  };
}

function useIsShown({ subscribe, isShown }: Shown): boolean {
  return useSyncExternalStore(subscribe, isShown, () => false);
}

function Toggle({ shown }: { shown: Shown }) {
  const isShown = useIsShown(shown);
  const button = useRef<HTMLButtonElement>(null);
  useKey(() => shown.show(!shown.isShown()));
  useEffect(() => shown.onClosed(() => button.current?.focus()), [shown]);
  return (
    <Button
      type="button"
      kind="quiet"
      ref={button}
      aria-expanded={isShown}
      aria-keyshortcuts={words.key}
      title={`${isShown ? words.hide : words.show} (${words.key})`}
      onClick={() => shown.show(!isShown)}
    >
      {isShown ? words.hide : words.show}
    </Button>
  );
}

/** Beside the tree it is part of the page; over it, it is a dialog that holds the focus. Once open, it stays drawn. */
function Sheet({ shown, of }: { shown: Shown; of: OriginalOf }) {
  const isShown = useIsShown(shown);
  const isWide = useIsWide();
  const dialog = useRef<HTMLDialogElement>(null);
  const Pane = usePane(shown);
  useEffect(() => {
    if (isWide !== null) shown.settle(isWide);
  }, [isWide, shown]);
  useEffect(() => {
    if (dialog.current) return place(dialog.current, isShown, isWide === true);
  }, [isShown, isWide]);
  return (
    <dialog
      className="original"
      aria-label={words.title}
      tabIndex={-1}
      ref={dialog}
      onClose={() => isShown && !isWide && shown.close()}
    >
      {Pane && <Pane {...of} isShown={isShown} onClose={shown.close} />}
      {!Pane && isShown && <p className="original-state">{words.opening}</p>}
    </dialog>
  );
}

type PaneOf = ComponentType<OriginalOf & { isShown: boolean; onClose: () => void }>;

/**
 * Loaded the moment it is asked for: neither after the page has been drawn with room for it, nor by `lazy`, of which React
 * shows what was suspended half a second later than it could.
 */
function usePane(shown: Shown): PaneOf | null {
  const [pane, setPane] = useState<{ Pane: PaneOf } | null>(null);
  const isHere = pane !== null;
  useEffect(() => {
    if (isHere) return;
    const load = () => {
      if (shown.isShown()) void import("./pane").then(({ Pane }) => setPane({ Pane }));
    };
    load();
    return shown.subscribe(load);
  }, [shown, isHere]);
  return pane?.Pane ?? null;
}

function place(dialog: HTMLDialogElement, isShown: boolean, isWide: boolean): () => void {
  if (isShown && isWide) dialog.setAttribute("open", "");
  // Said by an attribute: a page that asks by :has() whether it holds an open paper looks through a long tree at each key.
  const page = dialog.closest(".page");
  page?.toggleAttribute("data-beside", isShown && isWide);
  if (isShown && !isWide) {
    dialog.showModal();
    // Else it would be the first button that it happens to hold.
    dialog.focus();
  }
  return () => {
    page?.removeAttribute("data-beside");
    if (isWide) dialog.removeAttribute("open");
    else if (dialog.open) dialog.close();
  };
}

/** One letter, wherever one stands but in a field. */
function useKey(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey, isComposing, repeat, defaultPrevented } = event;
      const isOther = ctrlKey || metaKey || altKey || isComposing || repeat || defaultPrevented;
      if (isOther || key.toLowerCase() !== words.key) return;
      if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
