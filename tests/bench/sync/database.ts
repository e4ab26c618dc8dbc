import { connect } from "../../../db/client";
import { type DocumentId, type MunicipalityId, newId } from "../../../db/ids";
import { migrate } from "../../../db/migrate";
import { municipality } from "../../../db/schema";
import { createJobs } from "../../../server/jobs";
import { createLog } from "../../../server/log";
import { storeOn } from "../../sync/document";
import { temporaryCluster } from "../../world/cluster";
import { cpuOfFamily, parentOf } from "./figures";
import { eachMarker } from "./generator/markers";
import type { Typed } from "./messages";
import { seed } from "./seed";

export type BenchDatabase = Awaited<ReturnType<typeof benchDatabase>>;

/** A PostgreSQL of the bench's own with its ordinary settings, so a commit is on disk (fsync). */
export async function benchDatabase() {
  const { url, end } = await temporaryCluster();
  await migrate(url, { after: createJobs({ databaseUrl: url, log: createLog("error") }).migrate });
  const { db, sql } = connect(url, { max: 3 });
  const store = storeOn({ db, url }, "bench");
  const municipalityId = newId<MunicipalityId>();
  await db.insert(municipality).values({ id: municipalityId, name: "Prøveby", cvr: "12345678" });
  const [backend] = await sql<{ pid: number; fsync: string }[]>`
    select pg_backend_pid() as pid, current_setting('fsync') as fsync`;
  if (backend?.fsync !== "on") throw new Error("Expected a database whose commits are on disk (fsync on).");
  const postmaster = (await parentOf(backend.pid)) ?? 0;

  const documents = async (count: number): Promise<DocumentId[]> => {
    const ids = Array.from({ length: count }, () => newId<DocumentId>());
    const text = seed();
    await db.transaction(async (tx) => {
      for (const id of ids) await store.create(tx, { id, municipalityId, seed: text });
    });
    return ids;
  };
  /** So that one server's leftovers are not written to disk while the next is measured. */
  const settle = async () => {
    await sql`vacuum analyze`;
    await sql`checkpoint`;
  };
  const commits = async () => {
    const [row] = await sql<{ commits: number }[]>`
      select xact_commit::int as commits from pg_stat_database where datname = current_database()`;
    return row?.commits ?? 0;
  };
  /** Updates that were called saved and are not in the database's log. */
  const missing = async (acknowledged: Typed["acknowledged"]) => {
    let count = 0;
    for (const { documentId, upTo } of acknowledged) {
      const loaded = await store.load(documentId as DocumentId);
      const there = new Set<string>();
      for (const update of loaded?.updates ?? []) {
        eachMarker(Buffer.from(update), (writer, number) => there.add(`${writer} ${number}`));
      }
      upTo.forEach((last, writer) => {
        for (let number = 0; number <= last; number++) if (!there.has(`${writer} ${number}`)) count += 1;
      });
    }
    return count;
  };
  const stop = async () => {
    await sql.end();
    await end();
  };
  return { url, documents, settle, commits, missing, stop, cpu: () => cpuOfFamily(postmaster) };
}
