// `npm start`: from a fresh clone to a running Samsvar. Plain JavaScript without packages, because it installs them.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
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
runServer(isDevelopment ? ["--import", "tsx", "server/index.ts", "--dev"] : ["build/app.mjs"]);

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

/** npm runs us in the foreground: when it is killed hard we are given to another parent. @param {() => void} stop */
function stopWithParent(stop) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1000).unref();
}
