import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSbsys } from "../../../tests/servers/fake-sbsys";
import { CLIENT } from "../../../tests/servers/token";
import type { Life } from "../../../tests/world/dying-delivery";
import {
  attempts,
  type FilingWorld,
  filingRequested,
  filingRow,
  filingWorld,
  jobsFor,
  placesIn,
  SEAL_KEY,
} from "../../../tests/world/filing";
import { eventsOf } from "../../../tests/world/hearing";
import type { Exports } from "../shapes";
import { createFolder } from "./folder";
import { type CaseSystem, CaseSystemError } from "./port";

/** How many processes are killed for each kind of case system; at every step in turn. */
const KILLS = Number(process.env["FILING_KILLS"] ?? 3);

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
afterAll(() => world.close());

const MINUTE = 60_000;

/** A case system that is away until it is back. */
function away(root: string, until: Date): CaseSystem {
  const folder = createFolder({ root, clock: world.clock });
  const present = <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (world.clock.now() < until) return Promise.reject(new CaseSystemError("unavailable", "away"));
    return act();
  };
  return {
    ...folder,
    file: (parcel) => present(() => folder.file(parcel)),
    poll: (parcel) => present(() => folder.poll(parcel)),
  };
}

/** Runs the filing's job now, and then each next one when its time comes, until none is left. */
async function timePasses(door: Exports, filingId: Parameters<typeof jobsFor>[1]): Promise<void> {
  for (;;) {
    await world.sql`delete from graphile_worker._private_jobs where key like ${`%${filingId}`}`;
    await door.deliver({ filingId });
    const [next] = await jobsFor(world, filingId);
    if (!next) return;
    world.clock.at = new Date(world.clock.at.getTime() + next.wait * 1000);
  }
}

describe("a case system that is away", () => {
  test("[F6] for twenty minutes: the filing goes through by itself, once", async () => {
    const { filingId, responseId, root } = await filingRequested(world);
    const door = world.exportsTo(root, away(root, new Date(world.clock.at.getTime() + 20 * MINUTE)));
    await timePasses(door, filingId);
    expect(await filingRow(world, filingId)).toMatchObject({ state: "filed" });
    expect((await attempts(world, filingId)).map(({ outcome }) => outcome)).toEqual([
      "failed",
      "failed",
      "failed",
      "filed",
    ]);
    expect(placesIn(root)).toEqual([filingId]);
    expect((await eventsOf(world, responseId)).filter((event) => event === "filing-filed")).toHaveLength(1);
  });

  test("[F6] for an hour: after the fourth try a person must act, and their retry files it once", async () => {
    const { filingId, responseId, root } = await filingRequested(world);
    const began = world.clock.at.getTime();
    const door = world.exportsTo(root, away(root, new Date(began + 60 * MINUTE)));
    await timePasses(door, filingId);
    expect(await filingRow(world, filingId)).toMatchObject({ state: "failed" });
    expect(world.clock.at.getTime() - began).toBe(36 * MINUTE);
    expect((await door.page(world.people.jens, responseId)).can.retry).toBe(true);
    world.clock.at = new Date(began + 61 * MINUTE);
    await door.retry(world.people.jens, filingId);
    await timePasses(door, filingId);
    expect(await filingRow(world, filingId)).toMatchObject({ state: "filed" });
    expect(placesIn(root)).toEqual([filingId]);
  });
});

test("[F1] a case system that is slow: whoever comes meanwhile leaves it alone, and it is filed once", async () => {
  const { filingId, root } = await filingRequested(world);
  const folder = createFolder({ root, clock: world.clock });
  let sent = 0;
  const gate = moment();
  const asked = moment();
  const door = world.exportsTo(root, {
    ...folder,
    file: async (parcel) => {
      sent += 1;
      asked.comes();
      await gate.here;
      return folder.file(parcel);
    },
  });
  const slow = door.deliver({ filingId });
  await asked.here;
  await Promise.all([1, 2, 3].map(() => door.deliver({ filingId })));
  expect(await filingRow(world, filingId)).toMatchObject({ state: "sent" });
  gate.comes();
  await slow;
  expect(await filingRow(world, filingId)).toMatchObject({ state: "filed" });
  expect(sent).toBe(1);
});

test("[F4] a case system that answers twice: the second answer changes nothing", async () => {
  const { filingId, responseId, root } = await filingRequested(world);
  const folder = createFolder({ root, clock: world.clock });
  const door = world.exportsTo(root, {
    ...folder,
    file: async (parcel) => {
      await folder.file(parcel);
      return { state: "received" };
    },
  });
  await door.deliver({ filingId });
  await Promise.all([1, 2, 3, 4].map(() => door.deliver({ filingId })));
  await door.deliver({ filingId });
  expect(await filingRow(world, filingId)).toMatchObject({ state: "filed" });
  expect(await attempts(world, filingId)).toHaveLength(1);
  expect((await eventsOf(world, responseId)).filter((event) => event === "filing-filed")).toHaveLength(1);
});

describe("a node killed with SIGKILL in the middle of a filing", { timeout: 30_000 + KILLS * 20_000 }, () => {
  test("[F8] filing to a folder: it is filed exactly once, wherever it died", async () => {
    const whole = await filingRequested(world);
    const steps = Number(await lived(whole, { dieAt: Number.MAX_SAFE_INTEGER }));
    expect(steps).toBeGreaterThan(10);
    for (let kill = 0; kill < KILLS; kill++) {
      const matter = await filingRequested(world);
      const dieAt = KILLS >= steps ? kill % steps : Math.floor((kill * steps) / KILLS);
      expect(await lived(matter, { dieAt }), `step ${dieAt}`).toBe("SIGKILL");
      await broughtOn(matter);
      expect(placesIn(matter.root), `step ${dieAt}`).toEqual([matter.filingId]);
      const place = join(matter.root, readdirSync(matter.root)[0]!, matter.filingId);
      expect(readdirSync(place).filter((name) => name.endsWith(".part"))).toEqual([]);
    }
  });

  test("[F8] filing over a line to a system that knows no ids: exactly once, whichever question was its last", async () => {
    const server = await startSbsys();
    const places = { address: `${server.url}/api`, tokenAddress: `${server.url}/token`, documentKind: "" };
    const admin = world.exportsTo(world.newRoot());
    await admin.saveCaseSystem(world.people.adam, { adapter: "sbsys", choose: "yes", ...places, ...CLIENT });
    const questions = 7;
    for (let kill = 0; kill < KILLS; kill++) {
      const at = KILLS >= 2 * questions ? kill % (2 * questions) : Math.floor((kill * 2 * questions) / KILLS);
      const matter = await sbsysRequested();
      const before = { asked: server.asked.length, documents: server.documents().length };
      const died = lived(matter, { dieAt: null }, (die) =>
        server.watch((count, when) => {
          if (count !== before.asked + 1 + Math.floor(at / 2) || when !== (at % 2 ? "after" : "before"))
            return undefined;
          die();
          return "cut";
        }),
      );
      expect(await died, `question ${at}`).toBe("SIGKILL");
      server.watch(() => undefined);
      await broughtOn(matter);
      expect(server.documents().length - before.documents, `question ${at}`).toBe(3);
    }
    await admin.saveCaseSystem(world.people.adam, { adapter: "folder", choose: "yes" });
    await server.stop();
  });
});

/** Something that is waited for. */
function moment() {
  let comes = () => {};
  const here = new Promise<void>((resolve) => {
    comes = resolve;
  });
  return { here, comes: () => comes() };
}

type Matter = Awaited<ReturnType<typeof filingRequested>>;

/** To the one case that the fake knows. */
async function sbsysRequested(): Promise<Matter> {
  const matter = await filingRequested(world);
  await world.sql`update filing set metadata = metadata || '{"caseNumber":"29.30.00-K02-7-26"}' where id = ${matter.filingId}`;
  return matter;
}

/** Lets a process of its own bring the filing on; how it ended, or what it said at the end. */
function lived(matter: Matter, how: Pick<Life, "dieAt">, watch: (die: () => void) => void = () => {}): Promise<string> {
  const life: Life = {
    databaseUrl: world.url,
    root: matter.root,
    filingId: matter.filingId,
    sealKey: SEAL_KEY,
    ...how,
  };
  const args = ["--import", "tsx", "tests/world/dying-delivery.ts", JSON.stringify(life)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  watch(() => child.kill("SIGKILL"));
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal ?? said.trim())));
}

/** Another node takes over, as soon as the database knows that the first one is dead. */
async function broughtOn({ door, filingId, responseId }: Matter): Promise<void> {
  await world.db.transaction((tx) =>
    tx.execute(`select pg_advisory_xact_lock(hashtextextended('filing:${filingId}', 0))`),
  );
  await door.deliver({ filingId });
  const said = JSON.stringify(await attempts(world, filingId));
  expect((await filingRow(world, filingId)).state, said).toBe("filed");
  expect((await attempts(world, filingId)).filter(({ outcome }) => outcome === "filed")).toHaveLength(1);
  expect((await eventsOf(world, responseId)).filter((event) => event === "filing-filed")).toHaveLength(1);
}
