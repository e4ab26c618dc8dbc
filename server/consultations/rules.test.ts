import { expect, test } from "vitest";
import { type ClauseId, newId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import { expand, internalDeadlineProblem, nextUserKey } from "./rules";

test("[H1] numbers run by kind and year, and a gap is not filled", () => {
  const inUse = ["HS-2026-0001", "HS-2026-0007", "HS-2025-0044", "VU-2026-0009"];
  expect(nextUserKey("hearing", "2026", inUse)).toBe("HS-2026-0008");
  expect(nextUserKey("assessment", "2026", inUse)).toBe("VU-2026-0010");
  expect(nextUserKey("hearing", "2027", inUse)).toBe("HS-2027-0001");
  expect(nextUserKey("hearing", "2026", ["HS-2026-9999"])).toBe("HS-2026-10000");
});

test.each([
  ["before the external one", "2026-03-10", null],
  ["on its day", "2026-03-20", null],
  ["after it", "2026-03-21", "after-external-deadline"],
  ["today", "2026-03-02", null],
  ["yesterday", "2026-03-01", "deadline-passed"],
])("[H4] an internal deadline %s", (_, day, problem) => {
  expect(internalDeadlineProblem(day, "2026-03-02", "2026-03-20")).toBe(problem);
});

type Sketch = [kind: ClauseRow["kind"], name: string, children?: Sketch[]];

function tree(sketches: readonly Sketch[], parentId: ClauseId | null = null, depth = 0): ClauseRow[] {
  return sketches.flatMap(([kind, name, children = []]) => {
    const id = newId<ClauseId>();
    const row = { id, parentId, depth, kind, number: "", heading: name, text: "", path: name };
    return [row, ...tree(children, id, depth + 1)];
  });
}

const clauses = tree([
  [
    "section",
    "Udskrivning",
    [
      ["text", "Indledning"],
      ["clause", "Varsling", [["clause", "Frist for varsling"]]],
      ["section", "Bilag", [["text", "Kun tekst"]]],
    ],
  ],
  ["section", "Tom"],
  ["goal", "Mål"],
  ["area", "A"],
]);

test.each([
  [["Udskrivning"], ["Varsling", "Frist for varsling", "Bilag"]],
  [["Bilag"], ["Bilag"]],
  [["Tom"], ["Tom"]],
  [["Varsling"], ["Varsling"]],
  [
    ["A", "Mål", "Udskrivning", "Varsling"],
    ["Varsling", "Frist for varsling", "Bilag", "Mål", "A"],
  ],
  [["Indledning"], []],
])("[H5] giving %j gives %j", (given, expected) => {
  const ids = clauses.filter((clause) => given.includes(clause.heading)).map((clause) => clause.id);
  const nameOf = new Map(clauses.map((clause) => [clause.id, clause.heading]));
  expect(expand(ids, clauses).map((id) => nameOf.get(id))).toEqual(expected);
});
