import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../db/client";
import { startEmbedded } from "../../db/embedded";

const PREFIX = "samsvar-test-";

/** A PostgreSQL for one run of tests, in a folder that goes with it. */
export async function temporaryCluster() {
  await sweep();
  const dataDir = await temporaryFolder();
  const { url, stop } = await startEmbedded({ dataDir, log: { info: () => {} } });
  const end = async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, end };
}

/** A data directory that goes away with the run, or with the next one. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Root's database runs as another account, which must be able to pass through.
  await chmod(folder, 0o755);
  return folder;
}

/** A run that was killed leaves its PostgreSQL behind: the next one takes it over, only to stop it. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isRunning(Number.parseInt(name.slice(PREFIX.length), 10))) continue;
    const dataDir = join(tmpdir(), name);
    const leftover = await startEmbedded({ dataDir, log: { info: () => {} } }).catch(() => null);
    await leftover?.stop();
    await rm(dataDir, { recursive: true, force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export function freshName(purpose: string): string {
  return `samsvar_${purpose}_${randomBytes(6).toString("hex")}`;
}

/** The address of another database on the same server. */
export function addressOf(admin: string, database: string): string {
  const address = new URL(admin);
  address.pathname = `/${database}`;
  return address.href;
}

/** Runs one command that no transaction may hold: create and drop database. */
export async function command(admin: string, text: string): Promise<void> {
  const { sql } = connect(admin, { max: 1 });
  try {
    await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}
