import { useCallback, useSyncExternalStore } from "react";

type Watched = { matches: boolean; listeners: Set<() => void> };

/** Asked once and told of changes: asking a media query lays the page out, and hundreds of rows ask for the same one. */
const watched = new Map<string, Watched>();

/** Whether the window is as the media query says; not so on the server, so let CSS answer for the first moment. */
export function useMatches(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const { listeners } = watch(query);
      listeners.add(tell);
      return () => {
        listeners.delete(tell);
      };
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => watch(query).matches,
    () => false,
  );
}

function watch(query: string): Watched {
  const known = watched.get(query);
  if (known) return known;
  const list = window.matchMedia(query);
  const state: Watched = { matches: list.matches, listeners: new Set() };
  list.addEventListener("change", ({ matches }) => {
    state.matches = matches;
    for (const tell of state.listeners) tell();
  });
  watched.set(query, state);
  return state;
}
