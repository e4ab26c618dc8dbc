import { besides, createRestingThread } from "../thread";
import type { Order, Said } from "./history-worker";
import type { Extent, Read, Wanted } from "./reader";

const LIMIT_MS = 60_000;
/** Who looks at one moment soon looks at another: so long the log stays at hand. */
const IDLE_MS = 120_000;
/** A hundred thousand updates of a text with all that was ever taken away stand there in 250 MB. */
const MEMORY_MB = 768;

/** Begins to read and answers at once: what comes of it, and how many rows of the log have been read so far. */
export type ReadingAside = (extent: Extent, wanted: Wanted) => { read: Promise<Read>; rows: () => number };

/** Reads logs in a thread of its own. Rejects when that breaks down or takes longer than a minute. */
export function readAside(databaseUrl: string): ReadingAside {
  const progress = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const told = new Int32Array(progress);
  const ask = createRestingThread<Order, Said>(
    { script: besides(import.meta.url, "history-worker"), memoryMb: MEMORY_MB, data: { databaseUrl, progress } },
    { limitMs: LIMIT_MS, idleMs: IDLE_MS },
  );
  let number = 0;
  return (extent, wanted) => {
    number += 1;
    const own = number;
    const read = ask({ number: own, extent, wanted }).then((said) => {
      if ("error" in said) throw said.error;
      return said.read;
    });
    return { read, rows: () => (Atomics.load(told, 0) === own ? Atomics.load(told, 1) : 0) };
  };
}
