import { expect, test } from "vitest";
import { createBuckets } from "./rate";

test("[T5] a token that has used up its minute waits, and no other one with it", () => {
  const clock = { at: 0, now: () => new Date(clock.at) };
  const buckets = createBuckets(clock, 60);
  for (let asked = 0; asked < 60; asked++) expect(buckets.take("a")).toMatchObject({ isTaken: true, left: 59 - asked });
  expect(buckets.take("a")).toEqual({ isTaken: false, left: 0, waitSeconds: 1 });
  expect(buckets.take("b").isTaken).toBe(true);
  clock.at = 999;
  expect(buckets.take("a").isTaken).toBe(false);
  clock.at = 2000;
  expect([buckets.take("a"), buckets.take("a"), buckets.take("a")].map(({ isTaken }) => isTaken)).toEqual([
    true,
    true,
    false,
  ]);
  clock.at = 10 * 60_000;
  expect(buckets.take("a").left).toBe(59);
});
