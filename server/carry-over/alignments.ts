import { setIfUndefined } from "lib0/map";
import { sha256 } from "../sha256";
import { besides, createRestingThread } from "../thread";
import type { Order, Said } from "./alignment-worker";
import type { Alignment } from "./shapes";

export type Alignments = {
  /** What `align` says of the two. Who asks for what is being worked out already waits for that. */
  of(order: Order): Promise<Alignment>;
};

type Work = (order: Order) => Promise<Alignment>;

/** Two versions of 3,000 clauses take 20 s and 100 MB. */
const LIMIT_MS = 60_000;
const MEMORY_MB = 500;
/** A thread that nobody has needed for so long gives its memory back. */
const IDLE_MS = 30_000;
/** A few desks are open at once; one of 500 clauses takes less than a megabyte. */
const KEPT = 8;

/**
 * Keeps the last few alignments, by their clauses themselves: neither a correction nor an acceptance that came to nothing
 * can leave a wrong one behind. What failed is not kept. [C21]
 */
export function createAlignments(work: Work = inThread()): Alignments {
  const kept = new Map<string, Promise<Alignment>>();
  return {
    of(order) {
      const key = sha256(JSON.stringify([order.before, order.after]));
      const aligned = setIfUndefined(kept, key, () => work(order));
      // The one asked for last is the last to go.
      kept.delete(key);
      kept.set(key, aligned);
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
      aligned.catch(() => kept.get(key) === aligned && kept.delete(key));
      return aligned;
    },
  };
}

function inThread(): Work {
  const ask = createRestingThread<Order, Said>(
    { script: besides(import.meta.url, "alignment-worker"), memoryMb: MEMORY_MB },
    { limitMs: LIMIT_MS, idleMs: IDLE_MS },
  );
  return async (order) => {
    const said = await ask(order);
    if ("error" in said) throw said.error;
    return said.aligned;
  };
}
