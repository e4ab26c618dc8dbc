import { useMemo, useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";
import { type Present, readPeople } from "./people";

/** Who is here; the same array until somebody comes, goes or becomes another: where carets stand is not asked. */
export function usePeople(awareness: Awareness, me: string): readonly Present[] {
  const store = useMemo(() => {
    let now: readonly Present[] = readPeople(awareness, me);
    const keyOf = (people: readonly Present[]) => JSON.stringify(people.map(({ caret, ...one }) => [one, !caret]));
    return {
      get: () => now,
      subscribe: (listener: () => void) => {
        const changed = () => {
          const next = readPeople(awareness, me);
          if (keyOf(next) === keyOf(now)) return;
          now = next;
          listener();
        };
        changed();
        awareness.on("change", changed);
        return () => awareness.off("change", changed);
      },
    };
  }, [awareness, me]);
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Calls at most so often, and once more after the last time. */
export function atMostEvery(ms: number, act: () => void): { soon: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
