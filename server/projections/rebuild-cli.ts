import { resolve } from "node:path";
import { connect } from "../../db/client";
import { startEmbedded } from "../../db/embedded";
import { isMigrated } from "../../db/migrate";
import { systemClock } from "../clock";
import { createDocumentStore } from "../document-store";
import { readEnv } from "../env";
import { createJobs } from "../jobs";
import { createLog } from "../log";
import { createProjections } from "./index";

/**
 * `npm run projections:rebuild`: makes the rows about all documents anew, from the log alone. With DATABASE_URL it may run
 * beside the app; the embedded database belongs to one process, so stop the app first.
 */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const embedded = env.DATABASE_URL ? null : await startEmbedded({ dataDir: resolve(env.DATA_DIR), log });
  const databaseUrl = env.DATABASE_URL ?? embedded?.url ?? "";
  const { db, sql } = connect(databaseUrl, { max: 2 });
  try {
    const isReady = await isMigrated(db).catch(() => false);
    if (!isReady) throw new Error("Expected a migrated database. Start the app on it once: npm start.");
    const jobs = createJobs({ databaseUrl, log });
    const store = createDocumentStore({ db, log, jobs, clock: systemClock, nodeId: "rebuild" });
    const count = await createProjections({ db, store }).rebuild();
    console.log(`Rebuilt the rows of ${count} ${count === 1 ? "document" : "documents"}.`);
  } finally {
    await sql.end();
    await embedded?.stop();
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
