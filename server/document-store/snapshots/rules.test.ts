import { expect, test } from "vitest";
import { isDue, restAfter, restAfterFailures } from "./rules";

const LOADED = { headSeq: 1000, snapshotSeq: 500, tailBytes: 256 * 1024 };

test.each([
  ["500 rows and 256 KiB are read", LOADED, false],
  ["one row more is too much", { ...LOADED, headSeq: 1001 }, true],
  ["one byte more is too much", { ...LOADED, tailBytes: LOADED.tailBytes + 1 }, true],
  ["a damaged snapshot is replaced at once", { ...LOADED, isDamaged: true }, true],
] as const)("[I10] %s", (_, document, due) => {
  expect(isDue(document)).toBe(due);
});

test("[I10] making snapshots of one document takes a twentieth of the time at most, and failing ones are tried ever later", () => {
  expect([100, 500, 3000].map(restAfter)).toEqual([10_000, 10_000, 60_000]);
  expect([1, 2, 3, 20].map(restAfterFailures)).toEqual([60_000, 120_000, 240_000, 3_600_000]);
});
