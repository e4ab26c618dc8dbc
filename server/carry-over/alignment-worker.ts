/** A thread of its own: aligning two long papers takes seconds that nobody else should wait for. */
import { parentPort } from "node:worker_threads";
import { align } from "./rules";
import type { Alignment, Clause } from "./shapes";

export type Order = { before: readonly Clause[]; after: readonly Clause[] };
export type Said = { aligned: Alignment } | { error: unknown };

parentPort?.on("message", (order: Order) => parentPort?.postMessage(answerTo(order)));

function answerTo({ before, after }: Order): Said {
  try {
    return { aligned: align(before, after) };
  } catch (error) {
    return { error };
  }
}
