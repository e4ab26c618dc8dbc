import { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import { Logger, makeWorkerUtils, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import type { Transaction } from "../../db/client";
import { type Log, withoutValues } from "../log";
import type { JobName, JobPayloads, Tasks } from "./shapes";

export { enqueueAll } from "./enqueue-all";
export type { JobName, JobPayloads, Tasks } from "./shapes";

export type EnqueueOptions = { runAt?: Date; key?: string; maxAttempts?: number };

/** The queue lives in the same database, so a job is enqueued by the transaction that wants it, or not at all. [J1] */
export function createJobs({ databaseUrl, log }: { databaseUrl: string; log: Log }) {
  let starting: Promise<Runner> | undefined;

  async function enqueue<Name extends JobName>(
    tx: Pick<Transaction, "execute">,
    name: Name,
    payload: JobPayloads[Name],
    options: EnqueueOptions = {},
  ): Promise<void> {
    await tx.execute(sql`select graphile_worker.add_job(
      ${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${options.key ?? null},
      run_at := ${options.runAt?.toISOString() ?? null}::timestamptz, max_attempts := ${options.maxAttempts ?? 25}::int)`);
  }

  async function start(tasks: Tasks): Promise<void> {
    const taskList: TaskList = {};
    for (const [name, task] of Object.entries(tasks)) taskList[name] = (payload) => told(task(payload as never));
    await releaseOrphans(databaseUrl, log);
    const events = whenDatabaseIsBack(() => releaseOrphans(databaseUrl, log), log);
    const ours = { noHandleSignals: true, concurrency: 2, pollInterval: 1000, logger: quiet(log), events };
    starting = run({ connectionString: databaseUrl, taskList, ...ours });
    const runner = await starting;
    runner.promise.catch((error) => log.error({ err: error }, "the job runner stopped"));
  }

  return {
    enqueue,
    start,
    migrate: () => runMigrations({ connectionString: databaseUrl, logger: quiet(log) }),
    /** Also while it is still starting. */
    stop: async () => (await starting)?.stop(),
  };
}

export type Jobs = ReturnType<typeof createJobs>;

/**
 * A process killed in the middle of a job leaves it locked, for four hours by the library's measure. Whoever starts lets
 * all locks go: should another node be at one of those jobs just now, it is run twice, and that changes nothing. [J1]
 */
async function releaseOrphans(connectionString: string, log: Log): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString, logger: quiet(log) });
  try {
    const lockers = "select array_agg(distinct locked_by) as ids from graphile_worker.jobs where locked_by is not null";
    const { rows } = await utils.withPgClient((client) => client.query<{ ids: string[] | null }>(lockers));
    if (rows[0]?.ids) await utils.forceUnlockWorkers(rows[0].ids);
  } finally {
    await utils.release();
  }
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
