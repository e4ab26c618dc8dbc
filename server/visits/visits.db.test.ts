import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentVisit } from "../../db/schema";
import { type HearingWorld, hearingUnderWay, hearingWorld, neighbour, writes } from "../../tests/world/hearing";
import { createVisits } from "./index";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

test("[E32] what others wrote since one's last visit is answered, one's own is not, and seen it is gone", async () => {
  const { people, clock } = world;
  const visits = createVisits(world);
  const { responseId, documentId } = await hearingUnderWay(world);
  expect(await visits.arrive(people.tove, responseId)).toEqual({ since: null, blocks: [] });
  const left = clock.now();
  await visits.stay(people.tove, responseId);
  clock.at = new Date(left.getTime() + 60 * 60_000);
  const id = await writes(world, people.sune, documentId, "Skrevet af en anden.");
  await writes(world, people.tove, documentId, "Skrevet af mig selv.");
  const { since, blocks } = await visits.arrive(people.tove, responseId);
  expect(since).toEqual(left);
  expect(blocks).toEqual([{ id, isNew: true }]);
  // On another machine, a moment later: the same visit.
  expect(await visits.arrive(people.tove, responseId)).toEqual({ since, blocks });
  await visits.see(people.tove, responseId);
  expect((await visits.arrive(people.tove, responseId)).blocks).toEqual([]);
  const rows = await world.db.select().from(documentVisit).where(eq(documentVisit.personId, people.tove.id));
  expect(rows).toHaveLength(1);
});

test("[E32] [D2] a text that is not one's own is not there to be visited", async () => {
  const visits = createVisits(world);
  const { responseId } = await hearingUnderWay(world);
  const { people } = await neighbour(world);
  for (const command of ["arrive", "stay", "see"] as const)
    await expect(visits[command](people.tove, responseId)).rejects.toMatchObject({ code: "not-found" });
});
