import { afterAll, beforeAll, expect, test } from "vitest";
import { eventsOf, type HearingWorld, hearingWorld, textSent, textWritten, writes } from "../../tests/world/hearing";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

test("[A6] of two who send at once, one is told that it is already sent, and there is one version", async () => {
  const { reviews, people, sql } = world;
  const { responseId, documentId } = await textWritten(world);
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  const tries = await Promise.allSettled(Array.from({ length: 4 }, () => reviews.send(people.tove, responseId, form)));
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const codes = tries.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code: string }).code] : []));
  expect(codes).toEqual(["already-sent", "already-sent", "already-sent"]);
  expect(await sql`select 1 from document_version where document_id = ${documentId}`).toHaveLength(1);
  expect(await eventsOf(world, responseId)).toEqual(["response-started", "sent-for-approval"]);
});

test("[A6] approved and reopened at once, either order leaves an open text and whole records", async () => {
  const { reviews, people, documents } = world;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { responseId, documentId, reviewId, sha256 } = await textSent(world);
    const [approval] = await Promise.allSettled([
      reviews.approve(people.lars, reviewId, { sha256 }),
      reviews.reopen(people.tove, responseId, { reason: "Vent" }),
    ]);
    const { rounds, status } = await reviews.page(people.tove, responseId);
    expect(status).toBe("writing");
    expect(rounds[0]).toMatchObject({
      state: "reopened",
      steps: [{ decidedBy: approval.status === "fulfilled" ? "Lars Leder" : null }],
    });
    if (approval.status === "rejected") expect(approval.reason).toMatchObject({ code: "already-decided" });
    expect((await documents.load(documentId))?.state).toBe("active");
  }
});

test("[A6] approving twice is one approval; approving and giving back at once leaves exactly one decision", async () => {
  const { reviews, people, sql } = world;
  const first = await textSent(world);
  await Promise.all([1, 2, 3].map(() => reviews.approve(people.lars, first.reviewId, { sha256: first.sha256 })));
  expect(await eventsOf(world, first.responseId)).toEqual(["response-started", "sent-for-approval", "approved"]);
  await expect(reviews.giveBack(people.lars, first.reviewId, { reason: "Nej" })).rejects.toMatchObject({
    kind: "conflict",
    code: "already-decided",
  });
  const second = await textSent(world);
  const tries = await Promise.allSettled([
    reviews.approve(people.lars, second.reviewId, { sha256: second.sha256 }),
    reviews.giveBack(people.lars, second.reviewId, { reason: "Nej" }),
  ]);
  expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const [row] = await sql`select decision, state from review join response on response.id = response_id
    join document on document.id = document_id where review.id = ${second.reviewId}`;
  expect(row).toEqual(
    row?.["decision"] === "approved"
      ? { decision: "approved", state: "frozen" }
      : { decision: "returned", state: "active" },
  );
});

test("[A1] what is typed at the moment of sending is in the version or refused, never lost between", async () => {
  const { reviews, people, documents } = world;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { responseId, documentId } = await textWritten(world);
    const form = { approverId: people.lars.id, holesAccepted: "yes" };
    const [typed, review] = await Promise.allSettled([
      writes(world, people.elsa, documentId, "Sidste ord."),
      reviews.send(people.tove, responseId, form),
    ]);
    expect(review.status).toBe("fulfilled");
    const [round] = (await reviews.page(people.tove, responseId)).rounds;
    const version = await documents.version(round!.versionId);
    expect(version?.canonical.includes("Sidste ord.")).toBe(typed.status === "fulfilled");
  }
});
