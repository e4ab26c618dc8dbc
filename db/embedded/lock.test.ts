import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdLock } from "./lock";
import { startOf } from "./pids";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samsvar-lock-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a lock that is held is refused, naming the process that holds it", async () => {
  const path = join(folder, "held");
  const lock = await holdLock(path);
  await expect(holdLock(path, 0.2)).rejects.toThrow(`process ${process.pid} already runs on it`);
  await lock.release();
  await (await holdLock(path, 0.2)).release();
});

test("a lock is waited for while its holder is on its way out", async () => {
  const path = join(folder, "leaving");
  const first = await holdLock(path);
  const second = holdLock(path);
  await first.release();
  await (await second).release();
});

test("the lock of a process that was killed is taken over, by one of many at once", async () => {
  const path = join(folder, "dead");
  const child = spawn("sleep", ["60"]);
  await once(child, "spawn");
  await writeFile(path, `${child.pid} ${await startOf(child.pid ?? 0)}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => holdLock(path, 0.3)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await readdir(folder)).toEqual(["dead"]);
});

test("a lock whose pid has been given to another process is taken over", async () => {
  const path = join(folder, "recycled");
  await writeFile(path, `${process.pid} 12`);
  await (await holdLock(path, 0.2)).release();
});
