import { expect, test } from "vitest";
import type { ClauseId } from "../../../db/ids";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Change, DeskRow } from "../../../server/carry-over/shapes";
import { wishOf } from "./keys";
import { answered, NO_ORDERS, type Order, ordered, refreshed, withOrders } from "./orders";
import { changeOf, filterOf, groupsOf, nextWaiting, withMerged } from "./view";

const id = (name: string) => name as ClauseId;

test("the list shows what waits first, then what was decided by what became of it, each in reading order", () => {
  const rows = [row("a", { decided: "reworded" }), row("b"), row("c", { decided: "dropped" }), row("d")];
  expect(groupsOf(rows, "all", new Set()).map(({ key, rows }) => [key, namesOf(rows)])).toEqual([
    ["waiting", ["b", "d"]],
    ["reworded", ["a"]],
    ["dropped", ["c"]],
  ]);
});

test("under 'venter' what was decided on this visit stays in sight, and nothing else that is decided", () => {
  const rows = [row("a", { decided: "reworded" }), row("b"), row("c", { decided: "dropped" })];
  expect(groupsOf(rows, "waiting", new Set(["c"])).map(({ key, rows }) => [key, namesOf(rows)])).toEqual([
    ["waiting", ["b"]],
    ["now", ["c"]],
  ]);
});

test("what waits is shown as long as something does, unless a decided row is asked for", () => {
  const rows = [row("a", { decided: "reworded" }), row("b")];
  expect(filterOf(null, { rows }, null)).toBe("waiting");
  expect(filterOf(null, { rows }, "a")).toBe("all");
  expect(filterOf("bemaerkninger", { rows }, null)).toBe("remarks");
  expect(filterOf(null, { rows: rows.slice(0, 1) }, null)).toBe("all");
});

test("the next that waits comes after this one, and from the top again, but is never this one", () => {
  const rows = [row("a"), row("b", { decided: "moved" }), row("c"), row("d", { decided: "moved" })];
  expect(nextWaiting(rows, "a")?.from.id).toBe("c");
  expect(nextWaiting(rows, "c")?.from.id).toBe("a");
  expect(nextWaiting(rows, "d")?.from.id).toBe("a");
  expect(nextWaiting(rows.slice(0, 2), "a")).toBeNull();
});

test("a choice is called by what it makes of the clause", () => {
  const rows = [row("a", { to: ["x"] }), row("b", { decided: "reworded", to: ["y"] })];
  const [first] = rows as [DeskRow, DeskRow];
  expect(changeOf(first, [], rows)).toBe("dropped");
  expect(changeOf(first, [id("x"), id("y")], rows)).toBe("split");
  expect(changeOf(first, [id("y")], rows)).toBe("merged");
  expect(changeOf(first, [id("x")], rows)).toBe("reworded");
});

test("two clauses that became one are both shown as merged, whichever was decided first", () => {
  const rows = withMerged([row("a", { decided: "reworded", to: ["x"] }), row("b", { decided: "merged", to: ["x"] })]);
  expect(rows.map(({ decision }) => decision?.change)).toEqual(["merged", "merged"]);
  const waiting = withMerged([row("a", { decided: "reworded", to: ["x"] }), row("b", { to: ["y"] })]);
  expect(waiting[0]?.decision?.change).toBe("reworded");
});

test("a decision is seen before the server has taken it, and stays until the page is asked for anew", () => {
  const rows = [row("a", { to: ["x"], remarks: 1 }), row("b")];
  const order: Order = { key: 1, rowId: id("a"), op: "decide", to: [id("x")], change: "reworded" };
  const sent = ordered(NO_ORDERS, order);
  expect(shown(rows, sent)).toEqual(["reworded", undefined]);
  const taken = answered(sent, 1, null);
  expect(taken.isStale).toBe(true);
  expect(shown(rows, taken)).toEqual(["reworded", undefined]);
  expect(withOrders(rows, taken, new Date())[1]).toBe(rows[1]);
  expect(refreshed(taken, [order])).toMatchObject({ done: [], isStale: false });
});

test("a refused decision is as it was, with its reason at the row, and what came after it about that row falls too", () => {
  const rows = [row("a", { to: ["x"], remarks: 1 })];
  const decide: Order = { key: 1, rowId: id("a"), op: "decide", to: [id("x")], change: "reworded" };
  const undo: Order = { key: 2, rowId: id("a"), op: "undo" };
  const refused = answered(ordered(ordered(NO_ORDERS, decide), undo), 1, "already-decided");
  expect(refused.waiting).toEqual([]);
  expect(refused.refused.get("a")).toBe("already-decided");
  expect(refused.isStale).toBe(true);
  expect(shown(rows, refused)).toEqual([undefined]);
  expect(ordered(refused, { ...decide, key: 3 }).refused.size).toBe(0);
});

test("where nobody was reached there is nothing new to ask for", () => {
  const order: Order = { key: 1, rowId: id("a"), op: "undo" };
  expect(answered(ordered(NO_ORDERS, order), 1, "not-reached").isStale).toBe(false);
});

test("a key means what it says on a Danish keyboard, and Ctrl keys stay the browser's but for undo", () => {
  const key = (key: string, rest: object = {}) =>
    wishOf({ key, code: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...rest });
  expect(key("j")).toEqual(key("ArrowDown"));
  expect(key("2", { code: "Digit2" })).toEqual({ kind: "choose", at: 1 });
  expect(key('"', { code: "Digit2", shiftKey: true })).toEqual({ kind: "mark", at: 1 });
  expect(key("?", { shiftKey: true })).toEqual({ kind: "keys" });
  expect(key("z", { ctrlKey: true })).toEqual(key("z"));
  expect(key("n", { ctrlKey: true })).toBeNull();
  expect(key("1", { code: "Digit1", ctrlKey: true })).toBeNull();
  expect(key("F5")).toBeNull();
});

type Given = { decided?: Change; to?: string[]; remarks?: number };

function row(name: string, { decided, to = [], remarks = 0 }: Given = {}): DeskRow {
  const from: ClauseRow = {
    id: id(name),
    parentId: null,
    depth: 0,
    kind: "goal",
    number: name,
    heading: "",
    text: name,
    path: name,
  };
  const ids = to.map(id);
  return {
    from,
    proposed: { change: "reworded", to: ids, doubt: null, suggestions: [] },
    decision: decided ? { to: ids, change: decided, isCertain: false, by: "Tove", at: new Date(0) } : null,
    inUse: { remarks, answers: 0, assignments: 0 },
    remarkedOn: [],
    isBlocking: !decided && remarks > 0,
  };
}

function namesOf(rows: readonly DeskRow[]): string[] {
  return rows.map(({ from }) => from.id);
}

function shown(rows: readonly DeskRow[], orders: typeof NO_ORDERS) {
  return withOrders(rows, orders, new Date(0)).map(({ decision }) => decision?.change);
}
