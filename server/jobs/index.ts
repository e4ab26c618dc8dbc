import { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import {
  Logger,
  makeWorkerUtils,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerUtils,
} from "graphile-worker";
import type { Transaction } from "../../db/client";
import { type Log, withoutValues } from "../log";
import type { JobName, JobPayloads, Tasks } from "./shapes";

export { enqueueAll } from "./enqueue-all";
export type { JobName, JobPayloads, Tasks } from "./shapes";

export type EnqueueOptions = {
  runAt?: Date;
  /** A job that waits under the same key is replaced. */
  key?: string;
  /** … or, if this is set, is left as it waits. */
  keepsTime?: boolean;
  /** Jobs of one queue run one after the other, on whatever node: what is slow then takes one place of the runner. */
  queue?: string;
  maxAttempts?: number;
};

type Given = { databaseUrl: string; log: Log /** For tests. */; releaseEveryMs?: number };

const MINUTE = 60_000;

/** The queue lives in the same database, so a job is enqueued by the transaction that wants it, or not at all. [J1] */
export function createJobs({ databaseUrl, log, releaseEveryMs = MINUTE }: Given) {
  let starting: Promise<{ runner: Runner; stopReleasing: () => Promise<void> }> | undefined;

  async function enqueue<Name extends JobName>(
    tx: Pick<Transaction, "execute">,
    name: Name,
    payload: JobPayloads[Name],
    options: EnqueueOptions = {},
  ): Promise<void> {
    await tx.execute(sql`select graphile_worker.add_job(
      ${name}, payload := ${JSON.stringify(payload)}::json, queue_name := ${options.queue ?? null}, job_key := ${options.key ?? null},
      job_key_mode := ${options.keepsTime ? "preserve_run_at" : "replace"},
      run_at := ${options.runAt?.toISOString() ?? null}::timestamptz, max_attempts := ${options.maxAttempts ?? 25}::int)`);
  }

  async function start(tasks: Tasks): Promise<void> {
    starting = begin(tasks);
    const { runner } = await starting;
    runner.promise.catch((error) => log.error({ err: error }, "the job runner stopped"));
  }

  async function begin(tasks: Tasks) {
    const taskList: TaskList = {};
    for (const [name, task] of Object.entries(tasks)) taskList[name] = (payload) => told(task(payload as never));
    const utils = await makeWorkerUtils({ connectionString: databaseUrl, logger: quiet(log) });
    await release(utils, "all");
    const events = whenDatabaseIsBack(() => release(utils, "all"), log);
    const ours = { noHandleSignals: true, concurrency: 2, pollInterval: 1000, logger: quiet(log), events };
    const runner = await run({ connectionString: databaseUrl, taskList, ...ours });
    return { runner, stopReleasing: releaseEvery(releaseEveryMs, utils, log) };
  }

  async function stop(): Promise<void> {
    const started = await starting;
    await started?.runner.stop();
    await started?.stopReleasing();
  }

  return {
    enqueue,
    start,
    migrate: () => runMigrations({ connectionString: databaseUrl, logger: quiet(log) }),
    /** Also while it is still starting. */
    stop,
  };
}

export type Jobs = ReturnType<typeof createJobs>;

const LOCKED = {
  all: "locked_by is not null",
  long: "locked_at < now() - interval '5 minutes'",
};

/**
 * A process killed in the middle of a job leaves it locked, for four hours by the library's measure. Whoever starts lets
 * all locks go: should another node be at one of those jobs just now, it is run twice, and that changes nothing. [J1]
 */
async function release(utils: WorkerUtils, which: keyof typeof LOCKED): Promise<void> {
  const lockers = `select array_agg(distinct locked_by) as ids from graphile_worker.jobs where ${LOCKED[which]}`;
  const { rows } = await utils.withPgClient((client) => client.query<{ ids: string[] | null }>(lockers));
  if (rows[0]?.ids) await utils.forceUnlockWorkers(rows[0].ids);
}

/** Of several nodes one may be gone for good, and the others do not start again for that: they look once a minute. */
function releaseEvery(ms: number, utils: WorkerUtils, log: Log): () => Promise<void> {
  const timer = setInterval(() => {
    release(utils, "long").catch((error) => log.debug({ err: error }, "jobs could not be let go; later they may"));
  }, ms);
  return async () => {
    clearInterval(timer);
    await utils.release();
  };
}

/** The queue logs and keeps what a job throws, so it may hold no values. */
async function told(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    throw withoutValues(error);
  });
}

/** A job that ends while the database is away cannot say so, and stays locked just as if its process had been killed. */
function whenDatabaseIsBack(then: () => Promise<void>, log: Log): EventEmitter {
  let isAway = false;
  const events = new EventEmitter();
  events.on("pool:listen:error", () => {
    isAway = true;
  });
  events.on("pool:listen:success", () => {
    if (isAway) then().catch((error) => log.error({ err: error }, "jobs could not be let go"));
    isAway = false;
  });
  return events;
}

/** The runner's own chatter is debug to us; its errors are ours too. */
function quiet(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
    else log.debug(message);
  });
}
