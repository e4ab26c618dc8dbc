import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as schema from "../../db/schema";
import { type HearingWorld, hearingUnderWay, hearingWorld, neighbour, writes } from "../../tests/world/hearing";
import { createLinks } from ".";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

/** Another app process on the same database, and how much it asks of it. */
function node() {
  const { sql: pool, clock, audit, projections, agreements } = world;
  let statements = 0;
  const logger = { logQuery: () => (statements += 1) };
  const links = createLinks({ db: drizzle(pool, { schema, logger }), clock, audit, projections, agreements });
  const owed = async (id: Parameters<typeof links.owed>[1][number], viewer = world.people.tove) => {
    statements = 0;
    const rows = await links.owed([viewer], [id]);
    const open = Object.fromEntries(rows.map((row) => [row.centerId, row.open]));
    return { open, rows, statements };
  };
  return { owed };
}

test("[C32] what is kept at one node is worked out anew once anything was written, at whichever node and by whatever", async () => {
  const { people, centers, links, called, db } = world;
  const { id, documentId } = await hearingUnderWay(world);
  const here = node();
  const place = { clauseId: called("Besked"), centerId: centers.social };
  const linked = { kind: "clause" as const, id: place.clauseId, center: place.centerId };
  const opened = async () => (await here.owed(id)).open[centers.social];
  const changes: [string, () => Promise<unknown>, number][] = [
    ["as it was shared out", async () => {}, 2],
    ["a center answers", () => links.answer(people.sune, id, { ...place, answer: "no-remarks" }), 1],
    ["says otherwise", () => links.answer(people.sune, id, { ...place, answer: "in-work" }), 2],
    ["and takes it back", () => links.answer(people.sune, id, { ...place, answer: "" }), 2],
    [
      "writes of it",
      async () => {
        await writes(world, people.sune, documentId, "Vi støtter forslaget.", [linked]);
        await world.projections.refresh({ documentId });
      },
      1,
    ],
    ["is given it no more", () => world.consultations.unassign(people.tove, id, place), 1],
    ["a row is written by nobody's command", () => db.delete(schema.assignment).where(ofSocial(id)), 0],
  ];
  for (const [what, change, left] of changes) {
    await change();
    expect([what, (await opened()) ?? 0]).toEqual([what, left]);
    const again = await here.owed(id);
    expect([what, again.statements, again.open[centers.social] ?? 0]).toEqual([what, 1, left]);
  }
});

function ofSocial(id: string) {
  return sql`${eq(schema.assignment.centerId, world.centers.social)} and ${schema.assignment.consultationId} = ${id}::uuid`;
}

test("[C32] a day that has passed counts too, and what is kept is shown to nobody who may not see the hearing", async () => {
  const { id } = await hearingUnderWay(world);
  const there = await neighbour(world);
  const here = node();
  const overdue = async () => (await here.owed(id)).rows.reduce((sum, row) => sum + row.overdue, 0);
  expect(await overdue()).toBe(0);
  world.clock.at = new Date("2026-03-13T09:00:00Z");
  expect(await overdue()).toBeGreaterThan(0);
  expect((await here.owed(id, there.people.tove)).rows).toEqual([]);
});
