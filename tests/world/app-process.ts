import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { waitUntil } from "../../db/embedded/pids";
import { readEnv } from "../../server/env";
import { addressOf, command, freshName } from "./cluster";
import { temporaryFolder } from "./folder";

export type AppProcess = {
  /** The same through every restart. */
  url: string;
  dataDir: string;
  pid(): number;
  /** What it has printed so far. */
  output(): string;
  /** Ends it and waits until it has; SIGKILL is the crash. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same data, killing what still runs. */
  restart(): Promise<void>;
  /** Ends it in good order and removes its data. */
  stop(): Promise<void>;
};

type Settings = Record<string, string>;

/** Starts the built app (build/app.mjs) in a process and a world of its own, and waits until it is ready. */
export async function startApp(more: Settings | ((url: string) => Settings) = {}): Promise<AppProcess> {
  const dataDir = temporaryFolder();
  const database = await ownDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = typeof more === "function" ? more(url) : more;
  const env = { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, DATABASE_URL: database.url, ...settings };
  let running = await launch(url, env);
  const kill = async (signal: NodeJS.Signals = "SIGTERM") => end(running.child, signal);
  const restart = async () => {
    await kill("SIGKILL");
    running = await launch(url, env);
  };
  const stop = async () => {
    // A killed app leaves its PostgreSQL running; only an app that stops in good order stops that.
    if (hasEnded(running.child)) await restart();
    await kill();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, pid: () => running.child.pid ?? 0, output: () => running.output(), kill, restart, stop };
}

async function launch(url: string, settings: Record<string, string>) {
  const env = { ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "warn", ...settings };
  // The channel closes when the tests are killed hard, and the app then stops by itself.
  const child = spawn(process.execPath, ["--enable-source-maps", "build/app.mjs"], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text += chunk;
    });
  }
  const isReady = () => fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false); // biome-ignore format: one line
  await waitUntil(async () => hasEnded(child) || (await isReady()), 60);
  if (!(await isReady())) {
    await end(child, "SIGTERM");
    throw new Error(`Expected build/app.mjs to become ready at ${url}; it printed:\n${text}`);
  }
  return { child, output: () => text };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  child.kill(signal);
  if (await waitUntil(async () => hasEnded(child), 30)) return;
  child.kill("SIGKILL");
  throw new Error(`Expected the app to end within 30 s of ${signal}; it was killed.`);
}

/** The app's own embedded PostgreSQL, or, where DATABASE_URL names one, a database of its own there. */
async function ownDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = readEnv().DATABASE_URL;
  if (!admin) return { url: "", drop: async () => {} };
  const name = freshName("app");
  await command(admin, `create database ${name}`);
  return { url: addressOf(admin, name), drop: () => command(admin, `drop database ${name} with (force)`) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
