import { createHash, randomUUID } from "node:crypto";
import { chmod, chown, lstat, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Account, databaseAccount } from "./account";
import { run } from "./pids";

/** Where one database lives: its folder (rows, log, lock), its socket's folder and whom it runs as. */
export type Home = { folder: string; rows: string; sockets: string; account: Account };

/** Where root keeps what the database's account must reach when the project's own folder is closed to it. */
export const SHARED = "/var/lib/samsvar";

/** A socket's whole path may be 107 bytes (Linux; macOS 103). */
const LONGEST_SOCKET_FOLDER = 103 - "/.s.PGSQL.5432".length;

export async function prepareHome(dataDir: string): Promise<Home> {
  const beside = resolve(dataDir, "postgres");
  await mkdir(dataDir, { recursive: true });
  const account = await databaseAccount(beside);
  const folder = (await isInReach(dataDir, account)) ? beside : await homeElsewhere(dataDir, beside);
  await makePrivate(folder, account);
  return { folder, rows: join(folder, "rows"), sockets: await prepareSockets(folder, account), account };
}

async function isInReach(folder: string, account: Account): Promise<boolean> {
  if (!account) return true;
  return run("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

/**
 * The way there is noted in the data directory, so the rows follow it when it is moved, and a data directory that
 * is new (a fresh clone where an old one lay) has a database that is new.
 */
async function homeElsewhere(dataDir: string, beside: string): Promise<string> {
  if (await stat(beside).catch(() => null)) {
    throw new Error(
      `Expected the account that owns ${beside} to reach it; a folder above is closed to it (chmod o+x).`,
    );
  }
  const note = join(dataDir, "postgres.location");
  const noted = await readFile(note, "utf8").catch(() => null);
  if (noted) return noted.trim();
  const folder = join(SHARED, randomUUID().slice(0, 8));
  await writeFile(note, `${folder}\n`);
  return folder;
}

async function prepareSockets(folder: string, account: Account): Promise<string> {
  const inside = join(folder, "socket");
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) {
    await makePrivate(inside, account);
    return inside;
  }
  const short = `/tmp/samsvar-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  await makePrivate(short, account);
  return short;
}

/** Ours alone, 0700: behind this door PostgreSQL asks for no password. Refuses what another account has put there. */
async function makePrivate(folder: string, account: Account): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made) await openParents(made, folder);
  if (account && (await lstat(folder)).uid === 0) await chown(folder, account.uid, account.gid);
  const found = await lstat(folder);
  const wanted = account?.uid ?? process.getuid?.();
  if (!found.isDirectory() || (wanted !== undefined && found.uid !== wanted)) {
    throw new Error(
      `Expected ${folder} to be a folder of account ${wanted}; it belongs to account ${found.uid}. ` +
        "Start as that account (or root), or set DATA_DIR to another directory.",
    );
  }
  await chmod(folder, 0o700);
}

/** Folders made on the way (first is the topmost) are open to pass through, whatever the umask says. */
async function openParents(first: string, last: string): Promise<void> {
  for (let folder = resolve(last, ".."); folder.startsWith(first); folder = resolve(folder, "..")) {
    await chmod(folder, 0o755);
  }
}
