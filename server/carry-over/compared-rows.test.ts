import { expect, test } from "vitest";
import type { ClauseId } from "../../db/ids";
import { seeded } from "../../tests/sync/random";
import { clausesIn } from "../../tests/world/clauses";
import type { ClauseRow } from "../agreements/shapes";
import { comparedRows, countChanges } from "./compared-rows";
import { addedIn, countsOf, deskRows } from "./desk-rows";
import { align } from "./rules";
import type { Change, DecidedRow } from "./shapes";

const rows = (side: string, lines: string): ClauseRow[] =>
  clausesIn(side, lines).map(({ position: _, ...clause }) => ({ ...clause, depth: 0, path: clause.heading }));

const before = rows(
  "old",
  `
section||Udskrivning|
  clause|1||Der varsles tre dage før, at borgeren kommer hjem.
  clause|2||Hospitalet sender epikrisen.
  clause|3||Klager behandles i fællesskab.
  clause|4||Der aftales en plan for forløbet sammen med borgeren.`,
);
const after = rows(
  "new",
  `
section||Udskrivning|
  clause|4||Der aftales en plan for forløbet sammen med borgeren.
  clause|1||Der varsles fem dage før, at borgeren kommer hjem.
  clause|5||Udgifter deles efter taksten.`,
);
const alignment = align(
  before.map((clause, position) => ({ ...clause, position })),
  after.map((clause, position) => ({ ...clause, position })),
);

const decided = (decisions: [string, string[], Change][]) =>
  new Map(
    decisions.map(([from, to, change]): [ClauseId, DecidedRow] => [
      `old ${from}` as ClauseId,
      { to: to.map((one) => `new ${one}` as ClauseId), change, isCertain: false, by: "Tove", at: new Date(0) },
    ]),
  );

function shown(decisions: [string, string[], Change][] = []) {
  return comparedRows({ before, after, alignment, decided: decided(decisions) }).map(
    ({ from, to, change, isDecided }) => {
      const names = [from, to].map((side) => side.map(({ number, heading }) => number || heading).join("+"));
      return [names[0], names[1], change, isDecided];
    },
  );
}

test("two versions stand side by side in the new one's order, and what is gone where it stood", () => {
  expect(shown()).toEqual([
    ["Udskrivning", "Udskrivning", "unchanged", false],
    ["4", "4", "unchanged", false],
    ["1", "1", "reworded", false],
    ["2", "", "dropped", false],
    ["3", "", "dropped", false],
    ["", "5", "new", false],
  ]);
});

test("[C11] what was decided takes the place of what is proposed, and what leads together is one row", () => {
  expect(shown([["1", ["1", "5"], "split"], ["2", ["5"], "merged"], ["3", [], "dropped"], ["4", ["4"], "moved"]])).toEqual([
    ["Udskrivning", "Udskrivning", "unchanged", false],
    ["4", "4", "moved", true],
    ["1+2", "1+5", "merged", true],
    ["3", "", "dropped", true],
  ]); // biome-ignore format: a table
});

test("what nothing leads to is new for certain when everything is decided", () => {
  const all: [string, string[], Change][] = [["1", ["1"], "reworded"], ["2", [], "dropped"], ["3", [], "dropped"], ["4", ["4"], "moved"]]; // biome-ignore format: one line
  expect(shown(all).at(-1)).toEqual(["", "5", "new", true]);
  const counts = countChanges(comparedRows({ before, after, alignment, decided: decided(all) }));
  expect(counts).toEqual({ unchanged: 1, moved: 1, reworded: 1, split: 0, merged: 0, dropped: 2, met: 0, new: 1 });
});

test("what was merged with something that leads nowhere any more is reworded", () => {
  expect(shown([["2", ["5"], "merged"]])).toContainEqual(["2", "5", "reworded", true]);
});

test("a clause that is gone first stands first", () => {
  const [gone] = rows("old", "clause|0||Formålet er udgået.");
  const all = gone ? [gone, ...before] : before;
  expect(comparedRows({ before: all, after, alignment, decided: new Map() })[0]?.from[0]?.number).toBe("0");
});

const none = { remarks: 0, answers: 0, assignments: 0, remarkedOn: new Set<ClauseId>(), isFollowed: true };

test("[C20] a desk lists what can be linked to and what else is in use; in use and undecided blocks", () => {
  const [section, first, second] = before.map(({ id }) => id) as [ClauseId, ClauseId, ClauseId];
  const used = new Map([
    [section, { ...none, assignments: 1 }],
    [first, { ...none, remarks: 2 }],
    [second, { ...none, answers: 1, isFollowed: false }],
  ]);
  const found = deskRows({ before, after, alignment, decided: decided([["1", ["1"], "reworded"]]), used });
  expect(found.map(({ from, inUse, isBlocking }) => [from.number, Object.values(inUse), isBlocking])).toEqual([
    ["", [0, 0, 1], true],
    ["1", [2, 0, 0], false],
    ["2", [0, 1, 0], false],
    ["3", [0, 0, 0], false],
    ["4", [0, 0, 0], false],
  ]);
  expect(countsOf(found)).toEqual({ total: 5, certain: 0, decided: 1, undecided: 4, blocking: 1 });
});

test("[C11] what was certain and has been taken back is suggested, not decided", () => {
  const found = deskRows({ before, after, alignment, decided: new Map(), used: new Map() });
  expect(found.map(({ from, decision }) => [from.number, decision])).toEqual([["1", null], ["2", null], ["3", null], ["4", null]]); // biome-ignore format: one line
  expect(found[3]?.proposed).toMatchObject({ change: "unchanged", to: ["new 4"], suggestions: [{ score: 1, because: "identical" }] }); // biome-ignore format: one line
});

test("what nothing leads to by decision is new, whatever is proposed", () => {
  expect(addedIn({ after, decided: new Map() })).toEqual(["new 4", "new 1", "new 5"]);
  expect(addedIn({ after, decided: decided([["1", ["1", "5"], "split"]]) })).toEqual(["new 4"]);
});

test.each([1, 2, 3, 5, 8, 13, 21, 34])(
  "whatever is decided, each clause stands in one row, new ones in order (%i)",
  (seed) => {
    const random = seeded(seed);
    const all: [string, string[], Change][] = ["1", "2", "3", "4"]
      .filter(() => random.below(2) === 1)
      .map((from) => [from, ["1", "4", "5"].filter(() => random.below(3) === 1), "reworded"]);
    const found = comparedRows({ before, after, alignment, decided: decided(all) });
    const ids = (side: "from" | "to") => found.flatMap((row) => row[side].map(({ id }) => id));
    expect(ids("from").toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    expect(ids("to").toSorted()).toEqual(after.map(({ id }) => id).toSorted());
    const firsts = found.flatMap(({ to }) => (to[0] ? [after.indexOf(to[0])] : []));
    expect(firsts).toEqual(firsts.toSorted((one, other) => one - other));
  },
);
