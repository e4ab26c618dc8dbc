import { useLocation } from "@remix-run/react";
import { type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import type { ComparedLayout } from "~/components/compared";
import type { ChangeKind } from "../../../server/carry-over/shapes";
import { addressOf, kindsIn, layoutIn, toggled } from "./address";

export type View = { kinds: ReadonlySet<ChangeKind>; layout: ComparedLayout };
export type Show = (next: Partial<View>) => void;

/**
 * What the address says is shown, and the ways to show something else. The rows are all here: the address is written
 * without asking the router, who would be interrupted by the next key.
 */
export function useView() {
  const { search } = useLocation();
  const [view, setView] = useState(() => viewIn(search));
  const newest = useRef(view);
  const take = useCallback((next: View) => {
    newest.current = next;
    setView(next);
  }, []);
  useEffect(() => take(viewIn(search)), [search, take]);
  const show: Show = useCallback(
    (next) => {
      take({ ...newest.current, ...next });
      window.history.replaceState(window.history.state, "", addressOf(newest.current));
    },
    [take],
  );
  const toggle = (kind: ChangeKind) => show({ kinds: toggled(newest.current.kinds, kind) });
  const turn = () => show({ layout: newest.current.layout === "inline" ? "side-by-side" : "inline" });
  return { view, show, toggle, turn };
}

/** A link within the page: its address without a script, else what it would show. A new tab stays the browser's own. */
export function showsOnClick(show: Show, next: Partial<View>) {
  return (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    show(next);
  };
}

function viewIn(search: string): View {
  const address = new URLSearchParams(search);
  return { kinds: kindsIn(address), layout: layoutIn(address) };
}
