import { afterAll, beforeAll, expect, test } from "vitest";
import { type HearingWorld, hearingWorld } from "../world/hearing";
import { adds, changes, twoParts } from "../world/sign-offs";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

test("[A3] whoever gets a text once more is shown what differs from the round before, in words", async () => {
  const { people, reviews } = world;
  const { responseId, documentId, ours } = await twoParts(world);
  const send = () => reviews.send(people.tove, responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  const reviewId = await send();
  expect((await reviews.page(people.dorte, responseId)).changes).toEqual([]);
  await reviews.giveBack(people.dorte, reviewId, { reason: "Tallet mangler" });
  await changes(world, people.sune, documentId, adds(ours, " Der er 12."));
  await send();
  expect((await reviews.page(people.dorte, responseId)).changes).toEqual([
    { kind: "changed", id: ours, before: "Vi giver besked.", after: "Vi giver besked. Der er 12.", aspects: ["words"] },
  ]);
});
