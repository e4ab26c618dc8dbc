import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { itIs, newest, planSent, statesOf, toldOf } from "../../tests/world/approval";
import { eventsOf, type HearingWorld, hearingWorld } from "../../tests/world/hearing";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => itIs(world, "2026-03-02T09:00:00Z"));
afterAll(() => world.close());

const conflict = (code: string) => ({ kind: "conflict", code });

test("[A11] when its day has ended in Denmark, a step is approved tacitly by nobody, once, whoever asks", async () => {
  const { people, reviews } = world;
  const { responseId, reviewId, sha256 } = await planSent(
    world,
    { approver: people.lars, due: "2026-03-28", isTacit: true },
    { approver: people.dorte },
  );
  const [job] = await world.sql`select run_at from graphile_worker.jobs where key = ${`approve-tacitly:${reviewId}`}`;
  expect(new Date(String(job?.["run_at"]))).toEqual(new Date("2026-03-28T23:00:00Z"));
  itIs(world, "2026-03-28T22:59:59Z");
  await reviews.lapse({ reviewId });
  expect(await statesOf(world, responseId)).toEqual(["turn", "later"]);
  itIs(world, "2026-03-28T23:00:00Z");
  await Promise.all([1, 2, 3].map(() => reviews.lapse({ reviewId })));
  await reviews.page(people.lise, responseId);
  const [first] = (await newest(world, responseId)).steps;
  expect(first).toMatchObject({ state: "tacit", decidedBy: null, isStandIn: false });
  expect(await statesOf(world, responseId)).toEqual(["tacit", "turn"]);
  expect(await eventsOf(world, responseId)).toEqual([
    "response-started",
    "approval-planned",
    "sent-for-approval",
    "step-approved-tacitly",
  ]);
  await expect(reviews.approve(people.lars, reviewId, { sha256 })).rejects.toMatchObject(conflict("approved-tacitly"));
  expect(await toldOf(world, responseId, "approval-waits")).toEqual([people.lars.id, people.dorte.id]);
});

test.each([
  ["into summer", "2026-03-29", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z"],
  ["out of summer", "2026-10-25", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"],
])(
  "[A11] on the day the clocks go %s, whoever opens the page after its end finds it decided",
  async (_, due, before, after) => {
    const { people, reviews } = world;
    const { responseId } = await planSent(world, { approver: people.lars, due, isTacit: true });
    itIs(world, before);
    expect((await reviews.page(people.lise, responseId)).status).toBe("in-review");
    itIs(world, after);
    expect((await reviews.page(people.lise, responseId)).status).toBe("approved");
    expect(await eventsOf(world, responseId)).toContain("approved-tacitly");
  },
);

test("[A11] [A6] a decision in the instant in which the day ends: one of them is it, and the other is told", async () => {
  const { people, reviews } = world;
  for (const _ of [1, 2, 3]) {
    itIs(world, "2026-03-02T09:00:00Z");
    const { responseId, reviewId, sha256 } = await planSent(world, {
      approver: people.lars,
      due: "2026-03-02",
      isTacit: true,
    });
    itIs(world, "2026-03-02T22:59:59Z");
    const approving = reviews.approve(people.lars, reviewId, { sha256 });
    itIs(world, "2026-03-02T23:00:00Z");
    const [approval] = await Promise.allSettled([approving, reviews.lapse({ reviewId })]);
    const [step] = (await newest(world, responseId)).steps;
    expect(step?.state).toBe(approval.status === "fulfilled" ? "approved" : "tacit");
    if (approval.status === "rejected") expect(approval.reason).toMatchObject(conflict("approved-tacitly"));
    const ends = (await eventsOf(world, responseId)).filter((event) => event.startsWith("approved"));
    expect(ends).toHaveLength(1);
  }
});

test("[A11] who got their turn only when their day was over is waited for", async () => {
  const { people, reviews } = world;
  const { responseId, reviewId, sha256 } = await planSent(
    world,
    { approver: people.lars, due: "2026-03-04" },
    { approver: people.dorte, due: "2026-03-05", isTacit: true },
  );
  itIs(world, "2026-03-06T09:00:00Z");
  await reviews.approve(people.lars, reviewId, { sha256 });
  itIs(world, "2026-03-20T09:00:00Z");
  await reviews.lapse({ reviewId });
  expect(await statesOf(world, responseId)).toEqual(["approved", "turn"]);
  await reviews.approve(people.dorte, reviewId, { sha256 });
  expect((await newest(world, responseId)).steps[1]).toMatchObject({ state: "approved", decidedBy: "Dorte Direktør" });
});
