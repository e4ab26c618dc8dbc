import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { connect } from "../client";
import { findBinaries } from "./binaries";
import { type Home, prepareHome, SHARED } from "./home";
import { holdLock } from "./lock";
import { makeCluster, startPostmaster, stopPostmaster } from "./postmaster";

type Notes = { info(message: string): void };

export type EmbeddedDatabase = { url: string; stop(): Promise<void> };

/**
 * Starts a PostgreSQL of our own in the data directory, or goes on with the one that a killed app left running.
 * It listens on a local socket only. Close the pools before `stop`; a second `stop` waits for the first.
 */
export async function startEmbedded({ dataDir, log }: { dataDir: string; log: Notes }): Promise<EmbeddedDatabase> {
  const home = await prepareHome(dataDir);
  const lock = await holdLock(join(home.folder, "lock"));
  let pid: number | undefined;
  const close = async () => {
    if (pid !== undefined) await stopPostmaster(pid);
    if (!home.sockets.startsWith(home.folder)) await rm(home.sockets, { recursive: true, force: true });
    await lock.release();
  };
  try {
    pid = await runPostgres(home, log);
    await createDatabase(home);
  } catch (error) {
    await close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  const stop = () => {
    closing ??= close();
    return closing;
  };
  return { url: addressOf(home, "samsvar"), stop };
}

async function runPostgres(home: Home, log: Notes): Promise<number> {
  const binaries = await findBinaries(home.account, SHARED);
  const isMade = await stat(home.rows).then(
    () => true,
    () => false,
  );
  if (!isMade) {
    log.info(`making a database in ${home.folder}`);
    await makeCluster(binaries, home);
  }
  const { pid, isNew } = await startPostmaster(binaries, home);
  log.info(`${isNew ? "started" : "found a running"} PostgreSQL in ${home.folder} (process ${pid})`);
  return pid;
}

function addressOf({ sockets }: Home, database: string): string {
  return `postgres://samsvar@localhost/${database}?host=${encodeURIComponent(sockets)}`;
}

async function createDatabase(home: Home): Promise<void> {
  const { sql } = connect(addressOf(home, "postgres"), { max: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = 'samsvar'`;
    if (found.length === 0) await sql`create database samsvar`;
  } finally {
    await sql.end();
  }
}
