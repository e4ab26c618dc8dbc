import { describe, expect, test } from "vitest";
import { digestDay, morningOf, nextMorning, retryAfter } from "./rules";

const MINUTE = 60_000;
const at = (text: string) => new Date(text);

test("[N6] a mail that fails is tried again after 1, 5 and 30 minutes, and then not any more", () => {
  const waits = [1, 2, 3, 4].map((tries) => retryAfter(tries));
  expect(waits).toEqual([MINUTE, 5 * MINUTE, 30 * MINUTE, null]);
});

describe("[N7] the morning is seven o'clock in Copenhagen", () => {
  test.each([
    ["in winter", "2026-01-14", "2026-01-14T06:00:00Z"],
    ["in summer", "2026-07-14", "2026-07-14T05:00:00Z"],
    ["on the day the clock goes forward", "2026-03-29", "2026-03-29T05:00:00Z"],
    ["on the day before that", "2026-03-28", "2026-03-28T06:00:00Z"],
    ["on the day the clock goes back", "2026-10-25", "2026-10-25T06:00:00Z"],
    ["on the day before that", "2026-10-24", "2026-10-24T05:00:00Z"],
  ])("%s", (_when, day, moment) => expect(morningOf(day)).toEqual(at(moment)));

  test("and the next one is always to come, over both changes of the clock", () => {
    for (const first of ["2026-03-26T12:00:00Z", "2026-10-22T12:00:00Z", "2026-12-30T12:00:00Z"]) {
      let now = at(first);
      for (let days = 0; days < 6; days++) {
        const next = nextMorning(now);
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 60 * MINUTE);
        now = next;
      }
    }
  });

  test("a job that runs at that very moment waits for the next day", () => {
    expect(nextMorning(at("2026-03-27T06:00:00Z"))).toEqual(at("2026-03-28T06:00:00Z"));
    expect(nextMorning(at("2026-03-28T06:00:00Z"))).toEqual(at("2026-03-29T05:00:00Z"));
  });
});

describe("[N7] the daily mail is of that day", () => {
  test.each([
    ["from seven on a workday", "2026-03-27T06:00:00Z", "2026-03-27"],
    ["late in the evening too", "2026-03-27T22:59:00Z", "2026-03-27"],
    ["not before seven", "2026-03-27T05:59:59Z", null],
    ["not on a Saturday", "2026-03-28T06:00:00Z", null],
    ["not on a Sunday, the day the clock goes forward", "2026-03-29T05:00:00Z", null],
    ["the Monday after, an hour earlier by UTC", "2026-03-30T05:00:00Z", "2026-03-30"],
    ["the Monday after the clock went back", "2026-10-26T05:59:00Z", null],
    ["an hour later by UTC", "2026-10-26T06:00:00Z", "2026-10-26"],
  ])("%s", (_when, now, day) => expect(digestDay(at(now))).toBe(day));
});
