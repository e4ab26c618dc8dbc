import { expect, test } from "vitest";
import { firstOf } from "./in-parts";

const rows = [3, 0, 4, 5, 1];

test.each([
  [100, rows],
  [13, rows],
  [12, [3, 0, 4, 5]],
  [7, [3, 0, 4]],
  [3, [3, 0]],
  [1, [3]],
])("[Q22] of rows with 3, 0, 4, 5 and 1 in them those come at once that have %d at most", (most, first) => {
  expect(firstOf(rows, most, (weight) => weight)).toEqual(first);
});
