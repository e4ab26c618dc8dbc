import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../world/database";
import { play } from "./fuzz";
import { SIZE } from "./size";

const KEPT = new URL("./seeds.json", import.meta.url);
/** So many days at once: most of a day is waiting. */
const AT_ONCE = 6;
const LONGEST = 90_000;

let world: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world?.close());

/** Seeds that have once failed, always run first. */
function keptSeeds(): number[] {
  return JSON.parse(readFileSync(KEPT, "utf8"));
}

function keep(seed: number): void {
  const seeds = new Set([...keptSeeds(), seed]);
  writeFileSync(KEPT, `[${[...seeds].join(", ")}]\n`);
}

/** A day that does not end is a failure, too. */
function atMost(ms: number, day: Promise<void>): Promise<void> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`Expected the day to end within ${ms} ms.`)), ms).unref();
  });
  return Promise.race([day, late]);
}

function seedsToPlay(): number[] {
  const some = Array.from({ length: SIZE.seeds }, (_, index) => index + 1);
  return SIZE.onlySeed ? some.map(() => SIZE.onlySeed ?? 0) : [...new Set([...keptSeeds(), ...some])];
}

test(`[I1] [I2] [I3] [I8] [E4] ${SIZE.seeds} days of three to six people on two nodes end with one text`, async () => {
  const waiting = seedsToPlay();
  const failures: string[] = [];
  const player = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      await atMost(LONGEST, play(world, seed)).catch((error) => {
        failures.push(`seed ${seed}: ${error instanceof Error ? error.message : error}`);
        keep(seed ?? 0);
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  expect(failures).toEqual([]);
}, 3_600_000);
