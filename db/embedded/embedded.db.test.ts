import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/world/folder";
import { connect } from "../client";
import { startEmbedded } from "./index";
import { isAlive, waitUntil } from "./pids";

let dataDir: string;
beforeEach(async () => {
  dataDir = temporaryFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const quietly = { info: () => {} };

/** A process of its own that starts the database, writes a row and is killed hard. */
async function crashedApp(): Promise<number> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
    import { connect } from ${JSON.stringify(join(import.meta.dirname, "..", "client.ts"))};
    startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: { info() {} } }).then(async ({ url }) => {
      const { sql } = connect(url);
      await sql.unsafe("create table note (text text); insert into note values ('skrevet')");
      console.log("written");
      setInterval(() => {}, 1000);
    });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  return postmasterPid();
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, "postgres", "rows", "postmaster.pid"), "utf8"), 10);
}

async function notesAt(url: string) {
  const { sql } = connect(url, { max: 1 });
  const notes = await sql`select text from note`;
  await sql.end();
  return notes.map(({ text }) => text);
}

describe("our own PostgreSQL", () => {
  test("that a killed app left running is gone on with, and stopped with the next app", async () => {
    const left = await crashedApp();
    expect(await isAlive(left)).toBe(true);
    const { url, stop } = await startEmbedded({ dataDir, log: quietly });
    expect(await postmasterPid()).toBe(left);
    expect(await notesAt(url)).toEqual(["skrevet"]);
    await stop();
    expect(await isAlive(left)).toBe(false);
  });

  test("that was killed with the app comes back with what was committed", async () => {
    const left = await crashedApp();
    process.kill(left, "SIGKILL");
    const { url, stop } = await startEmbedded({ dataDir, log: quietly });
    expect(await notesAt(url)).toEqual(["skrevet"]);
    await stop();
  });

  test("that is just being stopped is waited for and started anew", async () => {
    const left = await crashedApp();
    process.kill(left, "SIGINT");
    const { url, stop } = await startEmbedded({ dataDir, log: quietly });
    expect(await notesAt(url)).toEqual(["skrevet"]);
    await stop();
  });

  test("starts although its pid file names a process that is somebody else's", async () => {
    const left = await crashedApp();
    process.kill(left, "SIGKILL");
    await waitUntil(async () => !(await isAlive(left)), 5);
    const pidFile = join(dataDir, "postgres", "rows", "postmaster.pid");
    const text = await readFile(pidFile, "utf8");
    await writeFile(pidFile, text.replace(String(left), String(process.pid)));
    const { url, stop } = await startEmbedded({ dataDir, log: quietly });
    expect(await notesAt(url)).toEqual(["skrevet"]);
    await stop();
  });

  test("starts in a folder whose path is longer than a socket's may be, and has a space in it", async () => {
    const deep = join(dataDir, "en lang mappe", "x".repeat(100));
    const { url, stop } = await startEmbedded({ dataDir: deep, log: quietly });
    const { sql } = connect(url, { max: 1 });
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    await stop();
  });
});
