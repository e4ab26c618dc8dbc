import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DelegationId } from "../../db/ids";
import { itIs, planSent, sentTo, toldOf } from "../../tests/world/approval";
import { type HearingWorld, hearingWorld, textWritten } from "../../tests/world/hearing";
import type { Viewer } from "../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => itIs(world, "2026-03-02T09:00:00Z"));
afterAll(() => world.close());

/** Says that the one is away, and answers the absence. */
async function away(from: Viewer, to: Viewer, firstDay: string, lastDay: string): Promise<DelegationId> {
  await world.reviews.delegate(from, { toId: to.id, firstDay, lastDay });
  const { current } = await world.reviews.absences(from);
  return current.find((one) => one.to === to.name && one.firstDay === firstDay)!.id;
}

const jobOf = async (delegationId: DelegationId) => {
  const key = `tell-stand-in:${delegationId}`;
  const [job] = await world.sql`select run_at from graphile_worker.jobs where key = ${key}`;
  return new Date(String(job?.["run_at"]));
};

const toldTo = async (responseId: Parameters<typeof toldOf>[1], viewer: Viewer) =>
  (await toldOf(world, responseId, "approval-waits")).filter((id) => id === viewer.id).length;

test("[A16] [J1] who is handed decisions while a text waits is told at once, and once, however often the job runs", async () => {
  const { people, reviews, notices } = world;
  const { responseId, reviewId, sha256 } = await planSent(world, { approver: people.lars });
  expect(await toldTo(responseId, people.lone)).toBe(0);
  const delegationId = await away(people.lars, people.lone, "2026-03-02", "2026-03-03");
  expect(await jobOf(delegationId)).toEqual(new Date("2026-03-01T23:00:00Z"));
  await Promise.all([1, 2, 3].map(() => reviews.tellStandIn({ delegationId })));
  expect(await toldTo(responseId, people.lone)).toBe(1);
  expect(await notices.waiting(people.lone)).toMatchObject([{ kind: "approval-waits", responseId, by: null }]);
  await reviews.approve(people.lone, reviewId, { sha256 });
  await reviews.endDelegation(people.lars, delegationId);
});

test("[A16] an absence that begins later tells on its first day; one that was taken back or is over tells nothing", async () => {
  const { people, reviews } = world;
  const { responseId } = await planSent(world, { approver: people.lars });
  const later = await away(people.lars, people.lone, "2026-04-10", "2026-04-12");
  const other = await away(people.lars, people.ulla, "2026-05-10", "2026-05-12");
  expect(await jobOf(later)).toEqual(new Date("2026-04-09T22:00:00Z"));
  // Woken before this node's clock has come so far: it looks again.
  itIs(world, "2026-04-09T21:59:59Z");
  await reviews.tellStandIn({ delegationId: later });
  expect(await jobOf(later)).toEqual(new Date("2026-04-09T22:00:59Z"));
  expect(await toldTo(responseId, people.lone)).toBe(0);
  itIs(world, "2026-04-09T22:00:00Z");
  await reviews.tellStandIn({ delegationId: later });
  expect(await toldTo(responseId, people.lone)).toBe(1);
  await reviews.endDelegation(people.lars, other);
  itIs(world, "2026-05-11T09:00:00Z");
  for (const delegationId of [later, other]) await reviews.tellStandIn({ delegationId });
  await reviews.tellStandIn({ delegationId: "none" });
  expect([await toldTo(responseId, people.lone), await toldTo(responseId, people.ulla)]).toEqual([1, 0]);
});

test("[A16] nobody is told of what they were told of already, of another's turn, or of what they may not decide", async () => {
  const { people, reviews } = world;
  const told = async (from: Viewer, to: Viewer) => {
    const delegationId = await away(from, to, "2026-03-02", "2026-03-02");
    await reviews.tellStandIn({ delegationId });
    await reviews.endDelegation(from, delegationId);
  };
  const { responseId } = await planSent(
    world,
    { approver: people.lars, substitute: people.lone },
    { approver: people.dorte },
  );
  await told(people.lars, people.lone);
  // It is Lars' turn; and who has a step of their own stands in for nobody else in the round. [A10]
  await told(people.dorte, people.lone);
  await told(people.lars, people.dorte);
  expect(await toldTo(responseId, people.lone)).toBe(1);
  expect(await toldTo(responseId, people.dorte)).toBe(0);
});

test("[A16] [N2] who stood in and does so no more is told so by the page, and has no new notice of it", async () => {
  const { people, reviews, notices } = world;
  const { responseId } = await planSent(world, { approver: people.lars });
  const delegationId = await away(people.lars, people.ulla, "2026-03-02", "2026-03-05");
  await reviews.tellStandIn({ delegationId });
  expect((await reviews.page(people.ulla, responseId)).stoodIn).toBeNull();
  const news = async () =>
    (await notices.list(people.ulla, 1)).rows.filter((row) => row.responseId === responseId).map(({ state }) => state);
  expect(await news()).toEqual(["new"]);
  itIs(world, "2026-03-06T09:00:00Z");
  expect(await news()).toEqual(["over"]);
  const page = await reviews.page(people.ulla, responseId);
  expect([page.stoodIn, page.can.approve]).toEqual([{ approver: "Lars Leder", until: "2026-03-05" }, false]);
  itIs(world, "2026-03-03T09:00:00Z");
  await reviews.endDelegation(people.lars, delegationId);
  expect(await news()).toEqual(["over"]);
  expect((await reviews.page(people.ulla, responseId)).stoodIn).toEqual({
    approver: "Lars Leder",
    until: "2026-03-03",
  });
  expect((await reviews.page(people.lars, responseId)).stoodIn).toBeNull();
});

test("[A17] a page that stands open hears of every decision, and of who may decide, and nothing else", async () => {
  const { people, reviews } = world;
  const { responseId } = await textWritten(world);
  const stamps: string[] = [];
  const stamp = async () => {
    const { stamp: now } = await reviews.news(people.lise, responseId);
    expect((await reviews.page(people.lise, responseId)).stamp).toBe(now);
    if (now !== stamps.at(-1)) stamps.push(now);
    return stamps.length;
  };
  expect([await stamp(), await stamp()]).toEqual([1, 1]);
  const { reviewId } = await sentTo(world, people.lars, responseId);
  expect([await stamp(), await stamp()]).toEqual([2, 2]);
  const delegationId = await away(people.lars, people.lone, "2026-03-02", "2026-03-02");
  expect(await stamp()).toBe(3);
  await reviews.endDelegation(people.lars, delegationId);
  expect(await stamp()).toBe(4);
  await reviews.giveBack(people.lars, reviewId, { reason: "Tallet mangler" });
  expect(await stamp()).toBe(5);
  await expect(reviews.news(people.rita, responseId)).rejects.toMatchObject({ code: "not-found" });
});
