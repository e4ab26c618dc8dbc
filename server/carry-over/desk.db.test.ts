import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as schema from "../../db/schema";
import {
  type HearingWorld,
  hearingForm,
  hearingWorld,
  neighbour,
  nextVersion,
  textSent,
  writes,
} from "../../tests/world/hearing";
import { acceptedSource, type Sketch } from "../../tests/world/source";
import { REVISED, sourceRevised } from "../../tests/world/versions";
import { createLog } from "../log";
import { createCarryOver } from "./index";
import type { DeskPage } from "./shapes";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

const desk = (versionId: string) => world.carryOver.desk(world.people.lise, versionId);
const changes = ({ rows }: DeskPage) => rows.map(({ from, decision }) => [from.heading, decision?.change ?? "waits"]);

test("[C20] a desk counts what hangs on each clause, and what waits and is in use blocks", async () => {
  const { own, hearing, next, old } = await sourceRevised(world);
  const { people, centers, links, consultations } = own;
  const link = { kind: "clause" as const, center: centers.social, id: old("Kontakt") };
  await writes(own, people.sune, hearing.documentId, "Kontaktpersonen har vi.", [link]);
  await writes(own, people.sune, hearing.documentId, "Og en til.", [link, { ...link, id: old("Besked") }]);
  await links.answer(people.elsa, hearing.id, {
    clauseId: old("Plan"),
    centerId: centers.elderly,
    answer: "no-remarks",
  });
  const rows = async () => {
    const page = await desk(next.versionId);
    return page.rows.map(({ from, inUse, isBlocking }) => [from.heading, ...Object.values(inUse), isBlocking]);
  };
  expect(await rows()).toEqual([
    ["Besked", 1, 0, 1, false],
    ["Kontakt", 2, 0, 1, true],
    ["Varsling", 0, 0, 1, true],
    ["Plan", 0, 1, 1, false],
  ]);
  expect((await desk(next.versionId)).hearings).toMatchObject([{ id: hearing.id, place: "waits" }]);

  await consultations.stay(people.tove, hearing.id, { versionId: next.versionId });
  expect((await desk(next.versionId)).hearings).toMatchObject([{ place: "stays" }]);
  expect((await rows()).map((row) => row.at(-1))).toEqual([false, false, false, false]);

  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  expect((await desk(next.versionId)).hearings).toMatchObject([{ place: "follows" }]);
  expect((await desk(next.versionId)).counts.blocking).toBe(2);
});

test("[C20] a text that is sent for approval is not being written, and what it uses is in nobody's way", async () => {
  const own = { ...world, ...(await acceptedSource(world.db, world)) };
  await textSent(own);
  const next = await nextVersion(own, REVISED);
  const page = await desk(next.versionId);
  expect([page.hearings, page.counts.blocking]).toEqual([[], 0]);
});

test("[C14] [C20] in a chain of three versions what was said of the first counts for what that has become", async () => {
  const { own, hearing, next, old, fresh } = await sourceRevised(world);
  const { people, centers, carryOver, consultations } = own;
  const link = { kind: "clause" as const, center: centers.social, id: old("Varsling") };
  await writes(own, people.sune, hearing.documentId, "Tre dage er for lidt.", [link]);
  const third = await nextVersion(
    own,
    [["section", "Udskrivning", "", [["clause", "Frist", "Der varsles en uge før."]]]],
    3,
  );
  const inUse = async () => {
    const { rows } = await desk(third.versionId);
    return rows.map((row) => [row.from.heading, row.inUse.remarks, row.inUse.assignments, row.isBlocking]);
  };
  // Varsling waits at the desk before: only what was carried there of itself is counted here.
  expect(await inUse()).toContainEqual(["Varsling", 0, 0, false]);
  expect(await inUse()).toContainEqual(["Plan", 0, 1, true]);

  const decide = (versionId: string, from: string, to: string[]) =>
    carryOver.decide(people.tove, versionId, { fromClauseId: from, toClauseId: to });
  await decide(next.versionId, old("Varsling"), [fresh("Varsling"), fresh("Økonomi")]);
  expect(await inUse()).toContainEqual(["Varsling", 1, 1, true]);
  expect(await inUse()).toContainEqual(["Økonomi", 1, 1, true]);
  await decide(third.versionId, fresh("Varsling"), [third.called("Frist")]);
  await decide(third.versionId, fresh("Økonomi"), [third.called("Frist")]);
  expect(await inUse()).toContainEqual(["Økonomi", 1, 1, false]);

  await consultations.follow(people.tove, hearing.id, { versionId: third.versionId });
  const before = await desk(next.versionId);
  expect(before.hearings).toMatchObject([{ place: "follows" }]);
  expect(before.rows.find(({ from }) => from.heading === "Kontakt")).toMatchObject({ isBlocking: true });

  const line = await carryOver.ancestors(people.lise, third.called("Frist"));
  expect(line).toEqual([third.called("Frist"), fresh("Varsling"), fresh("Økonomi"), old("Varsling")]);
});

test("[S18] corrections on either side change what there is to decide on, and no decision", async () => {
  const { own, next, old, fresh } = await sourceRevised(world);
  const { people, agreements, carryOver } = own;
  const amend = async (versionId: string, fields: object) => {
    const { revision } = await agreements.amending(people.tove, versionId);
    await agreements.amend(people.tove, versionId, { revision, ...fields });
  };
  await amend(next.versionId, { op: "join", nodeId: fresh("Plan") });
  const joined = await desk(next.versionId);
  expect(joined.rows[3]).toMatchObject({ from: { id: old("Plan") }, decision: { to: [fresh("Varsling")] } });
  expect(joined.after.map(({ id }) => id)).not.toContain(fresh("Plan"));
  const choosing = carryOver.decide(people.tove, next.versionId, {
    fromClauseId: old("Kontakt"),
    toClauseId: fresh("Plan"),
  });
  await expect(choosing).rejects.toMatchObject({ fields: { toClauseId: "not-a-clause-of-this-version" } });

  await amend(own.versionId, { op: "split", nodeId: old("Kontakt"), at: "Kommunen".length });
  await amend(own.versionId, { op: "join", nodeId: old("Plan") });
  expect(changes(await desk(next.versionId))).toEqual([
    ["Besked", "unchanged"],
    ["Kontakt", "waits"],
    ["", "waits"],
    ["Varsling", "waits"],
  ]);
  expect(await carryOver.ancestors(people.lise, fresh("Varsling"))).toEqual([
    fresh("Varsling"),
    fresh("Plan"),
    old("Plan"),
  ]);
});

test("[D2] what a clause came from is told to those of its municipality who read hearings, and to nobody else", async () => {
  const { next, fresh, old } = await sourceRevised(world);
  const { carryOver, people } = world;
  const there = await neighbour(world);
  expect(await carryOver.ancestors(people.lise, fresh("Plan"))).toEqual([fresh("Plan"), old("Plan")]);
  for (const [viewer, id] of [
    [there.people.tove, fresh("Plan")],
    [people.rita, fresh("Plan")],
    [people.lise, next.versionId],
    [people.lise, "x"],
  ] as const)
    expect(await carryOver.ancestors(viewer, id)).toEqual([]);
});

test("a comparison shows what is decided and what is only proposed", async () => {
  const { next, old, fresh } = await sourceRevised(world);
  const { carryOver, people } = world;
  await carryOver.decide(people.tove, next.versionId, { fromClauseId: old("Kontakt"), toClauseId: fresh("Økonomi") });
  const { rows, counts } = await carryOver.comparison(people.lise, next.versionId);
  const heading = (side: { heading: string }[]) => side.map((one) => one.heading).join("+");
  expect(rows.map(({ from, to, change, isDecided }) => [heading(from), heading(to), change, isDecided])).toEqual([
    ["Indlæggelse", "Indlæggelse", "unchanged", true],
    ["Besked", "Besked", "unchanged", true],
    ["Udskrivning", "Udskrivning", "unchanged", true],
    ["Varsling", "Varsling", "reworded", false],
    ["Plan", "Plan", "unchanged", true],
    ["Kontakt", "Økonomi", "reworded", true],
  ]);
  expect(counts).toMatchObject({ unchanged: 4, reworded: 2, dropped: 0, new: 0 });
});

test("[C21] a desk takes the same number of queries however many clauses there are", async () => {
  const many = (days: string): Sketch[] => [
    [
      "section",
      "Alt",
      "",
      Array.from({ length: 120 }, (_, at) => ["clause", `Punkt ${at}`, `Der varsles ${at} ${days}.`]),
    ],
  ];
  const counted = async (before: Sketch[] | undefined, after: Sketch[]) => {
    const own = { ...world, ...(await acceptedSource(world.db, world, before)) };
    await world.consultations.open(world.people.tove, hearingForm(own));
    const next = await nextVersion(own, after);
    let queries = 0;
    const logger = {
      logQuery: () => {
        queries += 1;
      },
    };
    const db = drizzle(world.sql, { schema, logger });
    const doors = createCarryOver({ db, clock: world.clock, audit: world.audit, log: createLog("silent") });
    const page = await doors.desk(world.people.tove, next.versionId);
    return { queries, clauses: page.rows.length };
  };
  const few = await counted(undefined, REVISED);
  const lots = await counted(many("dage"), many("hverdage"));
  expect([few.clauses, lots.clauses]).toEqual([4, 120]);
  expect(lots.queries).toBe(few.queries);
  expect(few.queries).toBeLessThanOrEqual(15);
});
