import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { startOf, waitUntil } from "./pids";

export type Lock = { release(): Promise<void> };

/**
 * One app at a time on one database of ours. The file holds the holder's pid and start, so neither a crash nor a
 * pid used anew leaves it locked. Waits some seconds for a holder who is on its way out.
 */
export async function holdLock(path: string, patience = 20): Promise<Lock> {
  const own = await signatureOf(process.pid);
  if (await waitUntil(() => take(path, own), patience)) return { release: () => rm(path, { force: true }) };
  const holder = (await readFile(path, "utf8").catch(() => "")).split(" ")[0];
  throw new Error(
    `Expected to be alone on ${path}; process ${holder} already runs on it. ` +
      "Stop it, or set DATA_DIR to another directory.",
  );
}

async function signatureOf(pid: number): Promise<string> {
  return `${pid} ${await startOf(pid)}`;
}

async function take(path: string, own: string): Promise<boolean> {
  if (await create(path, own)) return true;
  const found = await readFile(path, "utf8").catch(() => "");
  const pid = Number.parseInt(found, 10);
  if (!Number.isNaN(pid) && found === (await signatureOf(pid))) return false;
  return (await clearAway(path, found)) && create(path, own);
}

/** Written aside and linked into place, so that nobody reads a lock half written. */
async function create(path: string, own: string): Promise<boolean> {
  const aside = `${path}.${process.pid}`;
  await writeFile(aside, own);
  try {
    await link(aside, path);
    return true;
  } catch {
    return false;
  } finally {
    await rm(aside, { force: true });
  }
}

/**
 * Two starts can find the same dead lock, and a late comer must not remove the winner's new one: it is moved away
 * in one step, looked at, and put back if it is not the one that was found dead.
 */
async function clearAway(path: string, dead: string): Promise<boolean> {
  const grave = `${path}.${process.pid}.dead`;
  try {
    await rename(path, grave);
  } catch {
    return false;
  }
  const isTheDeadOne = (await readFile(grave, "utf8")) === dead;
  if (!isTheDeadOne) await link(grave, path).catch(() => {});
  await rm(grave);
  return isTheDeadOne;
}
