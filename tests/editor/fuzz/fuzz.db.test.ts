import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SIZE } from "../../sync/chaos/size";
import { testDatabase } from "../../world/database";
import { play } from "./day";

/** Seeds that have once failed, always run first. */
const KEPT = new URL("./seeds.json", import.meta.url);
/** So many days at once: most of a day is waiting. */
const AT_ONCE = 6;
const LONGEST = 90_000;
/** A few in `npm test`; as many as one likes with `SEEDS=200 npx vitest run --project integration tests/editor/fuzz`. */
const SEEDS = process.env["SEEDS"] ? SIZE.seeds : 6;

let world: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world?.close());

function keptSeeds(): number[] {
  return JSON.parse(readFileSync(KEPT, "utf8"));
}

function keep(seed: number): void {
  writeFileSync(KEPT, `[${[...new Set([...keptSeeds(), seed])].join(", ")}]\n`);
}

function seedsToPlay(): number[] {
  const some = Array.from({ length: SEEDS }, (_, index) => index + 1);
  return SIZE.onlySeed ? some.map(() => SIZE.onlySeed ?? 0) : [...new Set([...keptSeeds(), ...some])];
}

function late(seed: number): Promise<string[]> {
  return new Promise((resolve) => {
    setTimeout(() => resolve([`day ${seed} did not end within ${LONGEST} ms`]), LONGEST).unref();
  });
}

test(`[E2] [E4] [E6] [L1] [L3] ${SEEDS} days of three editors on the real server end with one text and every link`, async () => {
  const waiting = seedsToPlay();
  const failures: string[] = [];
  const player = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const problems = await Promise.race([play(world, seed), late(seed)]).catch((error) => [String(error?.stack)]);
      if (problems.length === 0) continue;
      failures.push(`seed ${seed}: ${problems.join("\n  ")}`);
      keep(seed);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  expect(failures).toEqual([]);
}, 3_600_000);
