/** A thread of its own: to read a long text and to compare its rows takes a tenth of a second that nobody typing should wait. */
import { parentPort, workerData } from "node:worker_threads";
import { connect } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { systemClock } from "../clock";
import { createDocumentStore } from "../document-store";
import { createJobs } from "../jobs";
import { createLog } from "../log";
import { refresh } from "./refresh";

export type Order = { documentId: DocumentId };
export type Said = { isDone: true } | { error: unknown };

const { databaseUrl } = workerData;
const { db } = connect(databaseUrl, { max: 1 });
const log = createLog("error");
const jobs = createJobs({ databaseUrl, log });
const store = createDocumentStore({ db, log, jobs, clock: systemClock, nodeId: "projections" });

parentPort?.on("message", async ({ documentId }: Order) => {
  const said = await refresh({ db, store }, documentId, "if-older").then(
    (): Said => ({ isDone: true }),
    (error): Said => ({ error }),
  );
  parentPort?.postMessage(said);
});
