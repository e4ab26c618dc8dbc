import type { JobName } from "./shapes";

/** SQL expressions over the rows of `from`: one job for each row. */
type Each = { from: string; payload: string; key: string; runAt: string };

/**
 * A select that enqueues when it is run, for the statement that writes what the jobs are about: with it, or not at all. [J1]
 * Nothing is sent where there are no rows: the queue's notification is what costs.
 */
export function enqueueAll(name: JobName, { from, payload, key, runAt }: Each): string {
  const spec = `row('${name}', ${payload}, null, ${runAt}, 25, ${key}, 0, null)::graphile_worker.job_spec`;
  return `select job.id from (select array_agg(${spec}) as specs from ${from}) as wanted,
    graphile_worker.add_jobs(wanted.specs) as job where wanted.specs is not null`;
}
