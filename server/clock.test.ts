import { expect, test } from "vitest";
import { danishDay, danishMoment, endOfDanishDay } from "./clock";

test.each([
  ["a day in winter", "2026-01-15", "2026-01-15T23:00:00.000Z"],
  ["a day in summer", "2026-07-01", "2026-07-01T22:00:00.000Z"],
  ["the day that begins in winter and ends in summer, 23 hours long", "2026-03-29", "2026-03-29T22:00:00.000Z"],
  ["the day before it", "2026-03-28", "2026-03-28T23:00:00.000Z"],
  ["the day that begins in summer and ends in winter, 25 hours long", "2026-10-25", "2026-10-25T23:00:00.000Z"],
  ["the day before that", "2026-10-24", "2026-10-24T22:00:00.000Z"],
  ["the last day of a year", "2026-12-31", "2026-12-31T23:00:00.000Z"],
])("[A11] [H3] the end of %s", (_, day, end) => {
  const at = endOfDanishDay(day);
  expect(at.toISOString()).toBe(end);
  expect(danishDay(new Date(at.getTime() - 1))).toBe(day);
  expect(danishDay(at) > day).toBe(true);
});

test.each([
  ["2026-01-15", "07:30", "2026-01-15T06:30:00.000Z"],
  ["2026-07-01", "07:30", "2026-07-01T05:30:00.000Z"],
  ["2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
  ["2026-03-29", "07:30", "2026-03-29T05:30:00.000Z"],
  ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25", "07:30", "2026-10-25T06:30:00.000Z"],
  ["2028-02-29", "23:59", "2028-02-29T22:59:00.000Z"],
])("[H3] %s at %s in Denmark, also in the nights when clocks change", (day, time, at) => {
  expect(danishMoment(day, time).toISOString()).toBe(at);
});
