// `npm run dev:two`: two nodes of the built app on one database, so that one sees for oneself what several nodes do.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { startEmbedded } from "../db/embedded";
import { type Env, environmentWith, readEnv } from "./env";
import { createLog, type Log } from "./log";

type Stop = () => Promise<unknown>;
type Node = { name: string; child: ChildProcess; ended: Promise<unknown> };

/** Database → node one → node two; the nodes are stopped together, the database after them. [B2] */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const stops: Stop[] = [];
  const stop = stopOnce(stops);
  await start(env, log, stops, stop).catch(async (error) => {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  });
}

async function start(env: Env, log: Log, stops: Stop[], stop: (exitCode: number) => Promise<void>): Promise<void> {
  const databaseUrl = env.DATABASE_URL ?? (await embedded(env, log, stops));
  const nodes: Node[] = [];
  stops.push(() => Promise.all(nodes.map(end)));
  const addresses: string[] = [];
  // One after the other: the first one migrates and fills an empty database.
  for (const [index, name] of ["one", "two"].entries()) {
    const node = launch(name, env.PORT === 0 ? 0 : env.PORT + index, databaseUrl);
    nodes.push(node);
    addresses.push(await addressOf(node));
    void node.ended.then(() => {
      console.log(`\n  Node ${name} has ended.\n`);
      if (nodes.every(({ child }) => hasEnded(child))) return stop(1);
    });
  }
  console.log(`\n  Two nodes on one database: ${addresses.join(" and ")}`);
  console.log("  A browser that is signed in on one is signed in on both: cookies do not look at the port.\n");
}

async function embedded(env: Env, log: Log, stops: Stop[]): Promise<string> {
  const starting = startEmbedded({ dataDir: resolve(env.DATA_DIR), log });
  // A signal that comes meanwhile waits for it: a database half started would be left running.
  stops.push(() => starting.then((database) => database.stop(), async () => {})); // biome-ignore format: one line
  return (await starting).url;
}

/** The channel ("ipc") carries nothing: it closes when we are killed hard, and the node then stops by itself. */
function launch(name: string, port: number, databaseUrl: string): Node {
  // Each node is reached at its own address, not at one that a proxy gives them.
  const env = environmentWith({ PORT: String(port), DATABASE_URL: databaseUrl, PUBLIC_URL: undefined });
  const child = spawn(process.execPath, ["--enable-source-maps", "build/app.mjs"], {
    env,
    stdio: ["inherit", "pipe", "pipe", "ipc"],
  });
  tell(name, child.stdout, console.log);
  tell(name, child.stderr, console.error);
  return { name, child, ended: once(child, "exit") };
}

/** What a node prints, with its name before it. Whom one can sign in as is said once: it holds for both. */
function tell(name: string, stream: Readable | null, print: (line: string) => void): void {
  if (!stream) return;
  createInterface({ input: stream }).on("line", (line) => {
    const isAnnouncement = print === console.log && !line.startsWith("{");
    if (!(isAnnouncement && name === "two")) print(`${name} | ${line}`);
  });
}

/** The address a node says it listens on. */
async function addressOf({ name, child, ended }: Node): Promise<string> {
  const said = new Promise<string>((found) => {
    child.stdout?.on("data", (chunk) => {
      const address = /Samsvar: (http\S+)/.exec(String(chunk))?.[1];
      if (address) found(address);
    });
  });
  const address = await Promise.race([said, ended.then(() => null)]);
  if (!address) throw new Error(`Expected node ${name} to start; it ended. What it said stands above.`);
  return address;
}

async function end({ child, ended }: Node): Promise<void> {
  if (hasEnded(child)) return;
  child.kill("SIGTERM");
  await ended;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** One signal stops all, in reverse; a second one while stopping is not a second stop. */
function stopOnce(stops: Stop[]): (exitCode: number) => Promise<void> {
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    for (const one of stops.reverse()) await one().catch((error: unknown) => console.error(error));
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  // The starter is gone: nobody is left who could stop us.
  process.on("disconnect", () => void stop(0));
  return stop;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
