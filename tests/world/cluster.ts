import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../db/client";
import { startEmbedded } from "../../db/embedded";
import { isLeftBehind, temporaryFolder } from "./folder";

/** A PostgreSQL for one run of tests, in a folder that goes with it. */
export async function temporaryCluster() {
  await sweep();
  const dataDir = temporaryFolder();
  const { url, stop } = await startEmbedded({ dataDir, log: { info: () => {} } });
  const end = async () => {
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, end };
}

/** What runs before this one have left; the PostgreSQL of one that was killed is taken over, only to stop it. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!isLeftBehind(name)) continue;
    const dataDir = join(tmpdir(), name);
    const isCluster = (await readdir(dataDir)).some((inside) => inside.startsWith("postgres"));
    const leftover = isCluster && (await startEmbedded({ dataDir, log: { info: () => {} } }).catch(() => null));
    if (leftover) await leftover.stop();
    await rm(dataDir, { recursive: true, force: true }).catch(() => {});
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
