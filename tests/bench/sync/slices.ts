import { setInterval as every } from "node:timers/promises";
import { runOf } from "./figures";

const SLICE = 500;

/**
 * CPU microseconds a second that a process took in the cheapest quarter of all half seconds. Other work on the machine
 * empties caches and makes the same work dearer, by half at times: where this is far below the mean, the mean says so.
 */
export function watchSlices(pid: number): () => number | null {
  const taken: number[] = [];
  const stop = new AbortController();
  const watch = async () => {
    let [before, at] = [await runOf(pid), performance.now()];
    for await (const _ of every(SLICE, undefined, { signal: stop.signal })) {
      const [run, now] = [await runOf(pid), performance.now()];
      if (run !== null && before !== null) taken.push(((run - before) / (now - at)) * 1000);
      [before, at] = [run, now];
    }
  };
  watch().catch((error) => {
    if (error.name !== "AbortError") throw error;
  });
  return () => {
    stop.abort();
    return taken.sort((one, other) => one - other)[Math.floor(taken.length / 4)] ?? null;
  };
}
