import { expect, test } from "vitest";
import type { CoverageState } from "../../../server/links/shapes";
import type { Cell } from "./board";
import { answering, undoing } from "./orders";

const place = { clauseId: "clause", centerId: "center", center: 0 };
const cell = (state: CoverageState, count = 0): Cell => ({
  state,
  count,
  deadline: null,
  isLate: false,
  cameLate: false,
  isPressing: false,
  isHole: false,
  blockId: count > 0 ? "block1" : null,
  goal: null,
});

test.each([
  ["not-looked-at", ""],
  ["in-work", "in-work"],
  ["not-relevant", "not-relevant"],
  // What was said of the earlier wording stands in a row of its own, and comes back by itself.
  ["look-again", ""],
] as const)("[C7] undone, 'ingen bemærkninger' gives way to what stood there: %s", (state, before) => {
  const { order, step } = answering(place, cell(state), "no-remarks", 1);
  expect(order).toMatchObject({ fields: { answer: "no-remarks" }, shown: "no-remarks" });
  expect(step && undoing(step, 2)).toEqual({
    ...place,
    key: 2,
    fields: { answer: before, instead: "no-remarks" },
    shown: state,
  });
});

test("[C7] what changes nothing, or stands beside text, has nothing to undo", () => {
  expect(answering(place, cell("no-remarks"), "no-remarks", 1).step).toBeNull();
  expect(answering(place, cell("answered", 2), "in-work", 1)).toMatchObject({ step: null, order: { shown: null } });
  expect(answering(place, cell("no-remarks"), "", 1).step).toBeNull();
});
