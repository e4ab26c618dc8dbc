import { afterEach, expect, test, vi } from "vitest";
import { LineWatch, PATIENCE } from "./line-watch";

afterEach(() => vi.useRealTimers());

function line() {
  vi.useFakeTimers();
  const log: string[] = [];
  const world = { heardAt: 0, isWaiting: true };
  const say = (what: string) => () => {
    if (log.at(-1) !== what) log.push(what);
  };
  const watch = new LineWatch({
    heardAt: () => world.heardAt,
    isWaiting: () => world.isWaiting,
    probe: () => log.push("probe"),
    slow: say("slow"),
    dead: () => log.push("dead"),
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const hear = () => {
    world.heardAt = Date.now();
  };
  return { watch, world, log, pass, hear };
}

test("[E9] a line is dead when a mark is out and nothing is heard for four seconds, not even on asking", async () => {
  const { watch, log, pass } = line();
  watch.asked();
  await pass(PATIENCE - 1_000);
  expect(log).toEqual(["probe"]);
  await pass(1_000);
  expect(log).toEqual(["probe", "dead"]);
  await pass(60_000);
  expect(log).toEqual(["probe", "dead"]);
});

test("[E9] a server that answers anything is not dead but slow, and that is said", async () => {
  const { watch, log, pass, hear } = line();
  watch.asked();
  for (let second = 0; second < 10; second += 1) {
    await pass(1_000);
    hear();
  }
  expect(log).toEqual(["slow"]);
});

test("[E9] a line that carries only towards the page is left in the end", async () => {
  const { watch, log, pass, hear } = line();
  watch.asked();
  for (let second = 0; second < 25 && !log.includes("dead"); second += 1) {
    await pass(1_000);
    hear();
  }
  expect(log).toEqual(["slow", "dead"]);
});

test("[E9] where nothing is to be expected, silence says nothing", async () => {
  const { watch, world, log, pass } = line();
  watch.asked();
  await pass(1_000);
  world.isWaiting = false;
  await pass(60_000);
  expect(log).toEqual([]);
  world.isWaiting = true;
  watch.asked();
  await pass(1_000);
  watch.rest();
  await pass(60_000);
  expect(log).toEqual([]);
});

test("[E9] a line that has much to carry gets more time at every try, until something is saved", async () => {
  const { watch, world, log, pass } = line();
  const deaths = () => log.filter((word) => word === "dead").length;
  watch.asked();
  await pass(PATIENCE);
  watch.asked();
  await pass(2 * PATIENCE - 1_000);
  expect(deaths()).toBe(1);
  await pass(1_000);
  expect(deaths()).toBe(2);
  world.isWaiting = false;
  watch.answered();
  world.isWaiting = true;
  watch.asked();
  await pass(PATIENCE);
  expect(deaths()).toBe(3);
});

test("[E9] a page that slept looks first at what came meanwhile", async () => {
  const { watch, world, log, pass, hear } = line();
  watch.asked();
  await pass(500);
  vi.setSystemTime(Date.now() + 3_600_000);
  await pass(500);
  expect(log).not.toContain("dead");
  hear();
  world.isWaiting = false;
  await pass(10_000);
  expect(log).not.toContain("dead");
});
