import { afterAll, beforeAll, expect, test } from "vitest";
import { type HearingWorld, hearingWorld, writes } from "../../tests/world/hearing";
import { adds, changes, signOffsOf, twoParts } from "../../tests/world/sign-offs";
import { openNow, suggestion } from "../../tests/world/suggestions";
import { createComments } from "../comments";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

function send(responseId: string, more: Record<string, string> = {}) {
  const { people, reviews } = world;
  return reviews.send(people.tove, responseId, { approverId: people.dorte.id, holesAccepted: "yes", ...more });
}

const blocksOf = async (responseId: string) => (await world.reviews.page(world.people.lise, responseId)).blocks;

/** Nothing is left of a refused sending: the text is open, and there is no round. */
async function expectRefused(responseId: string, code: string, id: string): Promise<void> {
  await expect(send(responseId)).rejects.toMatchObject({ kind: "conflict", code, fields: { [id]: code } });
  expect(await world.reviews.page(world.people.tove, responseId)).toMatchObject({ status: "writing", rounds: [] });
}

test("[A15] [A4] a comment that must be solved keeps the text from being sent, is listed with its place, and is named", async () => {
  const { people } = world;
  const comments = createComments({ ...world, onAmended: () => {} });
  const { responseId, ours } = await twoParts(world);
  const [threadId, commentId] = [crypto.randomUUID(), crypto.randomUUID()];
  const said = { threadId, commentId, comment: "Hvornår?", blockId: ours, quote: "besked", place: 9 };
  await comments.start(people.lars, responseId, { ...said, mustBeSolved: "yes" });
  expect((await blocksOf(responseId)).comments).toEqual([{ threadId, blockId: ours, quote: "besked" }]);
  await expectRefused(responseId, "comments-unsolved", threadId);
  await comments.act(people.lars, threadId, "resolve", {});
  expect((await blocksOf(responseId)).comments).toEqual([]);
  await send(responseId);
});

test("[A15] [A4] an open suggestion keeps the text from being sent until it is decided", async () => {
  const { people, suggestions } = world;
  const hearing = await suggestion(world);
  const [open] = await openNow(world, people.tove, hearing);
  expect((await blocksOf(hearing.responseId)).suggestions).toMatchObject([{ id: open!.id, by: "Lone Leder" }]);
  await expectRefused(hearing.responseId, "suggestions-open", open!.id);
  await suggestions.reject(people.sune, hearing.responseId, { suggestion: hearing.seen });
  await send(hearing.responseId);
});

test("[A15] [A4] a sign-off that has lapsed keeps the text from being sent, and one never given does not", async () => {
  const { people, centers } = world;
  const signOffs = signOffsOf(world);
  const text = await twoParts(world);
  const { responseId, documentId, ours } = text;
  const sign = async () => {
    const { sha256, standing } = await signOffs.page(people.lars, responseId, centers.social);
    await signOffs.sign(people.lars, responseId, centers.social, { sha256, after: standing.decision?.id ?? "" });
  };
  await sign();
  expect((await blocksOf(responseId)).signOffs).toEqual([]);
  await changes(world, people.sune, documentId, adds(ours, " I god tid."));
  const lapsed = { centerId: centers.social, center: "Center for Social", state: "lapsed" };
  expect((await blocksOf(responseId)).signOffs).toEqual([lapsed]);
  await expectRefused(responseId, "sign-offs-not-standing", centers.social);
  await sign();
  await send(responseId);
});

test("[A15] what is begun after the page came is judged all the same: the frozen text alone counts", async () => {
  const { people, reviews } = world;
  const { responseId, documentId } = await twoParts(world);
  expect((await blocksOf(responseId)).cpr).toEqual([]);
  const block = await writes(world, people.sune, documentId, "Borgeren 010190-1234 har ventet.");
  await expect(send(responseId)).rejects.toMatchObject({ code: "cpr-found", fields: { [block]: "cpr-found" } });
  await expect(send(responseId, { cprReason: "   " })).rejects.toMatchObject({ code: "cpr-found" });
  await expect(send(responseId, { cprReason: "Det er 010190-1234" })).rejects.toMatchObject({
    fields: { cprReason: "cpr-in-reason" },
  });
  expect((await reviews.page(people.tove, responseId)).rounds).toEqual([]);
});
