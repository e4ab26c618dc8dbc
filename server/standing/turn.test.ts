import { expect, test } from "vitest";
import { newId, type UserId } from "../../db/ids";
import { decidersIn, type StepMarks, turnIn } from "./rules";

const [first, second, substitute, delegate, sender] = Array.from({ length: 5 }, () => newId<UserId>()) as [
  UserId,
  UserId,
  UserId,
  UserId,
  UserId,
];
const step = (position: number, approverId: UserId, more: Partial<StepMarks> = {}): StepMarks => {
  return { position, approverId, substituteId: null, decision: null, decidedBy: null, ...more };
};
const signed = (by: UserId) => ({ decision: "approved" as const, decidedBy: by });
const round = { senderId: sender, onlyAuthorId: null };

test("[A10] one step at a time, in their order; after the last nobody decides", () => {
  const steps = [step(1, first, signed(first)), step(2, second)];
  expect(turnIn(steps)?.position).toBe(2);
  expect(decidersIn({ ...round, steps }, [])).toEqual([second]);
  const all = [step(1, first, signed(first)), step(2, second, { decision: "tacit" })];
  expect(turnIn(all)).toBeNull();
  expect(decidersIn({ ...round, steps: all }, [delegate])).toEqual([]);
});

test("[A10] [A12] a step is its approver's, its substitute's, and whoever's the approver has handed it to today", () => {
  const steps = [step(1, first, { substituteId: substitute }), step(2, second)];
  expect(decidersIn({ ...round, steps }, [delegate])).toEqual([first, substitute, delegate]);
  expect(decidersIn({ ...round, steps }, [substitute])).toEqual([first, substitute]);
});

test("[A10] nobody decides two steps: who has one of their own, or has decided one for another, stands in for nobody", () => {
  const steps = [step(1, first), step(2, second)];
  expect(decidersIn({ ...round, steps }, [second])).toEqual([first]);
  const after = [step(1, first, { ...signed(substitute), substituteId: substitute })];
  const later = step(2, second, { substituteId: substitute });
  expect(decidersIn({ ...round, steps: [...after, later] }, [substitute])).toEqual([second]);
});

test("[A5] [A10] neither the sender nor whoever alone has written it decides, in whosever place", () => {
  const steps = [step(1, first, { substituteId: substitute })];
  expect(decidersIn({ steps, senderId: substitute, onlyAuthorId: delegate }, [delegate])).toEqual([first]);
  expect(decidersIn({ steps, senderId: sender, onlyAuthorId: first }, [])).toEqual([substitute]);
});
