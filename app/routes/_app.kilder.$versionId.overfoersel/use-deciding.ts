import { useBlocker, useFetcher, useRevalidator } from "@remix-run/react";
import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClauseId } from "../../../db/ids";
import type { Change, DeskPage, DeskRow } from "../../../server/carry-over/shapes";
import { answered, forgotten, NO_ORDERS, type Order, type Orders, ordered, refreshed, withOrders } from "./orders";
import type { Taken } from "./sending";
import { formOf, keyOf } from "./sending";

export type Deciding = {
  /** As the server has them, with what is on its way there. */
  rows: readonly DeskRow[];
  /** Row → code. */
  refused: Orders["refused"];
  sending: ReadonlySet<string>;
  decide(rowId: ClauseId, to: readonly ClauseId[], change: Change): void;
  undo(rowId: ClauseId): void;
  /** Takes down what is said of refusals. */
  forget(): void;
};

type Set = Dispatch<SetStateAction<Orders>>;

/** So long after the last answer the page is asked for anew: not between two keys of a person who goes on. */
const QUIET_MS = 400;

/** A decision is seen at once and sent after the one before it. What the server refuses is as it was, and says so. */
export function useDeciding(page: DeskPage): Deciding {
  const [orders, setOrders] = useState(NO_ORDERS);
  useSending(orders, setOrders);
  useRefreshing(page, orders, setOrders);
  useStaying(orders.waiting.length > 0);
  const last = useRef(0);
  const rows = useMemo(() => withOrders(page.rows, orders, new Date()), [page.rows, orders]);
  const sending = useMemo(() => new Set<string>(orders.waiting.map(({ rowId }) => rowId)), [orders.waiting]);
  const acts = useMemo(() => {
    const add = (order: Unnumbered) => {
      last.current += 1;
      const numbered: Order = { ...order, key: last.current };
      setOrders((before) => ordered(before, numbered));
    };
    return {
      decide: (rowId: ClauseId, to: readonly ClauseId[], change: Change) => add({ rowId, op: "decide", to, change }),
      undo: (rowId: ClauseId) => add({ rowId, op: "undo" }),
      forget: () => setOrders(forgotten),
    };
  }, []);
  return { rows, refused: orders.refused, sending, ...acts };
}

type Unnumbered = { rowId: ClauseId } & ({ op: "decide"; to: readonly ClauseId[]; change: Change } | { op: "undo" });

function useSending({ waiting }: Orders, setOrders: Set): void {
  const { data, state, submit } = useFetcher<Taken>({ key: "deciding" });
  const sent = useRef(0);
  useEffect(() => {
    const key = data && keyOf(data);
    if (key) setOrders((orders) => answered(orders, key, "refusal" in data ? data.refusal.code : null));
  }, [data, setOrders]);
  const next = waiting[0];
  useEffect(() => {
    if (!next || state !== "idle" || sent.current === next.key) return;
    sent.current = next.key;
    submit(formOf(next), { method: "post" });
  }, [next, state, submit]);
}

/** Choosing another row can cut an asking off; it is then done again. */
function useRefreshing(page: DeskPage, { waiting, done, isStale }: Orders, setOrders: Set): void {
  const { revalidate, state } = useRevalidator();
  const asked = useRef<{ page: DeskPage; done: readonly Order[] } | null>(null);
  const isDue = isStale && waiting.length === 0;
  useEffect(() => {
    const before = asked.current;
    if (before && before.page !== page) {
      asked.current = null;
      setOrders((orders) => refreshed(orders, before.done));
      return;
    }
    if (!isDue || state !== "idle") return;
    const timer = setTimeout(() => {
      asked.current = { page, done };
      revalidate();
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [page, done, isDue, state, revalidate, setOrders]);
}

/** Whoever leaves while something is on its way leaves when it has arrived. */
function useStaying(isBusy: boolean): void {
  const isLeaving = useCallback<Exclude<Parameters<typeof useBlocker>[0], boolean>>(
    ({ currentLocation, nextLocation }) => isBusy && currentLocation.pathname !== nextLocation.pathname,
    [isBusy],
  );
  const blocker = useBlocker(isLeaving);
  useEffect(() => {
    if (!isBusy && blocker.state === "blocked") blocker.proceed();
  }, [isBusy, blocker]);
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);
}
