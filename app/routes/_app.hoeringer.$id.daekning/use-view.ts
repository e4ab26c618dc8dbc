import { useLocation } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Board } from "./board";
import { columnsIn, countsIn, rowsIn, searchOf, type Texts, type View, viewIn } from "./filter";

export type Show = (next: Partial<View>) => void;

/** What the address says is shown, and the way to show something else. All is here already: the router is not asked. */
export function useView() {
  const { search, pathname, key } = useLocation();
  const [view, setView] = useState(() => viewIn(new URLSearchParams(search)));
  const newest = useRef(view);
  const take = useCallback((next: View) => {
    newest.current = next;
    setView(next);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address gone to again is another place.
  useEffect(() => {
    const next = viewIn(new URLSearchParams(search));
    if (searchOf(next) !== searchOf(newest.current)) take(next);
  }, [search, key, take]);
  const show: Show = useCallback(
    (next) => {
      take({ ...newest.current, ...next });
      window.history.replaceState(window.history.state, "", `${pathname}${searchOf(newest.current)}`);
    },
    [take, pathname],
  );
  return { view, show };
}

/**
 * The rows and columns of a view. What is answered while one looks no longer fits "holes", and stays all the same until
 * something else is asked for: nothing goes away under the reader's hand. [C6]
 */
export function useShown(board: Board, view: View, texts: Texts | undefined) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins anew.
  const kept = useMemo(() => new Set<string>(), [view, texts]);
  const rows = useMemo(() => {
    const shown = rowsIn(board, view, texts, kept);
    for (const row of shown) if (!row.isHead) kept.add(row.id);
    return shown;
  }, [board, view, texts, kept]);
  const columns = useMemo(() => columnsIn(board, view), [board, view]);
  const counts = useMemo(() => countsIn(board, view, texts), [board, view, texts]);
  return { rows, columns, counts };
}

/** The clauses' texts are fetched when somebody searches them, and not before. */
export function useTexts(loaded: Texts | null, address: string, isWanted: boolean): { texts: Texts | undefined } {
  const [fetched, setFetched] = useState<Texts>();
  const texts = loaded ?? fetched;
  const isDue = isWanted && texts === undefined;
  useEffect(() => {
    if (!isDue) return;
    let isGone = false;
    fetch(address)
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then((found: Texts | undefined) => isGone || setFetched(found))
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [isDue, address]);
  return { texts };
}
