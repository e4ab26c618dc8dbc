import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntry, documentUpdate, municipality, person } from "../db/schema";
import { testDatabase } from "../tests/world/database";
import { fillDemo, servicesOver } from "../tests/world/demo";
import { addressOf, type DemoPerson } from "./demo/people";

const NOW = new Date("2026-09-16T11:00:00+02:00");

/** Filling takes two seconds, and twenty on a machine that is busy with the other tests. */
const SLOW = { timeout: 120_000 };

type World = Awaited<ReturnType<typeof emptyWorld>>;

describe("an empty database becomes the demo world", () => {
  let world: World;
  beforeAll(async () => {
    world = await emptyWorld();
    await fillDemo(world);
  }, SLOW.timeout);
  afterAll(() => world.close());

  test("it is whole, and filling it again changes nothing", async () => {
    await expectWholeWorld(world);
    const before = await world.db.select().from(auditEntry);
    await fillDemo(world);
    expect(await world.db.select().from(auditEntry)).toEqual(before);
  });

  test("its hearing shows every state of coverage that one version of a source brings, and somebody is late", async () => {
    const { hearing } = await consultations(world);
    const coverage = await world.services.links.coverage(await viewer(world, "tovholder"), hearing.id);
    const counts = {
      "not-looked-at": 8,
      "look-again": 0,
      "in-work": 1,
      answered: 9,
      "no-remarks": 2,
      "not-relevant": 1,
    };
    expect(coverage.counts).toEqual(counts);
    expect(coverage.cells.filter((cell) => cell.isLate)).toHaveLength(1);
    expect(coverage.wholeSource).toHaveLength(1);
    expect(hearing.deadline).toMatchObject({ daysLeft: 14, time: "12:00" });
    const days = new Set(coverage.cells.map((cell) => cell.deadline?.daysLeft ?? 0));
    expect([...days].sort((a, b) => a - b)).toEqual([-2, 1, 6]);
  });

  test("each contributor's desk holds what their center owes, the late one first", async () => {
    const deskOf = async (key: DemoPerson) => world.services.consultations.desk(await viewer(world, key));
    const [first] = await deskOf("bidragyder.boern");
    expect(first).toMatchObject({ reason: "answer-clauses", deadline: { daysLeft: -2 } });
    expect(await deskOf("bidragyder.social")).toMatchObject([{ deadline: { daysLeft: 1 } }]);
  });

  test("its texts stand in the log under the names of those who wrote them", async () => {
    const authors = await world.db
      .selectDistinct({ email: person.email })
      .from(documentUpdate)
      .innerJoin(person, eq(person.id, documentUpdate.userId));
    const writers: DemoPerson[] = [
      "bidragyder.aeldre",
      "bidragyder.boern",
      "bidragyder.social",
      "nabo.bidragyder",
      "tovholder",
    ];
    expect(authors.map(({ email }) => email).sort()).toEqual(writers.map(addressOf));
  });
});

test("two that start at the same moment make one demo world", SLOW, async () => {
  const world = await emptyWorld();
  await Promise.all([fillDemo(world), fillDemo(world)]);
  await expectWholeWorld(world);
  await world.close();
});

test("[B3] a start that fails half-way leaves nothing, and the next one fills the database", SLOW, async () => {
  const world = await emptyWorld();
  const fails = () => Promise.reject(new Error("half-way"));
  await expect(fillDemo(world, fails)).rejects.toThrow("half-way");
  await expectNothing(world);
  await fillDemo(world);
  await expectWholeWorld(world);
  await world.close();
});

test("[B3] a start that is killed half-way leaves nothing, and the next one fills the database", SLOW, async () => {
  const world = await emptyWorld();
  const script = fileURLToPath(new URL("../tests/world/demo-half-way.ts", import.meta.url));
  const start = spawn(process.execPath, ["--import", "tsx", script, world.url, world.dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(start.stdout, "data");
  expect(String(said)).toBe("half-way\n");
  start.kill("SIGKILL");
  await once(start, "exit");
  await expectNothing(world);
  await fillDemo(world);
  await expectWholeWorld(world);
  await world.close();
});

async function emptyWorld() {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "samsvar-demo-"));
  const clock = { now: () => NOW };
  const services = servicesOver({ ...database, dataDir, clock });
  const close = async () => {
    await services.exports.stop();
    await services.sync.drain();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...database, dataDir, clock, services, close };
}

async function expectNothing({ db }: World) {
  expect(await db.select().from(municipality)).toEqual([]);
  expect(await db.select().from(auditEntry)).toEqual([]);
}

async function expectWholeWorld(world: World) {
  const { db, services } = world;
  expect(await db.select({ name: municipality.name }).from(municipality).orderBy(municipality.name)).toEqual([
    { name: "Eksempel Kommune" },
    { name: "Nabo Kommune" },
  ]);
  expect(await db.select().from(person)).toHaveLength(15);
  const sources = await services.agreements.list(await viewer(world, "tovholder"));
  expect(sources.map((source) => source.versions.length).sort()).toEqual([1, 1, 2]);
  const versions = sources.flatMap((source) => source.versions);
  expect(versions.every((version) => version.isAccepted)).toBe(true);
  expect(versions.map((version) => version.goals).sort()).toEqual([0, 2, 7, 8]);
  const { hearing, assessment, followUp, finished } = await consultations(world);
  const going = [hearing, assessment, followUp];
  expect(going.map(({ status }) => status)).toEqual(["writing", "writing", "writing"]);
  expect(finished.map(({ status }) => status)).toEqual(["filed", "filed"]);
  await expectFollowedUp(world, followUp.id);
  for (const { responseId } of finished) await expectFiled(world, responseId ?? "");
  await expectAuditInOrder(world);
}

async function expectFiled(world: World, responseId: string) {
  const { approved, filing } = await world.services.exports.page(await viewer(world, "journal"), responseId);
  expect(approved?.approvedBy).toBe("Lene Skovgaard");
  expect(filing).toMatchObject({ state: "filed", requestedBy: "Peter Dahl" });
  expect(filing?.receipt?.files.length).toBeGreaterThanOrEqual(2);
  expect(filing?.filedAt?.getUTCFullYear()).toBe(2025);
}

/** Last year's text stands beside this year's, and figures have come since. */
async function expectFollowedUp(world: World, id: string) {
  const board = await world.services.initiatives.board(await viewer(world, "tovholder"), id);
  expect(board?.initiatives.map(({ last, lines }) => [last?.lines.length, lines.length])).toEqual([
    [1, 1],
    [1, 0],
  ]);
  const figures = board?.initiatives.flatMap(({ indicators }) => indicators.flatMap((one) => one.figures));
  expect(figures?.map(({ isNew }) => isNew)).toEqual([false, false, true, true, false, true]);
}

async function expectAuditInOrder(world: World) {
  // Each municipality has a trail of its own.
  for (const who of ["revisor", "nabo.tovholder"] as const) {
    const { municipality: own } = await viewer(world, who);
    const isOwn = eq(auditEntry.municipalityId, own.id);
    const entries = await world.db.select().from(auditEntry).where(isOwn).orderBy(auditEntry.seq);
    const times = entries.map((entry) => entry.at.getTime());
    expect(times.length).toBeGreaterThan(1);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(NOW.getTime());
    expect((await world.services.audit.verify(own.id)).brokenAt).toBeNull();
  }
}

async function consultations(world: World) {
  const tove = await viewer(world, "tovholder");
  const { list, filed } = world.services.consultations;
  const all = [...(await list(tove)), ...(await filed(tove, 1)).hearings];
  const named = (key: string) => {
    const found = all.find((each) => each.userKey === key);
    if (!found) throw new Error(`no ${key} among ${all.map((each) => each.userKey)}`);
    return found;
  };
  expect(all).toHaveLength(5);
  const going = { hearing: named("HS-2026-0001"), assessment: named("VU-2026-0001"), followUp: named("OP-2026-0001") };
  return { ...going, finished: [named("HS-2025-0001"), named("OP-2025-0001")] };
}

async function viewer({ db, services }: World, key: DemoPerson) {
  const [row] = await db
    .select({ id: person.id })
    .from(person)
    .where(eq(person.email, addressOf(key)));
  const found = row && (await services.identity.viewerOfUser(row.id));
  if (!found) throw new Error(`nobody is ${key}`);
  return found;
}
