import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { itIs, newest, planned, planSent, sentTo, statesOf, toldOf, waitsFor } from "../../tests/world/approval";
import { eventsOf, type HearingWorld, hearingWorld, textWritten, writes } from "../../tests/world/hearing";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => itIs(world, "2026-03-02T09:00:00Z"));
afterAll(() => world.close());

const conflict = (code: string) => ({ kind: "conflict", code });

test("[A10] [A8] approved one after the other, the round is approved with the last; each is told when it is their turn", async () => {
  const { people, reviews, documents } = world;
  const { responseId, documentId, reviewId, sha256 } = await planSent(
    world,
    { approver: people.lars },
    { approver: people.dorte },
  );
  expect(await statesOf(world, responseId)).toEqual(["turn", "later"]);
  expect([await waitsFor(world, people.lars, responseId), await waitsFor(world, people.dorte, responseId)]).toEqual([
    true,
    false,
  ]);
  expect(await toldOf(world, responseId, "approval-waits")).toEqual([people.lars.id]);
  await expect(reviews.approve(people.dorte, reviewId, { sha256 })).rejects.toMatchObject(conflict("not-your-turn"));

  await reviews.approve(people.lars, reviewId, { sha256 });
  await reviews.approve(people.lars, reviewId, { sha256 });
  expect(await statesOf(world, responseId)).toEqual(["approved", "turn"]);
  expect((await reviews.page(people.dorte, responseId)).status).toBe("in-review");
  expect([await waitsFor(world, people.lars, responseId), await waitsFor(world, people.dorte, responseId)]).toEqual([
    false,
    true,
  ]);
  expect(await toldOf(world, responseId, "approval-waits")).toEqual([people.lars.id, people.dorte.id]);
  expect((await documents.load(documentId))?.state).toBe("frozen");

  await reviews.approve(people.dorte, reviewId, { sha256 });
  expect((await reviews.page(people.dorte, responseId)).status).toBe("approved");
  expect(await toldOf(world, responseId, "approval-decided")).toEqual(
    expect.arrayContaining([people.tove.id, people.sune.id]),
  );
  expect(await eventsOf(world, responseId)).toEqual([
    "response-started",
    "approval-planned",
    "sent-for-approval",
    "step-approved",
    "approved",
  ]);
});

test("[A10] [A3] returned at any step, the whole round is, and the next one begins with the first step again", async () => {
  const { people, reviews, documents } = world;
  const hearing = await planSent(world, { approver: people.lars }, { approver: people.dorte });
  const { responseId, documentId, reviewId, sha256 } = hearing;
  await reviews.approve(people.lars, reviewId, { sha256 });
  await reviews.giveBack(people.dorte, reviewId, { reason: "Tallet mangler" });
  expect(await statesOf(world, responseId)).toEqual(["approved", "returned"]);
  expect((await documents.load(documentId))?.state).toBe("active");
  expect(await toldOf(world, responseId, "approval-returned")).toEqual(
    expect.arrayContaining([people.tove.id, people.sune.id]),
  );
  await planned(world, responseId);
  expect(await statesOf(world, responseId)).toEqual(["turn", "later"]);
});

test("[A10] a substitute decides at any time, and it says in whose place", async () => {
  const { people, reviews } = world;
  const { responseId, reviewId, sha256 } = await planSent(
    world,
    { approver: people.lars, substitute: people.lone },
    { approver: people.dorte },
  );
  expect(await waitsFor(world, people.lone, responseId)).toBe(true);
  await reviews.approve(people.lone, reviewId, { sha256 });
  const [first] = (await newest(world, responseId)).steps;
  expect(first).toMatchObject({ approver: "Lars Leder", decidedBy: "Lone Leder", isStandIn: true, state: "approved" });
  await expect(reviews.approve(people.lars, reviewId, { sha256 })).rejects.toMatchObject(conflict("already-decided"));
  const [entry] =
    await world.sql`select data from audit_entry where object_id = ${responseId} and event = 'step-approved'`;
  expect(entry?.["data"]).toMatchObject({ inPlaceOf: people.lars.id, step: 1, of: 2 });
});

test("[A12] whoever a step was handed to for today decides it; the day after, or when it is taken back, no more", async () => {
  const { people, reviews } = world;
  const form = { toId: people.lone.id, firstDay: "2026-03-02", lastDay: "2026-03-03" };
  await reviews.delegate(people.lars, form);
  await reviews.delegate(people.lars, form);
  const { responseId, reviewId, sha256 } = await planSent(world, { approver: people.lars });
  expect(await toldOf(world, responseId, "approval-waits")).toEqual(
    expect.arrayContaining([people.lars.id, people.lone.id]),
  );
  expect((await newest(world, responseId)).steps[0]?.delegates).toEqual(["Lone Leder"]);
  expect([await waitsFor(world, people.lone, responseId), await waitsFor(world, people.lars, responseId)]).toEqual([
    true,
    true,
  ]);
  itIs(world, "2026-03-03T23:30:00Z");
  expect(await waitsFor(world, people.lone, responseId)).toBe(false);
  const refused = { kind: "forbidden", code: "not-your-review" };
  await expect(reviews.approve(people.lone, reviewId, { sha256 })).rejects.toMatchObject(refused);
  itIs(world, "2026-03-03T21:30:00Z");
  const { current } = await reviews.absences(people.lars);
  expect(current).toMatchObject([{ to: "Lone Leder", isNow: true, mayEnd: true }]);
  await reviews.endDelegation(people.lars, current[0]!.id);
  await reviews.endDelegation(people.lars, current[0]!.id);
  await expect(reviews.approve(people.lone, reviewId, { sha256 })).rejects.toMatchObject(refused);
  expect(await reviews.absences(people.lars)).toMatchObject({ current: [], past: [{ to: "Lone Leder" }] });
  expect(await eventsOf(world, current[0]!.id)).toEqual(["delegated", "delegation-ended"]);
});

test("[A14] what is said of paragraphs goes back with the text, and is refused where it would be lost", async () => {
  const { people, reviews, responses } = world;
  const { responseId, documentId } = await textWritten(world);
  const block = await writes(world, people.sune, documentId, "Der er 12 borgere.");
  const { reviewId, sha256 } = await sentTo(world, people.lars, responseId);
  const remark = { [`remark.${block}`]: "Tallet er fra 2024" };
  await expect(reviews.approve(people.lars, reviewId, { sha256, ...remark })).rejects.toMatchObject({
    kind: "invalid",
    code: "remarks-need-return",
  });
  const reason = "Ret tallene";
  await expect(reviews.giveBack(people.lars, reviewId, { reason, "remark.nowhere": "x" })).rejects.toMatchObject({
    code: "no-such-paragraph",
  });
  await expect(
    reviews.giveBack(people.lars, reviewId, { reason, [`remark.${block}`]: "x".repeat(2001) }),
  ).rejects.toMatchObject({ fields: { [`remark.${block}`]: "too-long" } });
  await reviews.giveBack(people.lars, reviewId, { reason, ...remark });
  await reviews.giveBack(people.lars, reviewId, { reason, ...remark });
  const said = [{ blockId: block, text: "Tallet er fra 2024" }];
  expect((await newest(world, responseId)).remarks).toEqual(said);
  expect((await responses.page(people.sune, responseId)).returned).toMatchObject({ reason, remarks: said });
  await sentTo(world, people.lars, responseId);
  expect((await responses.page(people.sune, responseId)).returned).toBeNull();
});

test("[A15] [F5] [F60] what is written like a CPR number is listed, and sent only with a reason, which the trail and the round keep", async () => {
  const { people, reviews } = world;
  const { responseId, documentId } = await textWritten(world);
  const block = await writes(world, people.sune, documentId, "Borgeren 010190-1234 har ventet.");
  expect((await reviews.page(people.tove, responseId)).blocks.cpr).toEqual([block]);
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  await expect(reviews.send(people.tove, responseId, form)).rejects.toMatchObject({
    code: "cpr-found",
    fields: { [block]: "cpr-found" },
  });
  await reviews.send(people.tove, responseId, { ...form, cprReason: "Det er et eksempel" });
  const { blocks, rounds } = await reviews.page(people.lars, responseId);
  expect({ cpr: blocks.cpr, reason: rounds[0]?.cprReason }).toEqual({ cpr: [block], reason: "Det er et eksempel" });
  const [entry] =
    await world.sql`select data from audit_entry where object_id = ${responseId} and event = 'sent-for-approval'`;
  expect(entry?.["data"]).toMatchObject({ cprReason: "Det er et eksempel", cprBlocks: [block] });
});
