// What `npm start` and `npm test` do before they do anything: packages for this lock, a build of these sources.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packAssets } from "./pack.mjs";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const INSTALLED = join(ROOT, "node_modules", ".samsvar-installed");
export const ASSETS = join(ROOT, "build", "client", "assets");
const BUILT = join(ROOT, "build", ".samsvar-built.json");

/** What each half of the build is made from. Both also depend on the packages. */
const SOURCES = {
  app: ["app", "public", "remix.config.js", "vite.config.ts", "tsconfig.json", "package-lock.json"],
  server: ["server", "db", "app/document-model", "tsconfig.json", "package-lock.json"],
};

/** Ends with a sentence on a Node that is too old, before anything fails on it in its own words. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Expected Node 20.19 or newer; got ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}

/** `npm ci`, unless node_modules is what the lock file says. */
export async function installPackages() {
  const lock = join(ROOT, "package-lock.json");
  const isLocked = existsSync(lock);
  const stamp = `${isLocked ? hash([lock]) : hash([join(ROOT, "package.json")])} ${process.platform}-${process.arch}`;
  if (read(INSTALLED) === stamp) return;
  if (!(isLocked && isInstalledByHand(lock))) {
    const args = isLocked ? ["ci"] : ["install"];
    await say("Installing packages", () => npm([...args, "--include=dev", "--no-audit", "--no-fund"]));
  }
  writeFileSync(INSTALLED, stamp);
}

/** npm keeps its own list of what it has installed. @param {string} lock */
function isInstalledByHand(lock) {
  const kept = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(kept)) return false;
  const installed = JSON.parse(readFileSync(kept, "utf8")).packages;
  /** @type {[string, { version?: string, optional?: boolean }][]} */
  const wanted = Object.entries(JSON.parse(readFileSync(lock, "utf8")).packages);
  return wanted.every(([path, { version, optional }]) => {
    return path === "" || optional || (installed[path] && installed[path].version === version);
  });
}

/** @param {string[]} args */
function npm(args) {
  // Under `npm start` this is npm's own script, which needs no shell on any system.
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? run(process.execPath, [cli, ...args]) : run("npm", args);
}

/** Builds the half (pages, server) whose sources have changed since it was last built. */
export async function buildWhatChanged() {
  const built = JSON.parse(read(BUILT) ?? "{}");
  const isThere = (/** @type {string} */ path) => existsSync(join(ROOT, "build", path));
  const now = { app: hash(filesOf(SOURCES.app)), server: hash(filesOf(SOURCES.server)) };
  if (built.app !== now.app || !isThere("server/index.js") || !isThere("client")) {
    await say("Building pages", async () => {
      await run(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"]);
      await packAssets(ASSETS);
    });
    remember({ ...built, app: now.app });
  }
  if (built.server !== now.server || !isThere("app.mjs")) {
    await say("Building server", () => run(process.execPath, ["server/build.mjs"]));
    remember(now);
  }
}

/** @param {Record<string, string>} stamps */
function remember(stamps) {
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, JSON.stringify(stamps));
}

/** @param {string[]} paths @returns {string[]} */
function filesOf(paths) {
  return paths.flatMap((path) => {
    const whole = join(ROOT, path);
    if (!existsSync(whole) || /\.test\.tsx?$/.test(path)) return [];
    return statSync(whole).isDirectory()
      ? filesOf(
          readdirSync(whole)
            .sort()
            .map((name) => join(path, name)),
        )
      : [whole];
  });
}

/** @param {string[]} files */
function hash(files) {
  const sum = createHash("sha256");
  for (const file of files) sum.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file)).update("\0");
  return sum.digest("hex");
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** One line per step, and how long it took. @param {string} what @param {() => Promise<void>} step */
async function say(what, step) {
  const start = performance.now();
  console.log(`${what} …`);
  await step();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/**
 * Runs a program in the project; what it prints is kept back and shown when it fails. Ends with us on a signal.
 * @param {string} command @param {string[]} args @returns {Promise<void>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, NODE_ENV: "production" };
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => child.kill() && process.exit(1);
    process.once("SIGTERM", stop).once("SIGINT", stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGTERM", stop).off("SIGINT", stop);
      if (code === 0) return resolve();
      reject(new Error(`${output.slice(-20_000)}\n${command} ${args.join(" ")} failed (${code}).`));
    });
  });
}
