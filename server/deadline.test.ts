import { expect, test } from "vitest";
import { danishDay } from "./clock";
import { deadlineOf, isDay } from "./deadline";

test.each([
  ["2026-03-02", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2.3.2026", false],
  ["", false],
])("[H3] %j is a day of the calendar: %s", (text, is) => {
  expect(isDay(text)).toBe(is);
});

test("[H3] days are counted in Danish days, across the night when clocks change", () => {
  const lateEvening = new Date("2026-03-28T23:30:00Z");
  expect(danishDay(lateEvening)).toBe("2026-03-29");
  expect(deadlineOf("2026-03-30", "12:00", danishDay(lateEvening))).toEqual({
    day: "2026-03-30",
    time: "12:00",
    daysLeft: 1,
  });
  expect(deadlineOf("2026-03-28", null, "2026-03-30").daysLeft).toBe(-2);
  expect(deadlineOf("2026-03-30", null, "2026-03-30").daysLeft).toBe(0);
});
