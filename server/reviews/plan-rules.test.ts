import { expect, test } from "vitest";
import { type CenterId, newId, type UserId } from "../../db/ids";
import { planProblems, type WrittenStep } from "./plan-rules";

const social = newId<CenterId>();
const [lars, dorte, lone, tove] = Array.from({ length: 4 }, () => newId<UserId>()) as [UserId, UserId, UserId, UserId];
const stranger = newId<UserId>();
const manager = (id: UserId) => ({ id, isActive: true, roles: [{ role: "manager" as const, center: null }] });
const ground = {
  managers: [lars, dorte, lone, tove].map(manager),
  senderId: tove,
  authors: [],
  participating: [social],
  today: "2026-03-02",
};

function rows(...steps: Partial<WrittenStep>[]): WrittenStep[] {
  return steps.map((step, index) => {
    return { row: index + 1, approverId: "", substituteId: "", dueDay: "", isTacit: false, ...step };
  });
}

test.each([
  ["nobody at all", rows(), { "approverId.1": "missing" }],
  ["one who may", rows({ approverId: lars }), {}],
  ["the same person twice", rows({ approverId: lars }, { approverId: lars }), { "approverId.2": "twice-in-plan" }],
  ["somebody of nowhere", rows({ approverId: stranger }), { "approverId.1": "not-an-approver" }],
  ["the sender", rows({ approverId: tove }), { "approverId.1": "approver-is-sender" }],
  ["a day without a person", rows({ dueDay: "2026-03-04" }), { "approverId.1": "missing" }],
  [
    "their own substitute",
    rows({ approverId: lars, substituteId: lars }),
    { "substituteId.1": "substitute-is-approver" },
  ],
  [
    "a substitute with a step of their own",
    rows({ approverId: lars, substituteId: dorte }, { approverId: dorte }),
    { "substituteId.1": "substitute-has-a-step" },
  ],
  [
    "a substitute of nowhere",
    rows({ approverId: lars, substituteId: stranger }),
    { "substituteId.1": "not-an-approver" },
  ],
  ["today as the day", rows({ approverId: lars, dueDay: "2026-03-02" }), {}],
  ["a day that is past", rows({ approverId: lars, dueDay: "2026-03-01" }), { "dueDay.1": "due-day-passed" }],
  ["no day of the calendar", rows({ approverId: lars, dueDay: "2026-02-30" }), { "dueDay.1": "not-a-day" }],
  ["tacit without a day", rows({ approverId: lars, isTacit: true }), { "dueDay.1": "tacit-needs-due-day" }],
  [
    "days that go backwards",
    rows({ approverId: lars, dueDay: "2026-03-09" }, { approverId: dorte, dueDay: "2026-03-08" }),
    { "dueDay.2": "due-before-earlier-step" },
  ],
  [
    "one day for two",
    rows({ approverId: lars, dueDay: "2026-03-09" }, { approverId: dorte, dueDay: "2026-03-09" }),
    {},
  ],
  [
    "a tacit step on the day of the one before",
    rows({ approverId: lars, dueDay: "2026-03-09" }, { approverId: dorte, dueDay: "2026-03-09", isTacit: true }),
    { "dueDay.2": "tacit-needs-own-day" },
  ],
])("[A8] a plan with %s", (_, steps, problems) => {
  expect(planProblems(steps, ground)).toEqual(problems);
});

test("[A8] ten steps are a plan, the eleventh is too many", () => {
  const many = Array.from({ length: 11 }, () => newId<UserId>());
  const all = { ...ground, managers: many.map(manager) };
  const steps = rows(...many.map((approverId) => ({ approverId })));
  expect(planProblems(steps.slice(0, 10), all)).toEqual({});
  expect(planProblems(steps, all)).toEqual({ "approverId.11": "too-many-steps" });
});
