import { expect, test } from "vitest";
import { visitOnArrival } from "./rules";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes));
const before = { epoch: 1, sinceSeq: 10, sinceAt: at(-600), seenSeq: 40, seenAt: at(0) };

test("[E32] who comes for the first time, or to a text of another lineage, has seen it as it is", () => {
  const now = { epoch: 2, headSeq: 50, at: at(60) };
  const fresh = { epoch: 2, sinceSeq: 50, sinceAt: at(60), seenSeq: 50, seenAt: at(60) };
  expect(visitOnArrival(null, now)).toEqual(fresh);
  expect(visitOnArrival(before, now)).toEqual(fresh);
});

test("[E32] a reload, or another machine, within half an hour is the same visit; later is another", () => {
  const now = (minutes: number) => ({ epoch: 1, headSeq: 50, at: at(minutes) });
  expect(visitOnArrival(before, now(30))).toMatchObject({ sinceSeq: 10, sinceAt: at(-600), seenSeq: 50 });
  expect(visitOnArrival(before, now(31))).toMatchObject({ sinceSeq: 40, sinceAt: at(0), seenSeq: 50 });
});
