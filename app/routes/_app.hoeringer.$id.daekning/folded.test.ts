import { expect, test } from "vitest";
import { sketchedPage } from "../../../tests/world/coverage-sketch";
import { boardOf } from "./board";
import { folded, unfolded } from "./folded";

const goal = { status: "planned", nextStep: "Møde | med alle", due: null } as const;
const board = boardOf(
  sketchedPage(
    {
      clauses: [
        ["1", "Indlæggelse 2 ⟶ 3", 0, "section"],
        ["1.1", "Besked", 1, "clause"],
        ["", "", 1, "goal", "Flere børn og unge trives, og flere af dem bliver hørt i tide"],
      ],
      cells: {
        "1.1": { Social: { state: "answered", blockIds: ["V1StGXR8_Z5j", "second-block"] }, Ældre: {} },
        "": { Ældre: { state: "answered", goal } },
      },
    },
    { kind: "assessment" },
  ),
);

test("[Q25] a board is unfolded as it was folded, but for what centers do next with goals", () => {
  const travelled = JSON.parse(JSON.stringify(folded(board)));
  expect(unfolded(travelled)).toEqual({ ...board, goals: {} });
  expect(folded({ ...board, rows: [] }).rows).toBe("");
  expect(unfolded(folded({ ...board, rows: [] })).rows).toEqual([]);
});

test("[Q25] what is said of a goal comes with the cell that the address has opened, and with no other", () => {
  const row = board.rows[2]?.id ?? "";
  expect(folded(board, { row, column: 1 }).goals).toEqual(board.goals);
  expect(folded(board, { row, column: 0 }).goals).toEqual({});
});
