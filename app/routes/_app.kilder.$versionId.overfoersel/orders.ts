import type { ClauseId } from "../../../db/ids";
import type { Change, DeskRow } from "../../../server/carry-over/shapes";
import { withDecision } from "./view";

/** What a person has asked for. Orders are sent one after the other, in their order. */
export type Order = { key: number; rowId: ClauseId } & (
  | { op: "decide"; to: readonly ClauseId[]; change: Change }
  | { op: "undo" }
);

export type Orders = {
  /** The first is with the server or on its way there. */
  waiting: readonly Order[];
  /** Taken by the server, and shown until the page has been asked for anew. */
  done: readonly Order[];
  /** Row → code; forgotten when the row is ordered again. */
  refused: ReadonlyMap<string, string>;
  /** The server has said something that the page does not show yet. */
  isStale: boolean;
};

export const NO_ORDERS: Orders = { waiting: [], done: [], refused: new Map(), isStale: false };

/** The code of what was never sent, or never answered. */
export const NOT_REACHED = "not-reached";

export function ordered(orders: Orders, order: Order): Orders {
  const refused = new Map(orders.refused);
  refused.delete(order.rowId);
  return { ...orders, waiting: [...orders.waiting, order], refused };
}

/** Nobody needs to be told any more that these were refused. */
export function forgotten(orders: Orders): Orders {
  return { ...orders, refused: new Map() };
}

/** The order was taken, or (with a code) refused: then later ones about the same row fall with it. */
export function answered(orders: Orders, key: number, code: string | null): Orders {
  const order = orders.waiting.find((one) => one.key === key);
  if (!order) return orders;
  const waiting = orders.waiting.filter((one) => one !== order);
  if (code === null) return { ...orders, waiting, done: [...orders.done, order], isStale: true };
  return {
    ...orders,
    waiting: waiting.filter(({ rowId }) => rowId !== order.rowId),
    refused: new Map(orders.refused).set(order.rowId, code),
    isStale: orders.isStale || code !== NOT_REACHED,
  };
}

/** The page was asked for when these were done: of them it says what counts now. */
export function refreshed(orders: Orders, shown: readonly Order[]): Orders {
  const done = orders.done.filter((order) => !shown.includes(order));
  return { ...orders, done, isStale: done.length > 0 };
}

/** The rows with what is on its way to the server; a row that nothing is ordered of stays the same object. */
export function withOrders(rows: readonly DeskRow[], { done, waiting }: Orders, now: Date): readonly DeskRow[] {
  if (done.length + waiting.length === 0) return rows;
  const last = new Map([...done, ...waiting].map((order) => [order.rowId, order]));
  return rows.map((row) => {
    const order = last.get(row.from.id);
    if (!order) return row;
    if (order.op === "undo") return withDecision(row, null);
    return withDecision(row, { to: [...order.to], change: order.change, isCertain: false, by: null, at: now });
  });
}
