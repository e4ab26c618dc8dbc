import { expect, test } from "vitest";
import { doingsOf, type Entry, stateOn, timelineOf } from "./rules";
import type { TimelineItem } from "./shapes";

const kirsten = { id: "kirsten", name: "Kirsten Holm" };
const sune = { id: "sune", name: "Sune Vad" };
const entry = (more: Partial<Entry>): Entry => ({
  who: kirsten,
  at: new Date("2026-03-02T09:00:00Z"),
  kind: "clause-answered",
  things: ["a"],
  about: null,
  last: null,
  ...more,
});

test("[H43] what one person does on one Danish day is one sentence, the newest first", () => {
  const doings = doingsOf([
    entry({ things: ["a"], about: "2.4" }),
    entry({ things: ["a"], about: "2.4", at: new Date("2026-03-02T09:05:00Z") }),
    entry({ things: ["b"], about: "10.1" }),
    entry({ kind: "written", at: new Date("2026-03-02T08:00:00Z"), last: { blockId: "b1", heading: "Vedr. 2.4" } }),
    entry({ who: sune, at: new Date("2026-03-01T23:30:00Z") }),
    entry({ who: null, kind: "filing-filed", at: new Date("2026-03-03T09:00:00Z") }),
  ]);
  expect(doings.map(({ day, name }) => [day, name])).toEqual([
    ["2026-03-03", null],
    ["2026-03-02", "Kirsten Holm"],
    // Half past midnight in Denmark.
    ["2026-03-02", "Sune Vad"],
  ]);
  expect(doings[1]?.deeds).toEqual([
    { kind: "written", count: 1, about: [], last: { blockId: "b1", heading: "Vedr. 2.4" } },
    { kind: "clause-answered", count: 2, about: ["2.4", "10.1"], last: null },
  ]);
});

test.each([
  ["before the spring night", "2026-03-28T22:59:00Z", "2026-03-28"],
  ["after it began", "2026-03-28T23:00:00Z", "2026-03-29"],
  ["when it ends, an hour sooner", "2026-03-29T22:00:00Z", "2026-03-30"],
  ["before the autumn night", "2026-10-24T21:59:00Z", "2026-10-24"],
  ["after it began", "2026-10-24T22:00:00Z", "2026-10-25"],
  ["in the hour that comes twice", "2026-10-25T01:30:00Z", "2026-10-25"],
  ["when it ends, an hour later", "2026-10-25T22:59:00Z", "2026-10-25"],
  ["and the day after", "2026-10-25T23:00:00Z", "2026-10-26"],
])("[H43] a day is the Danish one where clocks change: %s", (_, at, day) => {
  expect(doingsOf([entry({ at: new Date(at) })]).map((one) => one.day)).toEqual([day]);
});

const done = { time: null, state: "done" } as const;
const ahead = { time: null, state: "ahead" } as const;

test("[H42] the timeline is in order of time, and says no day twice for one thing", () => {
  const items: TimelineItem[] = [
    { kind: "external", day: "2026-03-20", time: "12:00", state: "ahead" },
    { kind: "step", step: "sent", by: null, day: "2026-03-20", ...ahead },
    { kind: "step", step: "comments", by: null, day: "2026-03-12", ...ahead },
    { kind: "internal", centers: ["Social"], day: "2026-03-12", ...ahead },
    { kind: "opened", day: "2026-03-02", ...done },
  ];
  expect(timelineOf(items).map(({ kind }) => kind)).toEqual(["opened", "internal", "step", "external"]);
  const early = items.map((item) =>
    item.kind === "step" && item.step === "sent" ? { ...item, day: "2026-03-19" } : item,
  );
  expect(timelineOf(early)).toHaveLength(5);
});

test("[H42] what was to be done by a day that has passed, and is not, is late", () => {
  expect(stateOn("2026-03-12", "2026-03-12", false)).toBe("ahead");
  expect(stateOn("2026-03-13", "2026-03-12", false)).toBe("late");
  expect(stateOn("2026-03-13", "2026-03-12", true)).toBe("done");
});
