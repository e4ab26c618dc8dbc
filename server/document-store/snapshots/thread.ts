import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Made } from "./make";
import type { Answer, Order } from "./snapshot-worker";

export type ThreadDeps = {
  databaseUrl: string;
  /** Milliseconds that one snapshot may take. */
  limit?: number;
  script?: URL;
};

const LIMIT = 60_000;
const GOODBYE = 2000;
/** A document of eight mebibytes stands there twice. */
const MEMORY = { maxOldGenerationSizeMb: 1024 };

export type Thread = ReturnType<typeof createThread>;

/** The thread that makes snapshots, begun when it is first needed. Whatever ends it, the next order begins another. */
export function createThread({ databaseUrl, limit = LIMIT, script = ourScript() }: ThreadDeps) {
  let running: Worker | undefined;

  function begin(): Worker {
    const worker = new Worker(script, { workerData: { databaseUrl }, execArgv: [], resourceLimits: MEMORY });
    worker.unref();
    // Whoever waits for an answer hears of it; one that breaks down unasked must not take the server with it.
    worker.on("error", () => {});
    worker.once("exit", () => {
      if (running === worker) running = undefined;
    });
    return worker;
  }

  /** One at a time. A thread that breaks down, or says nothing in time, is ended. */
  async function make(order: Exclude<Order, "end">): Promise<Made> {
    running ??= begin();
    const worker = running;
    const answer = await answered(worker, order, limit).catch(async (error) => {
      await worker.terminate();
      throw error;
    });
    if ("error" in answer) throw answer.error;
    return answer.made;
  }

  /** Lets it finish what it is at, for a moment. Whoever needs one meanwhile begins another. */
  async function end(): Promise<void> {
    const worker = running;
    running = undefined;
    if (!worker) return;
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage("end" satisfies Order);
    const timer = setTimeout(() => void worker.terminate(), GOODBYE);
    await gone;
    clearTimeout(timer);
  }

  return { make, end };
}

/** Its next word, or why there is none. */
async function answered(worker: Worker, order: Order, limit: number): Promise<Answer> {
  const over = new AbortController();
  const { signal } = over;
  const timer = setTimeout(() => over.abort(), limit);
  // "error" makes both of them fail.
  const answer = once(worker, "message", { signal }).then(([said]: Answer[]) => said);
  const exit = once(worker, "exit", { signal }).then(([code]) => {
    throw new Error(`Expected a snapshot; the thread ended with ${code}.`);
  });
  worker.postMessage(order);
  try {
    const said = await Promise.race([answer, exit]);
    if (!said) throw new Error("Expected an answer from the thread; it said nothing.");
    return said;
  } finally {
    clearTimeout(timer);
    for (const one of [answer, exit]) one.catch(() => {});
    over.abort();
  }
}

/** Beside this file: in build/ the thread itself. */
function ourScript(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./from-source.mjs" : "./snapshot-worker.mjs", import.meta.url);
}
