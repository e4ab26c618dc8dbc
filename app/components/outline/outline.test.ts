import { expect, test } from "vitest";
import { agreement, node } from "../../../tests/world/outline";
import { flatten } from "../../document-model/proposal";
import { orderOf } from "./orders";
import { dropAt, findNumber, nextToCheck } from "./places";
import { inTurn, renamedStep } from "./steps";

const press = (key: string, held: Partial<Record<"altKey" | "ctrlKey" | "metaKey" | "shiftKey", boolean>> = {}) =>
  orderOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

/** a with a1 (a1x under it), a2, a3; b with b1. */
const rows = flatten(agreement().nodes);

test("a letter says what a node is, a digit goes to a number, and the browser keeps its own keys", () => {
  expect(press("m")).toEqual({ is: "op", op: { op: "retype", kind: "goal" } });
  expect(press("Delete")).toEqual({ is: "op", op: { op: "retype", kind: "ignored" } });
  expect(press("3")).toEqual({ is: "find", text: "3" });
  expect(press("ArrowDown", { shiftKey: true })).toEqual({ is: "go", step: 1, extends: true });
  expect(press("ArrowLeft", { altKey: true })).toEqual({ is: "op", op: { op: "promote" } });
  expect(press("Z", { ctrlKey: true })).toEqual({ is: "undo" });
  for (const key of ["c", "f", "r"]) expect(press(key, { ctrlKey: true })).toBeNull();
  for (const key of ["Tab", "å", "F5"]) expect(press(key)).toBeNull();
});

test("a number is found as it is typed, from where one stands and then from the top", () => {
  const numbered = ["3.1", "3.2", "§ 4", "3.20"].map((number, at) => ({ ...rows[0]!, id: `n${at}`, number }));
  const found = (typed: string, from: number) => findNumber(numbered, typed, from)?.id;
  expect(found("3.2", 0)).toBe("n1");
  expect(found("3.2", 2)).toBe("n3");
  expect(found("3", 4)).toBe("n0");
  expect(found("4", 0)).toBe("n2");
  expect(found("9", 0)).toBeUndefined();
});

test("the next node to look at comes after this one, and after the last the first", () => {
  const flagged = rows.map((row) => (["a1", "b1"].includes(row.id) ? { ...row, warnings: ["long"] } : row));
  expect(nextToCheck(flagged, 3, 1)?.id).toBe("b1");
  expect(nextToCheck(flagged, 6, 1)?.id).toBe("a1");
  expect(nextToCheck(flagged, 1, -1)?.id).toBe("b1");
  expect(nextToCheck(rows, 0, 1)).toBeUndefined();
});

test("a dragged node lands between two rows, as far in as the pointer is and the rows allow", () => {
  const drop = (id: string, gap: number, depth: number) => dropAt(rows, id, gap, depth);
  // Rows: 0 a · 1 a1 · 2 a1x · 3 a2 · 4 a3 · 5 b · 6 b1
  expect(drop("a3", 1, 1)).toEqual({ parentId: "a", index: 0, depth: 1 });
  expect(drop("a3", 3, 2)).toEqual({ parentId: "a1", index: 1, depth: 2 });
  expect(drop("a3", 3, 9)).toEqual({ parentId: "a1x", index: 0, depth: 3 });
  expect(drop("b1", 0, 3)).toEqual({ parentId: null, index: 0, depth: 0 });
  expect(drop("a1", 6, 1)).toEqual({ parentId: "b", index: 0, depth: 1 });
  expect(drop("a", 7, 0)).toEqual({ parentId: null, index: 1, depth: 0 });
});

test("a node that is let go where it stood, or inside itself, stays", () => {
  expect(dropAt(rows, "a2", 3, 1)).toBeNull();
  expect(dropAt(rows, "a2", 4, 1)).toBeNull();
  expect(dropAt(rows, "a1", 2, 1)).toBeNull();
  expect(dropAt(rows, "gone", 2, 1)).toBeNull();
});

test("[S3] corrections are shown in turn until one is refused; what changes nothing is not sent", () => {
  const { trials, refused } = inTurn(agreement().nodes, [
    { op: "retype", nodeId: "a2", kind: "clause" },
    { op: "retype", nodeId: "a2", kind: "goal" },
    { op: "join", nodeId: "a1" },
    { op: "promote", nodeId: "a2" },
  ]);
  expect(trials.map(({ correction }) => correction.op)).toEqual(["retype"]);
  expect(refused).toEqual({ nodeId: "a1", code: "nothing-to-join", answer: null });
});

test("what is split here has a name of its own until the server has given one, in the tree and in what is not sent yet", () => {
  const nodes = [node("x", "", [node("own", "Tekst.")])];
  const step = { key: 1, nodes, made: [], revision: null };
  const place = { op: "place" as const, nodeId: "x", also: ["own"], parentId: "own", index: 0 };
  const named = renamedStep({ ...step, correction: place }, new Map([["own", "given"]]));
  expect(named.nodes[0]?.children[0]?.id).toBe("given");
  expect(named.correction).toEqual({ ...place, also: ["given"], parentId: "given" });
});
