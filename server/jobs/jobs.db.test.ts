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
async function running(deliver: (job: { filingId: string }) => Promise<void>, releaseEveryMs = 60_000): Promise<void> {
  jobs = createJobs({ databaseUrl: database.url, log: createLog("silent"), releaseEveryMs });
  const others = {
    "refresh-projection": nothing,
    "prune-snapshots": nothing,
    "read-receipt": nothing,
    "tell-lapses": nothing,
    "approve-tacitly": nothing,
    "tell-stand-in": nothing,
    "daily-reminders": nothing,
    "deliver-webhook": nothing,
    "hand-over": nothing,
  };
  const mails = { "send-notice": nothing, "send-digest": nothing, "daily-notices": nothing };
  await jobs.start({ ...others, ...mails, "deliver-filing": deliver });
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

test("[J1] a job of a node that is gone for good is run by another one, which need not start for that", async () => {
  const seen: string[] = [];
  await running(async ({ filingId }) => void seen.push(filingId), 50);
  await database.db.transaction(async (tx) => {
    for (const [id, minutes] of [
      ["gone", 6],
      ["busy", 4],
    ] as const) {
      await jobs.enqueue(tx, "deliver-filing", { filingId: id }, { key: id });
      await tx.execute(`update graphile_worker._private_jobs set locked_by = 'worker-${id}', attempts = 1,
        locked_at = now() - interval '${minutes} minutes' where key = '${id}'`);
    }
  });
  await vi.waitFor(() => expect(seen).toEqual(["gone"]), { timeout: 15_000, interval: 20 });
  await vi.waitFor(async () => expect(await left()).toHaveLength(1), { timeout: 5000, interval: 20 });
  await database.sql`delete from graphile_worker._private_jobs`;
}, 30_000);

test("a job that keeps its time does not put off one that waits already", async () => {
  jobs = createJobs({ databaseUrl: database.url, log: createLog("silent") });
  const at = (minutes: number) => new Date(Date.UTC(2100, 0, 1, 0, minutes));
  const payload = { filingId: "f-3" };
  const waits = async () => {
    const rows = await database.sql<{ runAt: string }[]>`select run_at as "runAt" from graphile_worker.jobs`;
    return rows.map(({ runAt }) => new Date(runAt));
  };
  await jobs.enqueue(database.db, "deliver-filing", payload, { key: "f-3", runAt: at(5), keepsTime: true });
  await jobs.enqueue(database.db, "deliver-filing", payload, { key: "f-3", runAt: at(9), keepsTime: true });
  expect(await waits()).toEqual([at(5)]);
  await jobs.enqueue(database.db, "deliver-filing", payload, { key: "f-3", runAt: at(7) });
  expect(await waits()).toEqual([at(7)]);
  await database.sql`delete from graphile_worker._private_jobs`;
});

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
