import { stat } from "node:fs/promises";
import { run } from "./pids";

/** Whom PostgreSQL runs as; undefined is ourselves. */
export type Account = { uid: number; gid: number } | undefined;

const NAME = "samsvar";

/** PostgreSQL refuses to run as root, so root's database runs as an account of its own. */
export async function databaseAccount(existingHome: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  // What an ordinary user began, root goes on with as that user, so that both can start it.
  const home = await stat(existingHome).catch(() => null);
  if (home && home.uid !== 0) return { uid: home.uid, gid: home.gid };
  return (await lookUp()) ?? (await create());
}

async function lookUp(): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", NAME]), run("id", ["-g", NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

const WAYS: [string, ...string[]][] = [
  [
    "useradd",
    "--system",
    "--user-group",
    "--no-create-home",
    "--home-dir",
    "/nonexistent",
    "--shell",
    "/bin/false",
    NAME,
  ],
  // Busybox
  ["adduser", "-S", "-D", "-H", "-s", "/bin/false", NAME],
];

async function create(): Promise<Account> {
  const problems: string[] = [];
  for (const [command, ...args] of WAYS) {
    await run(command, args).catch((error: Error) => problems.push(error.message.trim()));
    const account = await lookUp();
    if (account) return account;
  }
  throw new Error(
    `Expected to make the system account "${NAME}" for PostgreSQL, which refuses to run as root; got: ` +
      `${problems.join("; ")}. Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.`,
  );
}
