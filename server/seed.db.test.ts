import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../db/client";
import { auditEntry, documentUpdate, municipality, person } from "../db/schema";
import { testDatabase } from "../tests/world/database";
import type { Clock } from "./clock";
import { addressOf, type DemoPerson } from "./demo/people";
import { createLog } from "./log";
import { seedDemo } from "./seed";
import { createServices, type Services } from "./services";

const NOW = new Date("2026-09-16T11:00:00+02:00");
const clock: Clock = { now: () => NOW };
const log = createLog("silent");

let world: Awaited<ReturnType<typeof testDatabase>>;
let dataDir: string;
let services: Services;

beforeEach(async () => {
  world = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "samsvar-seed-"));
  services = make(clock);
});

afterEach(async () => {
  await services.exports.stop();
  await world.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("an empty database becomes a whole demo world, and filling it again changes nothing", async () => {
  await fill();
  await expectWholeWorld();
  const before = await world.db.select().from(auditEntry);
  await fill();
  expect(await world.db.select().from(auditEntry)).toEqual(before);
});

test("two that start at the same moment make one world", async () => {
  await Promise.all([fill(), fill()]);
  await expectWholeWorld();
});

test("[B3] a start that fails half-way leaves nothing, and the next one makes the whole world", async () => {
  const failing = breakingAt(async () => {
    throw new Error("half-way");
  });
  await expect(seedDemo({ db: world.db, make: failing, clock, log })).rejects.toThrow("half-way");
  expect(await world.db.select().from(municipality)).toEqual([]);
  expect(await world.db.select().from(auditEntry)).toEqual([]);
  await fill();
  await expectWholeWorld();
});

test("[B3] a start whose connection dies half-way leaves nothing, and the next one makes the whole world", async () => {
  const dying = breakingAt(async () => {
    await world.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`;
  });
  await expect(seedDemo({ db: world.db, make: dying, clock, log })).rejects.toThrow();
  expect(await world.db.select().from(municipality)).toEqual([]);
  await fill();
  await expectWholeWorld();
});

test("the hearing under way shows every state of coverage, and somebody is late", async () => {
  await fill();
  const { hearing } = await consultations();
  const coverage = await services.links.coverage(await sees("tovholder"), hearing.id);
  expect(coverage.counts).toEqual({
    "not-looked-at": 8,
    "in-work": 1,
    answered: 9,
    "no-remarks": 2,
    "not-relevant": 1,
  });
  expect(coverage.cells.filter((cell) => cell.isLate)).toHaveLength(1);
  expect(coverage.wholeSource).toHaveLength(1);
  expect(hearing.deadline).toMatchObject({ daysLeft: 14, time: "12:00" });
  const days = new Set(coverage.cells.map((cell) => cell.deadline?.daysLeft));
  expect([...days].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([-2, 1, 6]);
});

test("the desk of each contributor holds what their center owes, and the late one comes first", async () => {
  await fill();
  const desk = await services.consultations.desk(await sees("bidragyder.boern"));
  expect(desk[0]).toMatchObject({ reason: "answer-clauses", deadline: { daysLeft: -2 } });
  expect((await services.consultations.desk(await sees("bidragyder.social"))).length).toBeGreaterThan(0);
});

test("each passage of the hearing stands in the log under the name of the one who wrote it", async () => {
  await fill();
  const authors = await world.db
    .selectDistinct({ email: person.email })
    .from(documentUpdate)
    .innerJoin(person, eq(person.id, documentUpdate.userId));
  const writers: DemoPerson[] = ["bidragyder.aeldre", "bidragyder.boern", "bidragyder.social", "tovholder"];
  expect(authors.map(({ email }) => email).sort()).toEqual(writers.map(addressOf));
});

async function expectWholeWorld() {
  expect(await world.db.select({ name: municipality.name }).from(municipality)).toEqual([{ name: "Eksempel Kommune" }]);
  expect(await services.identity.demoPeople()).toHaveLength(12);
  const sources = await services.agreements.list(await sees("tovholder"));
  const versions = sources.flatMap((source) => source.versions);
  expect(versions.every((version) => version.isAccepted)).toBe(true);
  expect(versions.map((version) => version.goals).sort()).toEqual([0, 7, 8]);
  const { hearing, assessment, finished } = await consultations();
  expect([hearing.status, assessment.status, finished.status]).toEqual(["writing", "writing", "filed"]);
  await expectFiled(finished.responseId ?? "");
  await expectAuditInOrder();
}

async function expectFiled(responseId: string) {
  const { approved, filing } = await services.exports.page(await sees("journal"), responseId);
  expect(approved?.approvedBy).toBe("Lene Skovgaard");
  expect(filing).toMatchObject({ state: "filed", requestedBy: "Peter Dahl" });
  expect(filing?.receipt?.files.length).toBeGreaterThanOrEqual(2);
  expect(filing?.filedAt?.getUTCFullYear()).toBe(2025);
}

async function expectAuditInOrder() {
  const viewer = await sees("revisor");
  const entries = await world.db.select().from(auditEntry).orderBy(auditEntry.seq);
  const times = entries.map((entry) => entry.at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.at(-1)).toBeLessThan(NOW.getTime());
  expect((await services.audit.verify(viewer.municipality.id)).brokenAt).toBeNull();
}

async function consultations() {
  const all = await services.consultations.list(await sees("tovholder"));
  const named = (key: string) => {
    const found = all.find((each) => each.userKey === key);
    if (!found) throw new Error(`no ${key} among ${all.map((each) => each.userKey)}`);
    return found;
  };
  expect(all).toHaveLength(3);
  return { hearing: named("HS-2026-0001"), assessment: named("VU-2026-0001"), finished: named("HS-2025-0001") };
}

async function sees(key: DemoPerson) {
  const [row] = await world.db
    .select({ id: person.id })
    .from(person)
    .where(eq(person.email, addressOf(key)));
  const viewer = row && (await services.identity.viewerOfUser(row.id));
  if (!viewer) throw new Error(`nobody is ${key}`);
  return viewer;
}

function fill() {
  return seedDemo({ db: world.db, make, clock, log });
}

function make(at: Clock, over: Database = world.db): Services {
  const sessionSecret = "a secret that is long enough for a test";
  const rest = { databaseUrl: world.url, dataDir, publicUrl: undefined, sessionSecret, nodeId: "test" };
  return createServices({ ...rest, db: over, clock: at, log });
}

/** The modules as they are, but with the third of the demo's answers something happens. */
function breakingAt(happens: () => Promise<void>) {
  let answers = 0;
  return (at: Clock, over: Database): Services => {
    const whole = make(at, over);
    const answer: Services["links"]["answer"] = async (...given) => {
      answers += 1;
      if (answers === 3) await happens();
      return whole.links.answer(...given);
    };
    return { ...whole, links: { ...whole.links, answer } };
  };
}
