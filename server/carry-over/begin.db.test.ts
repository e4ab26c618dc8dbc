import { afterAll, beforeAll, expect, test } from "vitest";
import { eventsOf, type HearingWorld, hearingWorld, nextVersion } from "../../tests/world/hearing";
import { acceptedSource, proposedVersion } from "../../tests/world/source";
import { REVISED, sourceRevised } from "../../tests/world/versions";
import { createAgreements } from "../agreements";
import { createLog } from "../log";
import type { Alignments } from "./alignments";
import { createCarryOver } from "./index";
import { align } from "./rules";
import type { DeskPage } from "./shapes";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

const desk = (versionId: string) => world.carryOver.desk(world.people.lise, versionId);
const changes = ({ rows }: DeskPage) => rows.map(({ from, decision }) => [from.heading, decision?.change ?? "waits"]);

test("[C22] what is certain is carried over when the version is accepted, with one entry, and the rest waits", async () => {
  const { own, next, old, fresh } = await sourceRevised(world);
  const page = await desk(next.versionId);
  expect(changes(page)).toEqual([
    ["Besked", "unchanged"],
    ["Kontakt", "waits"],
    ["Varsling", "waits"],
    ["Plan", "unchanged"],
  ]);
  expect(page.counts).toMatchObject({ total: 4, certain: 2, decided: 0, undecided: 2 });
  expect(page.rows[0]?.decision).toMatchObject({ to: [fresh("Besked")], isCertain: true, by: null });
  expect(page.rows[2]?.proposed).toMatchObject({ change: "reworded", to: [fresh("Varsling")] });
  expect(page.added).toEqual([fresh("Varsling"), fresh("Økonomi")]);
  expect([page.from.id, page.to.id, page.to.number]).toEqual([own.versionId, next.versionId, 2]);
  expect(page.after.map(({ path }) => path)).toContain("2 Udskrivning › 3 Økonomi");
  expect(await eventsOf(world, next.versionId)).toEqual(["carry-over-begun", "source-accepted"]);
  const [entry] =
    await world.sql`select actor_name, data from audit_entry where object_id = ${next.versionId} order by seq`;
  expect(entry).toEqual({
    actor_name: "Tove Tovholder",
    data: { from: own.versionId, carried: 4, moved: 0, waiting: 2 },
  });
  expect(old("Kontakt")).toBe(page.rows[1]?.from.id);
});

test("[C22] a version follows the newest accepted one with a lower number; the first follows none and has no desk", async () => {
  const own = { ...world, ...(await acceptedSource(world.db, world)) };
  const second = await proposedVersion(world.db, world, own.sourceId, { number: 2, sketches: REVISED });
  const third = await nextVersion(own, REVISED, 3);
  await world.agreements.accept(world.people.tove, second.versionId, {});
  const follows =
    await world.sql`select number, follows_id from source_version where source_id = ${own.sourceId} order by number`;
  expect(follows.map((row) => row["follows_id"])).toEqual([null, own.versionId, own.versionId]);
  expect((await desk(third.versionId)).from.number).toBe(1);
  for (const id of [own.versionId, "x", crypto.randomUUID()]) {
    await expect(desk(id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(world.carryOver.comparison(world.people.lise, id)).rejects.toMatchObject({ kind: "not-found" });
  }
});

test("[C22] a version that is not accepted has no desk, and an acceptance that comes to nothing leaves none", async () => {
  const own = { ...world, ...(await acceptedSource(world.db, world)) };
  const second = await proposedVersion(world.db, world, own.sourceId, { number: 2, sketches: REVISED });
  await expect(desk(second.versionId)).rejects.toMatchObject({ kind: "not-found" });
  const stale = world.agreements.accept(world.people.tove, second.versionId, { revision: 7 });
  await expect(stale).rejects.toMatchObject({ code: "proposal-moved-on" });
  expect(await world.sql`select 1 from carry_over where to_version_id = ${second.versionId}`).toHaveLength(0);
});

test("[C22] where two versions cannot be aligned the new one is accepted all the same, and its desk catches up once", async () => {
  const { db, audit, clock, people } = world;
  const own = { ...world, ...(await acceptedSource(db, world)) };
  const log = createLog("silent");
  let isBroken = true;
  const carryOver = createCarryOver({
    db,
    audit,
    clock,
    log,
    alignments: {
      of: async ({ before, after }) => {
        if (isBroken) throw new Error("The thread ended.");
        return align(before, after);
      },
    },
  });
  const agreements = createAgreements({ db, audit, clock, log, onAccepted: carryOver.begin });
  const { versionId } = await nextVersion({ ...own, agreements }, REVISED);
  expect(await eventsOf(world, versionId)).toEqual(["source-accepted"]);
  await expect(carryOver.desk(people.lise, versionId)).rejects.toMatchObject({ code: "versions-not-compared" });

  isBroken = false;
  const pages = await Promise.all([1, 2, 3].map(() => carryOver.desk(people.lise, versionId)));
  for (const page of pages) expect(page.counts).toMatchObject({ certain: 2, undecided: 2 });
  await carryOver.desk(people.tove, versionId);
  expect(await eventsOf(world, versionId)).toEqual(["source-accepted", "carry-over-begun"]);
  const [, begun] = await world.sql`select actor_name from audit_entry where object_id = ${versionId} order by seq`;
  expect(begun).toEqual({ actor_name: "Samsvar" });
});

test("[C22] nobody's acceptance waits long: the desk is there when the two are aligned", async () => {
  const { db, audit, clock, people } = world;
  const own = { ...world, ...(await acceptedSource(db, world)) };
  const log = createLog("silent");
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const of = async ({ before, after }: Parameters<Alignments["of"]>[0]) => {
    await finished;
    return align(before, after);
  };
  const carryOver = createCarryOver({ db, audit, clock, log, alignments: { of }, patienceMs: 20 });
  const agreements = createAgreements({ db, audit, clock, log, onAccepted: carryOver.begin });
  const { versionId } = await nextVersion({ ...own, agreements }, REVISED);
  expect(await eventsOf(world, versionId)).toEqual(["source-accepted"]);
  const page = carryOver.desk(people.lise, versionId);
  finish();
  expect((await page).counts).toMatchObject({ certain: 2, undecided: 2 });
});
