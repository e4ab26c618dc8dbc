import { expect, test } from "vitest";
import { sketchedPage } from "../../../tests/world/coverage-sketch";
import { boardOf, cellsOf, merged, withState } from "./board";

const soon = { day: "2026-03-03", time: null, daysLeft: 1 };
const page = sketchedPage({
  clauses: [
    ["1", "Indlæggelse", 0, "section"],
    ["1.1", "Besked", 1, "clause"],
    ["1.2", "Kontakt", 1, "clause"],
    ["2", "Tomt kapitel", 0, "section"],
    ["", "Indledning", 0, "text"],
  ],
  cells: {
    "1.1": {
      Social: { state: "answered", blockIds: ["V1StGXR8_Z5j", "second-block"] },
      Ældre: { isHole: true, isPressing: true, deadline: soon },
    },
    "1.2": { Ældre: { state: "no-remarks", isAssigned: false, deadline: null } },
  },
});

test("[C1] what is sent to the page says of every cell what coverage says, in a few letters", () => {
  const board = boardOf(page);
  expect(board.rows.map(({ mark, isHead }) => [mark, isHead])).toEqual([
    ["1", true],
    ["1.1", false],
    ["1.2", false],
  ]);
  const cells = board.rows.map((row) => cellsOf(row, board));
  expect(cells[1]).toEqual([
    expect.objectContaining({ state: "answered", count: 2, blockId: "V1StGXR8_Z5j", isHole: false }),
    expect.objectContaining({
      state: "not-looked-at",
      count: 0,
      isHole: true,
      isPressing: true,
      isLate: false,
      deadline: soon,
    }),
  ]);
  expect(cells[2]).toEqual([null, expect.objectContaining({ state: "no-remarks", deadline: null })]);
  expect(board.rows[1]?.cells).toBe("a00*2*V1StGXR8_Z5j o61");
});

test("[H40] what came late is still said to be so on the page", () => {
  const late = sketchedPage({
    clauses: [["1", "Besked", 0, "clause"]],
    cells: { "1": { Social: { state: "no-remarks", cameLate: true } } },
  });
  const board = boardOf(late);
  expect(board.rows[0]?.cells).toBe("n80");
  expect(cellsOf(board.rows[0]!, board)).toMatchObject([{ state: "no-remarks", cameLate: true, isLate: false }]);
});

test("a center's head says how much of what it was given is settled, and until when", () => {
  expect(boardOf(page).centers.map(({ progress }) => progress)).toEqual([
    expect.objectContaining({ settled: 1, total: 1 }),
    expect.objectContaining({ settled: 0, total: 1, deadline: soon }),
  ]);
});

test("[C8] of a fresh board only what has changed is another value", () => {
  const before = boardOf(page);
  expect(merged(before, boardOf(page)).rows).toBe(before.rows);
  const fresh = boardOf(page);
  fresh.rows = fresh.rows.map((row, index) => (index === 2 ? withState(row, 1, "in-work") : row));
  const now = merged(before, fresh);
  expect(now.rows.map((row, index) => row === before.rows[index])).toEqual([true, true, false]);
  expect(now.deadlines).toBe(before.deadlines);
});

test("[C7] an answer on its way is seen at once, and is a hole no more", () => {
  const board = boardOf(page);
  const row = board.rows[1];
  const shown = row && withState(row, 1, "no-remarks");
  expect(shown && cellsOf(shown, board)[1]).toMatchObject({
    state: "no-remarks",
    isHole: false,
    isPressing: false,
    deadline: soon,
  });
  expect(row && withState(row, 7, "no-remarks")).toBe(row);
});

test("[M3] a goal of an assessment says how far each center is with it, seen at once when it is said", () => {
  const goal = { status: "planned", nextStep: "Møde", due: null } as const;
  const assessed = sketchedPage(
    {
      clauses: [["1", "Flere unge trives", 0, "goal"]],
      cells: { "1": { Social: { state: "answered", goal, blockIds: ["V1StGXR8_Z5j"] }, Ældre: {} } },
    },
    { kind: "assessment" },
  );
  const board = boardOf(assessed);
  const [row] = board.rows;
  expect(row).toMatchObject({ isGoal: true, cells: "a00*1*V1StGXR8_Z5j!2 o00" });
  expect(cellsOf(row!, board).map((cell) => cell?.goal)).toEqual(["planned", null]);
  expect(board.goals).toEqual({ "1|Social": goal });
  const met = withState(withState(row!, 1, "answered", "met"), 0, "answered", "not-current");
  expect(cellsOf(met, board).map((cell) => [cell?.state, cell?.goal, cell?.blockId])).toEqual([
    ["answered", "not-current", "V1StGXR8_Z5j"],
    ["answered", "met", null],
  ]);
  expect(boardOf({ ...assessed, kind: "hearing" }).rows[0]).not.toHaveProperty("isGoal");
});
