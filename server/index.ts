import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { connect, type Database } from "../db/client";
import { startEmbedded } from "../db/embedded";
import { isMigrated, migrate } from "../db/migrate";
import { type Clock, systemClock } from "./clock";
import { type Env, readEnv } from "./env";
import { watchFaults } from "./faults";
import { startHttp } from "./http";
import type { Identity } from "./identity";
import { createJobs, type Tasks } from "./jobs";
import { createLog, type Log } from "./log";
import { seedDemo } from "./seed";
import { createServices, type Services } from "./services";
import { keptSecret } from "./session-secret";

type Stop = () => Promise<unknown> | unknown;

const isDevelopment = process.argv.includes("--dev");

/** env → database → services → http, sockets, jobs; stopped in reverse. [B2] */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const stops: Stop[] = [];
  const stop = stopOnce(stops, log);
  await start(env, log, stops).catch(async (error) => {
    console.error(error instanceof Error ? error.message : error);
    await stop("a failed start", 1);
  });
}

async function start(env: Env, log: Log, stops: Stop[]): Promise<void> {
  const dataDir = resolve(env.DATA_DIR);
  mkdirSync(dataDir, { recursive: true });
  const databaseUrl = env.DATABASE_URL ?? (await embedded(dataDir, log, stops));
  await migrate(databaseUrl, { after: () => createJobs({ databaseUrl, log }).migrate() });
  const { db, sql: pool } = connect(databaseUrl);
  stops.push(() => pool.end({ timeout: 5 }));
  const sessionSecret = env.SESSION_SECRET ?? keptSecret(dataDir);
  const secretsKey = env.SECRETS_KEY ?? keptSecret(dataDir, "secrets-key");
  const nodeId = randomBytes(6).toString("hex");
  const given = { db, databaseUrl, dataDir, publicUrl: env.PUBLIC_URL, sessionSecret, secretsKey, nodeId, log };
  const make = (clock: Clock, over: Database) => createServices({ ...given, db: over, clock });
  await seedDemo({ db, make, clock: systemClock, log });
  // The demo world's story is told anew, and nobody is sent mail about it.
  const reach = isDevelopment ? "anywhere" : "public";
  const services = createServices({ ...given, clock: systemClock, mail: mailIn(env), reach });
  stops.push(() => services.exports.stop());
  stops.push(() => services.snapshots.stop());
  stops.push(services.jobs.stop, services.doorbell.stop);
  services.sync.start();
  await services.jobs.start(tasksOf(services));
  await services.notices.start();
  await services.consultations.reminders.start();
  const isReady = () => isMigrated(db);
  const vite = isDevelopment ? await (await import("./development")).startVite() : null;
  const http = await startHttp({
    services,
    log,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    build: vite?.loadBuild ?? (await builtRemix()),
    isReady,
    before: vite?.before,
  });
  stops.push(http.stop, () => services.sync.drain());
  announce(env, http.port, await services.identity.demo());
}

/** What each job does. */
function tasksOf(services: Services): Tasks {
  return {
    // The rows first; then whoever has signed off what no longer reads so is to be told. [A28]
    "refresh-projection": (job) => services.projections.refresh(job).then(() => services.signOffs.watch(job)),
    "prune-snapshots": services.snapshots.prune,
    "deliver-filing": services.exports.deliver,
    // So it was called while a receipt was waited for; some may wait yet.
    "read-receipt": services.exports.deliver,
    "tell-lapses": services.signOffs.tellLapses,
    "approve-tacitly": services.reviews.lapse,
    "tell-stand-in": services.reviews.tellStandIn,
    "daily-reminders": services.consultations.reminders.morning,
    "hand-over": services.consultations.handOverDue,
    "deliver-webhook": services.webhooks.deliver,
    "send-notice": services.notices.sendNotice,
    "send-digest": services.notices.sendDigest,
    "daily-notices": services.notices.tend,
  };
}

function mailIn({ SMTP_URL: smtpUrl, MAIL_FROM: from, PUBLIC_URL: publicUrl }: Env) {
  return smtpUrl && from && publicUrl ? { smtpUrl, from, publicUrl } : undefined;
}

async function embedded(dataDir: string, log: Log, stops: Stop[]): Promise<string> {
  const starting = startEmbedded({ dataDir, log });
  // A signal that comes meanwhile waits for it: a database half started would be left running.
  stops.push(() =>
    starting.then(
      ({ stop }) => stop(),
      () => {},
    ),
  );
  return (await starting).url;
}

async function builtRemix(): Promise<ServerBuild> {
  return import(pathToFileURL(resolve("build/server/index.js")).href);
}

/** One signal stops all, in reverse; a second one while stopping is not a second stop. */
function stopOnce(stops: Stop[], log: Log): (why: string, exitCode: number) => Promise<void> {
  let isStopping = false;
  const stop = async (why: string, exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ why }, "stopping");
    for (const one of stops.reverse())
      await Promise.resolve(one()).catch((error) => log.error({ err: error }, "stopping"));
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(signal, 0));
  // The starter's channel closes when it is killed hard: nobody is left who could stop us.
  process.on("disconnect", () => void stop("the starter is gone", 0));
  watchFaults(log, stop);
  return stop;
}

function announce(env: Env, port: number, demo: Awaited<ReturnType<Identity["demo"]>>): void {
  const address = env.PUBLIC_URL ?? `http://${env.HOST}:${port}`;
  console.log(`\n  Samsvar: ${address}\n`);
  if (!demo) return;
  console.log(`  Demo sign-ins (password ${demo.password}):`);
  for (const { email, title } of demo.people) console.log(`    ${email.padEnd(34)} ${title}`);
  console.log("");
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
