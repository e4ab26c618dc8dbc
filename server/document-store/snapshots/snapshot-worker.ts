/** A thread of its own: replaying and comparing a long document takes half a second that nobody typing should wait for. */
import { parentPort, workerData } from "node:worker_threads";
import { connect } from "../../../db/client";
import type { DocumentId } from "../../../db/ids";
import { type Made, makeSnapshot } from "./make";

export type Order = { documentId: DocumentId; isDamaged: boolean } | "end";
export type Answer = { made: Made } | { error: unknown };

const { db, sql } = connect(workerData.databaseUrl, { max: 1 });

parentPort?.on("message", (order: Order) => void (order === "end" ? end() : work(order)));

async function work({ documentId, isDamaged }: Exclude<Order, "end">): Promise<void> {
  const answer = await makeSnapshot(db, documentId, isDamaged).then(
    (made): Answer => ({ made }),
    (error): Answer => ({ error }),
  );
  parentPort?.postMessage(answer);
}

async function end(): Promise<void> {
  await sql.end({ timeout: 1 });
  parentPort?.close();
}
