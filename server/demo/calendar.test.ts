import { expect, test } from "vitest";
import { calendarOf, momentOf } from "./calendar";

const MORNING = "T05:00:00Z";
const days = Array.from({ length: 800 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index, 5)));

test("whatever day the demo is filled on, its days are working days in the order of the story", () => {
  for (const now of days) {
    const { lastYear, ago, ahead } = calendarOf(now);
    const story = [lastYear("03-03"), lastYear("04-07"), ago(30), ago(27), ago(20), ago(14), ago(13), ago(1)];
    const deadlines = [ago(2), ahead(1), ahead(6), ahead(14), ahead(21), ahead(35)];
    expect(story).toEqual([...story].sort());
    expect(deadlines).toEqual([...deadlines].sort());
    for (const day of [...story, ...deadlines]) {
      expect([0, 6]).not.toContain(new Date(day + MORNING).getUTCDay());
    }
  }
});

test("all that has happened lies before now, and something is due after it", () => {
  for (const now of days) {
    const { ago, ahead } = calendarOf(now);
    expect(momentOf(ago(1), "14:20").getTime()).toBeLessThan(now.getTime());
    expect(ahead(1) > now.toISOString().slice(0, 10)).toBe(true);
  }
});
