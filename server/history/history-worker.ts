/** A thread of its own: to play a log of a hundred thousand updates takes two seconds that nobody typing should wait. */
import { parentPort, workerData } from "node:worker_threads";
import { connect } from "../../db/client";
import { createReader, type Extent, type Read, type Wanted } from "./reader";

export type Order = { number: number; extent: Extent; wanted: Wanted };
export type Said = { read: Read } | { error: unknown };

const { databaseUrl, progress } = workerData;
const { db } = connect(databaseUrl, { max: 1 });
/** Which order is at work, and how many rows it has read: the thread that asked looks there when it likes. */
const told = new Int32Array(progress);
const read = createReader(db, (_, done) => Atomics.store(told, 1, done));

parentPort?.on("message", async ({ number, extent, wanted }: Order) => {
  Atomics.store(told, 1, 0);
  Atomics.store(told, 0, number);
  const said = await read(extent, wanted).then(
    (answer): Said => ({ read: answer }),
    (error): Said => ({ error }),
  );
  parentPort?.postMessage(said);
});
