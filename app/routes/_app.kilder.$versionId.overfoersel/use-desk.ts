import { type KeyboardEvent, type MouseEvent, useMemo, useState } from "react";
import { useAnnouncer } from "~/editor/use-announcer";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { DeskPage, DeskRow } from "../../../server/carry-over/shapes";
import { fulfil } from "./acts";
import type { Desk } from "./desk";
import { wishOf } from "./keys";
import { useDeciding } from "./use-deciding";
import { useFocus } from "./use-focus";
import { type Placing, usePlace } from "./use-place";
import { groupsOf, withMerged } from "./view";

export function useDesk(page: DeskPage) {
  const place = usePlace(page);
  const deciding = useDeciding(page);
  const [choices, setChoices] = useState<Desk["choices"]>(new Map());
  const [decidedNow, setDecidedNow] = useState<Desk["decidedNow"]>([]);
  const [isSearching, search] = useState(false);
  const [areKeysShown, showKeys] = useState(false);
  const after = useMemo(
    () => new Map<string, ClauseRow>(page.after.map((clause) => [clause.id, clause])),
    [page.after],
  );
  const { groups, shown } = useShown(deciding.rows, place.filter, decidedNow);
  const current = shown.find(({ from }) => from.id === place.rowId) ?? shown[0];
  const desk: Desk = {
    ...{ page, after, groups, shown, current, place, deciding, choices, decidedNow, isSearching, areKeysShown },
    ...useAnnouncer(),
    choose: (rowId, to) => setChoices((before) => new Map(before).set(rowId, to)),
    remember: (rowId) => setDecidedNow((before) => [...before.filter((id) => id !== rowId), rowId]),
    search,
    showKeys,
  };
  const { root, follow } = useFocus(isSearching);
  // The focus goes where the keys and the clicks lead, and nowhere on its own.
  const go: Placing["go"] = (id, isPushed) => {
    follow();
    search(false);
    place.go(id, isPushed);
  };
  const acting = { ...desk, place: { ...place, go } };
  return { desk: acting, root, on: { onKeyDown: keysOf(acting), onClick: clicksOf(acting) } };
}

function useShown(rows: readonly DeskRow[], filter: Placing["filter"], decidedNow: readonly string[]) {
  return useMemo(() => {
    const groups = groupsOf(withMerged(rows), filter, new Set(decidedNow));
    return { groups, shown: groups.flatMap((group) => group.rows) };
  }, [rows, filter, decidedNow]);
}

function keysOf(desk: Desk) {
  return (event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || isWriting(target)) return;
    const wish = wishOf(event.nativeEvent);
    if (!wish || ((event.key === "Enter" || event.key === " ") && isOwn(target))) return;
    event.preventDefault();
    // A key that is held down walks along the rows; it decides nothing.
    if (event.repeat && !(wish.kind === "up" || wish.kind === "down")) return;
    fulfil(desk, wish);
  };
}

function isWriting(target: Element): boolean {
  return target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;
}

/** What does something of its own on Enter and Space. */
function isOwn(target: Element): boolean {
  return target.closest("a:not([data-row]), button, input, summary") !== null;
}

/** Rows are links that need no script; with one they lead there at once. */
function clicksOf(desk: Desk) {
  return (event: MouseEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    const id = row?.dataset["row"];
    if (!id) return;
    event.preventDefault();
    desk.place.go(id, true);
  };
}
