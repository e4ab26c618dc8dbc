import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { itIs, planForm, type Step } from "../../tests/world/approval";
import { type HearingWorld, hearingWorld, neighbour, textWritten } from "../../tests/world/hearing";
import type { Viewer } from "../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => itIs(world, "2026-03-02T09:00:00Z"));
afterAll(() => world.close());

const conflict = (code: string) => ({ kind: "conflict", code });

test("[A12] absences are one's own, or an administrator's to keep; between managers, for days to come, one at a time", async () => {
  const { people, reviews } = world;
  const form = (more: Record<string, string>) => ({
    firstDay: "2026-04-01",
    lastDay: "2026-04-05",
    toId: people.dorte.id,
    ...more,
  });
  const wrong = (fields: Record<string, string>) => ({ kind: "invalid", fields });
  const tried = (viewer: Viewer, more: Record<string, string>) => reviews.delegate(viewer, form(more));
  await expect(tried(people.ulla, { toId: people.ulla.id })).rejects.toMatchObject(wrong({ toId: "delegate-is-self" }));
  await expect(tried(people.ulla, { toId: people.sune.id })).rejects.toMatchObject(wrong({ toId: "not-a-manager" }));
  await expect(tried(people.sune, {})).rejects.toMatchObject(wrong({ fromId: "not-a-manager" }));
  await expect(tried(people.ulla, { lastDay: "2026-03-31" })).rejects.toMatchObject(
    wrong({ lastDay: "ends-before-it-begins" }),
  );
  await expect(tried(people.ulla, { firstDay: "2026-02-01", lastDay: "2026-02-03" })).rejects.toMatchObject(
    wrong({ lastDay: "absence-passed" }),
  );
  await expect(tried(people.ulla, { firstDay: "2026-02-30" })).rejects.toMatchObject(wrong({ firstDay: "not-a-day" }));
  await expect(tried(people.tove, { fromId: people.ulla.id })).rejects.toMatchObject({ code: "not-your-absence" });
  await tried(people.adam, { fromId: people.ulla.id });
  await expect(tried(people.ulla, { firstDay: "2026-04-05", lastDay: "2026-04-09" })).rejects.toMatchObject(
    wrong({ firstDay: "overlaps-another" }),
  );
  const { current, can } = await reviews.absences(people.ulla);
  expect(current).toMatchObject([{ givenBy: "Adam Administrator", isNow: false }]);
  expect(can).toEqual({ delegate: true, forOthers: false });
  expect(await reviews.absences(people.lise)).toMatchObject({ current: [], managers: [], can: { delegate: false } });
  await expect(reviews.endDelegation(people.lars, current[0]!.id)).rejects.toMatchObject({ code: "not-your-absence" });
  const there = await neighbour(world);
  const gone = { kind: "not-found" };
  await expect(reviews.endDelegation(there.people.adam, current[0]!.id)).rejects.toMatchObject(gone);
  await expect(
    tried(people.ulla, { toId: there.people.lars.id, firstDay: "2026-05-01", lastDay: "2026-05-01" }),
  ).rejects.toMatchObject(wrong({ toId: "not-a-manager" }));
});

test("[A8] a plan is refused where it is wrong, is kept, and is sent only as it was seen", async () => {
  const { people, reviews } = world;
  const { responseId } = await textWritten(world);
  const there = await neighbour(world);
  const plan = (...steps: Step[]) => reviews.plan(people.tove, responseId, planForm(...steps));
  const wrong = (fields: Record<string, string>) => ({ kind: "invalid", fields });
  await expect(plan({ approver: there.people.lars })).rejects.toMatchObject(
    wrong({ "approverId.1": "not-an-approver" }),
  );
  await expect(plan({ approver: people.lars }, { approver: people.lars })).rejects.toMatchObject(
    wrong({ "approverId.2": "twice-in-plan" }),
  );
  await expect(plan({ approver: people.lars, due: "2026-03-01" })).rejects.toMatchObject(
    wrong({ "dueDay.1": "due-day-passed" }),
  );
  await expect(plan(...Array.from({ length: 11 }, () => ({ approver: people.lars })))).rejects.toMatchObject(
    wrong({ "approverId.11": "too-many-steps" }),
  );
  for (const one of [people.sune, people.lars, people.lise])
    await expect(reviews.plan(one, responseId, planForm({ approver: people.dorte }))).rejects.toMatchObject({
      kind: "forbidden",
      code: "coordinators-only",
    });
  await plan({ approver: people.lars, due: "2026-03-03" });
  await plan({ approver: people.lars, due: "2026-03-03" });
  const page = await reviews.page(people.tove, responseId);
  expect(page.plan).toMatchObject([{ approver: "Lars Leder", dueDay: "2026-03-03", problems: [] }]);
  const send = (form: Record<string, string>) =>
    reviews.send(people.tove, responseId, { holesAccepted: "yes", ...form });
  await expect(send({ approverId: people.dorte.id })).rejects.toMatchObject(conflict("plan-changed"));
  await plan({ approver: people.dorte });
  await expect(send({ plan: page.planStamp })).rejects.toMatchObject(conflict("plan-changed"));
  await plan({ approver: people.lars, due: "2026-03-03" });
  itIs(world, "2026-03-04T09:00:00Z");
  expect((await reviews.page(people.tove, responseId)).plan[0]?.problems).toEqual(["due-day-passed"]);
  await expect(send({ plan: page.planStamp })).rejects.toMatchObject(conflict("plan-not-possible"));
  await reviews.dropPlan(people.tove, responseId);
  await send({ approverId: people.lars.id });
  await expect(plan({ approver: people.dorte })).rejects.toMatchObject(conflict("already-sent"));
});
