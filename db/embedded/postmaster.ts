import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import type { Home } from "./home";
import { commandOf, isAlive, run, waitUntil } from "./pids";

/** All that PostgreSQL finds in its environment: PGDATA, PGPORT … would change its mind. NODE_ENV is for the types. */
const ENVIRONMENT: NodeJS.ProcessEnv = { LC_ALL: "C", PATH: "/usr/bin:/bin", NODE_ENV: "production" };

/** How long a postmaster may take to recover from a crash, in seconds, and to close down. */
const RECOVERY = 120;
const SHUTDOWN = 30;

export type Postmaster = { pid: number; isNew: boolean };

/** Makes the cluster: written aside and renamed, so that one half made is never taken for a database. */
export async function makeCluster({ initdb }: Binaries, { rows, account }: Home): Promise<void> {
  const unfinished = `${rows}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const options = ["--username=samsvar", "--auth-local=trust", "--auth-host=reject", "--no-instructions"];
  const danish = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=da-DK"];
  await run(initdb, ["-D", unfinished, ...options, ...danish], { ...account, cwd: "/", env: ENVIRONMENT });
  await rename(unfinished, rows);
}

/** Gives the postmaster that is there (an app killed hard leaves it running) or starts one. */
export async function startPostmaster(binaries: Binaries, home: Home): Promise<Postmaster> {
  // Refused starts are tried again: processes of a killed postmaster may hold its memory for some moments.
  for (let attempt = 0; attempt < 20; attempt++) {
    const there = await findPostmaster(home);
    const isNew = there === null;
    const pid = there ?? (await spawnPostmaster(binaries, home));
    if (pid && (await becomesReady(pid, home))) return { pid, isNew };
    await waitUntil(async () => false, 0.5);
  }
  const log = await readFile(logOf(home), "utf8").catch(() => "");
  throw new Error(`Expected PostgreSQL to start in ${home.rows}; it did not. ${log.split("\n").slice(-15).join("\n")}`);
}

/** Fast shutdown: whoever is connected is let go, what is committed is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!(await signalTo(pid, signal))) return;
    if (await waitUntil(async () => !(await isAlive(pid)), SHUTDOWN)) return;
  }
}

async function signalTo(pid: number, signal: NodeJS.Signals): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  process.kill(pid, signal);
  return true;
}

/** The pid in postmaster.pid, when it is alive and is a postmaster on these rows. */
async function findPostmaster({ rows }: Home): Promise<number | null> {
  const pid = Number.parseInt((await pidFile(rows))[0] ?? "", 10);
  if (Number.isNaN(pid) || !(await isAlive(pid))) {
    // Left to PostgreSQL when the process is gone; one that nobody has reaped it would take for alive.
    if (isSeen(pid)) await rm(join(rows, "postmaster.pid"), { force: true });
    return null;
  }
  const command = await commandOf(pid);
  if (command.includes("postgres") && command.includes(rows)) return pid;
  // The pid has been given to another process; PostgreSQL would wait for that one for ever.
  await rm(join(rows, "postmaster.pid"), { force: true });
  return null;
}

function isSeen(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** pid, data directory, start, port, socket folder, address, shared memory, status. */
async function pidFile(rows: string): Promise<string[]> {
  return (await readFile(join(rows, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
}

/** Undefined when it could not even be started; whether it stays is seen by `becomesReady`. */
async function spawnPostmaster({ postgres }: Binaries, home: Home): Promise<number | undefined> {
  const log = await openLog(home);
  const settings = {
    listen_addresses: "",
    unix_socket_directories: `"${home.sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    port: "5432",
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // In a process group of its own: Ctrl-C goes to the app, which stops the database last.
  const child = spawn(postgres, ["-D", home.rows, ...args], {
    ...home.account,
    cwd: "/",
    env: ENVIRONMENT,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  await once(child, "spawn");
  child.unref();
  await log.close();
  return child.pid;
}

const logOf = (home: Home) => join(home.folder, "postgres.log");

async function openLog(home: Home) {
  const size = await stat(logOf(home)).then((found) => found.size, () => 0); // biome-ignore format: one line
  if (size > 5_000_000) await rename(logOf(home), `${logOf(home)}.old`);
  return open(logOf(home), "a");
}

async function becomesReady(pid: number, { rows, sockets }: Home): Promise<boolean> {
  let isReady = false;
  await waitUntil(async () => {
    const lines = await pidFile(rows);
    isReady = lines[0] === String(pid) && lines[7]?.trim() === "ready";
    return isReady || !(await isAlive(pid));
  }, RECOVERY);
  if (!isReady) return false;
  // "ready" is what its file says: a postmaster killed this moment says so too, and nobody answers. Nor does anybody when
  // the socket was swept out of /tmp under a living one; that one is stopped and started anew.
  const isThere = await answers(join(sockets, ".s.PGSQL.5432"));
  if (!isThere) await stopPostmaster(pid);
  return isThere;
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ path });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
