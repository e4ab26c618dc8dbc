import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../tests/world/database";
import { createLog } from "../log";
import { createJobs, type Jobs } from "./index";

let database: Awaited<ReturnType<typeof testDatabase>>;
let jobs: Jobs;
const nothing = () => Promise.resolve();
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => jobs.stop());
afterAll(() => database.close());

/** Runs the jobs, with what is done for a filing. */
async function running(deliver: (job: { filingId: string }) => Promise<void>): Promise<void> {
  jobs = createJobs({ databaseUrl: database.url, log: createLog("silent") });
  const others = { "refresh-projection": nothing, "prune-snapshots": nothing, "read-receipt": nothing };
  await jobs.start({ ...others, "deliver-filing": deliver });
}

const left = () => database.sql`select last_error from graphile_worker.jobs`;

test("[J1] a job that could not be ended because the database went away is run again once it is back", async () => {
  const seen: string[] = [];
  await running(async ({ filingId }) => void seen.push(filingId));
  await vi.waitFor(async () => expect((await listeners()).length).toBe(1));
  await database.db.transaction(async (tx) => {
    await jobs.enqueue(tx, "deliver-filing", { filingId: "f-1" }, { key: "f-1" });
    await tx.execute(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker', attempts = 1",
    );
  });
  await database.sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%' and datname = current_database()`;
  await vi.waitFor(() => expect(seen).toEqual(["f-1"]), { timeout: 15_000, interval: 50 });
  await vi.waitFor(async () => expect(await left()).toHaveLength(0), { timeout: 5000, interval: 50 });
}, 30_000);

test("what the queue keeps of a failed job holds no values of its queries", async () => {
  await running(async () => {
    await database.db.execute("select 1 from no_such_table where x = 'Vi støtter Ida'").catch((error) => {
      throw Object.assign(new Error(`${error.message}\nparams: Ida`, { cause: error.cause }));
    });
  });
  await jobs.enqueue(database.db, "deliver-filing", { filingId: "f-2" });
  await vi.waitFor(async () => expect((await left())[0]?.["last_error"]).toMatch(/Failed query/), { timeout: 5000 });
  expect((await left())[0]?.["last_error"]).not.toMatch(/params/);
});

function listeners() {
  return database.sql`select pid from pg_stat_activity where query like 'LISTEN%' and datname = current_database()`;
}
