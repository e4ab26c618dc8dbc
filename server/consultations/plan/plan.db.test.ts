import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notice } from "../../../db/schema";
import {
  eventsOf,
  type HearingWorld,
  hearingForm,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  textSent,
} from "../../../tests/world/hearing";
import type { PlanPage } from "./shapes";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(async () => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
  await world.db.delete(notice);
});
afterAll(() => world.close());

const refusal = (fields: object) => ({ kind: "invalid", code: "form", fields });
const days = ({ steps }: PlanPage) => steps.map(({ kind, deadline }) => `${kind} ${deadline.day}`);
const open = (more = {}) => world.consultations.open(world.people.tove, hearingForm(world, more));
const planOf = (id: string) => world.consultations.plans.page(world.people.tove, id);

/** The dates as they stand, as the page's form sends them; `more` by kind of step. */
async function dates(id: string, more: Record<string, string> = {}) {
  const { steps } = await planOf(id);
  return Object.fromEntries(
    steps.flatMap(({ id: step, kind, deadline }) => [
      [`day-${step}`, more[kind] ?? deadline.day],
      [`time-${step}`, deadline.time ?? ""],
    ]),
  );
}
const facts = (more = {}) => ({
  deadline: "2026-03-20",
  deadlineTime: "12:00",
  caseNumber: "26/1234",
  kle: "29.30.08",
  ...more,
});

test("[H12] a hearing is opened with the fullest plan there is time for, proposed until it is confirmed", async () => {
  const { consultations, people } = world;
  const id = await open();
  const plan = await planOf(id);
  expect(plan).toMatchObject({ template: "two-rounds", isConfirmed: false, workingDays: 14, can: { plan: true } });
  expect(days(plan)).toEqual([
    "draft 2026-03-04",
    "comments 2026-03-11",
    "second-round 2026-03-13",
    "center-manager 2026-03-17",
    "director 2026-03-19",
    "sent 2026-03-20",
  ]);
  expect(await consultations.plans.internalDay(people.sune, id)).toBe("2026-03-11");
  await consultations.plans.confirm(people.tove, id, await dates(id));
  await consultations.plans.confirm(people.tove, id, await dates(id));
  expect(await planOf(id)).toMatchObject({ isConfirmed: true });
  expect(await eventsOf(world, id)).toEqual(["hearing-opened", "plan-confirmed"]);
  const short = await planOf(await open({ deadline: "2026-03-06" }));
  expect([short.template, days(short)[0]]).toEqual(["short", "comments 2026-03-04"]);
  const none = await planOf(await open({ deadline: "2026-03-03" }));
  expect([none.template, none.steps, none.workingDays]).toEqual([null, [], 1]);
  expect(none.templates.map(({ fits }) => fits)).toEqual([false, false, false]);
});

test("[H10] a template is chosen anew, keeps what is done, and is refused where there is too little time", async () => {
  const { consultations, people, clock } = world;
  const { plans } = consultations;
  const id = await open();
  const [draft] = (await planOf(id)).steps;
  await plans.tick(people.tove, id, { stepId: draft!.id, done: "yes" });
  await plans.tick(people.tove, id, { stepId: draft!.id, done: "yes" });
  clock.at = new Date("2026-03-10T09:00:00Z");
  await plans.choose(people.tove, id, { template: "one-round" });
  const plan = await planOf(id);
  expect(plan.steps[0]).toMatchObject({ id: draft!.id, done: { by: "Tove Tovholder" } });
  expect(plan.steps.map(({ kind }) => kind)).toEqual(["draft", "comments", "center-manager", "director", "sent"]);
  expect(plan.steps[1]!.deadline.day > "2026-03-10").toBe(true);
  clock.at = new Date("2026-03-18T09:00:00Z");
  await expect(plans.choose(people.tove, id, { template: "two-rounds" })).rejects.toMatchObject(
    refusal({ template: "too-few-working-days" }),
  );
  await plans.tick(people.tove, id, { stepId: draft!.id });
  expect(await eventsOf(world, id)).toEqual(["hearing-opened", "plan-step-done", "plan-chosen", "plan-step-reopened"]);
});

test("[H11] a date that cannot be is refused at its own field, and nothing is written", async () => {
  const { consultations, people } = world;
  const id = await open();
  const before = await planOf(id);
  const at = (kind: string) => before.steps.find((step) => step.kind === kind)!.id;
  const { plans } = consultations;
  const typed = async (more: Record<string, string>) => plans.confirm(people.tove, id, await dates(id, more));
  await expect(typed({ comments: "2026-03-21" })).rejects.toMatchObject(
    refusal({ [`day-${at("comments")}`]: "step-after-external-deadline" }),
  );
  await expect(typed({ director: "2026-03-10" })).rejects.toMatchObject(
    refusal({ [`day-${at("director")}`]: "step-before-earlier-step" }),
  );
  await expect(typed({ draft: "", sent: "2026-02-30" })).rejects.toMatchObject(
    refusal({ [`day-${at("draft")}`]: "missing", [`day-${at("sent")}`]: "not-a-day" }),
  );
  expect(await planOf(id)).toEqual(before);
  // A day off may be chosen, and is named.
  await typed({ "center-manager": "2026-03-19", director: "2026-03-19", draft: "2026-03-07" });
  expect((await planOf(id)).steps[0]).toMatchObject({ deadline: { day: "2026-03-07" }, off: "weekend" });
});

test("[H13] what a hearing was opened with is changed by its coordinator, and a wrong field says so", async () => {
  const { consultations, people } = world;
  const { id } = await hearingUnderWay(world);
  const { plans } = consultations;
  const change = (more: object, by = people.tove) => plans.change(by, id, facts(more));
  await expect(change({ deadline: "2026-03-01" })).rejects.toMatchObject(refusal({ deadline: "deadline-passed" }));
  await expect(change({ deadline: "2026-03-11" })).rejects.toMatchObject(
    refusal({ deadline: "internal-deadlines-after" }),
  );
  await expect(change({ deadline: "2026-03-13" })).rejects.toMatchObject(refusal({ deadline: "plan-steps-after" }));
  await expect(change({ deadline: "2026-03-27", kle: "29.30", caseNumber: "" })).rejects.toMatchObject(
    refusal({ kle: "not-a-kle", caseNumber: "missing" }),
  );
  await expect(change({ kle: "29.30.00" }, people.sune)).rejects.toMatchObject({ code: "coordinators-only" });
  await change({});
  await change({ caseNumber: "26/9999", kle: "29.30.00" });
  expect(await consultations.head(people.sune, id)).toMatchObject({ caseNumber: "26/9999", kle: "29.30.00" });
  expect((await eventsOf(world, id)).slice(-1)).toEqual(["hearing-changed"]);
  expect((await planOf(id)).moved).toEqual([]);
});

test("[H14] an external deadline is extended with a reason, told to all who take part, and the plan follows if wished", async () => {
  const { consultations, people, notices } = world;
  const { id } = await hearingUnderWay(world);
  const { plans } = consultations;
  const later = { deadline: "2026-03-27", deadlineTime: "12:00" };
  await expect(plans.change(people.tove, id, facts(later))).rejects.toMatchObject(refusal({ reason: "missing" }));
  await expect(plans.change(people.tove, id, facts({ deadlineTime: "" }))).rejects.toMatchObject(
    refusal({ reason: "missing" }),
  );
  await plans.change(people.tove, id, facts({ ...later, reason: "Regionen har givet en uge mere.", movePlan: "yes" }));
  const plan = await planOf(id);
  expect(plan.moved).toMatchObject([
    { center: null, from: { day: "2026-03-20" }, to: { day: "2026-03-27" }, by: "Tove Tovholder" },
  ]);
  expect(days(plan).at(-1)).toBe("sent 2026-03-27");
  expect((await eventsOf(world, id)).slice(-1)).toEqual(["deadline-extended"]);
  const told = async (who: typeof people.sune) => (await notices.waiting(who)).map(({ kind, day }) => `${kind} ${day}`);
  for (const who of [people.sune, people.elsa, people.lars])
    expect(await told(who)).toEqual(["deadline-moved 2026-03-27"]);
  for (const who of [people.tove, people.unni, people.lise]) expect(await told(who)).toEqual([]);
});

test("[H14] a center is given more time with a reason; its people are told, nobody else", async () => {
  const { consultations, people, centers, notices } = world;
  const { id } = await hearingUnderWay(world);
  const { plans } = consultations;
  const extend = (more: object, by = people.tove) =>
    plans.extend(by, id, { centerId: centers.social, deadline: "2026-03-17", reason: "Sygdom", ...more });
  await expect(extend({ deadline: "2026-03-21" })).rejects.toMatchObject(
    refusal({ deadline: "after-external-deadline" }),
  );
  await expect(extend({ deadline: "2026-03-12" })).rejects.toMatchObject(refusal({ deadline: "deadline-not-later" }));
  await expect(extend({ reason: " " })).rejects.toMatchObject(refusal({ reason: "missing" }));
  await expect(extend({ centerId: centers.youth })).rejects.toMatchObject({ kind: "not-found" });
  await expect(extend({}, people.sune)).rejects.toMatchObject({ code: "coordinators-only" });
  await extend({});
  const { centers: rows, moved } = await planOf(id);
  expect(rows.map(({ name, latest }) => `${name} ${latest.day}`)).toEqual([
    "Center for Social 2026-03-17",
    "Center for Ældre 2026-03-12",
  ]);
  expect(moved).toMatchObject([{ center: "Center for Social", reason: "Sygdom", from: { day: "2026-03-12" } }]);
  expect(await notices.waiting(people.sune)).toMatchObject([{ kind: "deadline-moved", center: "Center for Social" }]);
  expect(await notices.waiting(people.elsa)).toEqual([]);
});

test("[H13] readers read a plan and change nothing; a neighbour finds none; what is sent gives centers no more time", async () => {
  const { consultations, people, centers } = world;
  const { id } = await textSent(world);
  const { plans } = consultations;
  expect((await plans.page(people.lise, id)).can).toEqual({ plan: false, extend: false });
  expect((await planOf(id)).can).toEqual({ plan: true, extend: false });
  const form = { centerId: centers.social, deadline: "2026-03-17", reason: "Sygdom" };
  await expect(plans.extend(people.tove, id, form)).rejects.toMatchObject({ code: "approved" });
  await expect(plans.page(people.rita, id)).rejects.toMatchObject({ code: "not-for-your-role" });
  const there = await neighbour(world);
  await expect(plans.page(there.people.tove, id)).rejects.toMatchObject({ kind: "not-found" });
  await expect(plans.change(there.people.tove, id, facts())).rejects.toMatchObject({ kind: "not-found" });
});
