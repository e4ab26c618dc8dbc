// `npm start`, `npm run dev` and `dev:two`: from a fresh clone to a running Samsvar. No packages, for it installs them.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildWhatChanged, installPackages, ROOT, requireNode } from "./prepare.mjs";

requireNode();
const isDevelopment = process.argv.includes("--dev");
const envFile = join(ROOT, ".env");
if (existsSync(envFile)) process.loadEnvFile(envFile); // what the environment has already given wins
process.env.NODE_ENV ??= isDevelopment ? "development" : "production";

try {
  await installPackages();
  if (!isDevelopment) await buildWhatChanged();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (isDevelopment) runServer(["--import", "tsx", "server/index.ts", "--dev"]);
else runServer(process.argv.includes("--two") ? ["--import", "tsx", "server/two.ts"] : ["build/app.mjs"]);

/**
 * The channel ("ipc") carries nothing: it closes when this process is killed hard, and the server then stops by
 * itself. @param {string[]} program
 */
function runServer(program) {
  const child = spawn(process.execPath, ["--enable-source-maps", ...program], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  let isStopping = false;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    // A Ctrl-C reaches the server by itself; it, too, counts only the first.
    if (!isStopping) child.kill(signal);
    isStopping = true;
  };
  process.on("SIGINT", () => stop("SIGINT"));
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGHUP", () => stop("SIGTERM"));
  if (process.env.npm_lifecycle_event) stopWithParent(() => stop("SIGTERM"));
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 137 : 1)));
}

/**
 * npm runs us in the foreground, mostly through a shell: when it is killed hard, it or the shell between us is given
 * to another parent. @param {() => void} stop
 */
function stopWithParent(stop) {
  const parent = process.ppid;
  const isShell = /^(ba|da|a|z)?sh$/.test(procFile(parent, "comm").trim());
  const grandparent = isShell ? parentOf(parent) : undefined;
  const isOrphan = () => process.ppid !== parent || (isShell && parentOf(parent) !== grandparent);
  setInterval(() => isOrphan() && stop(), 1000).unref();
}

/** @param {number} pid */
function parentOf(pid) {
  const stat = procFile(pid, "stat");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
}

/** Empty where there is no /proc. @param {number} pid @param {string} name */
function procFile(pid, name) {
  const path = `/proc/${pid}/${name}`;
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
