import { createHistogram } from "node:perf_hooks";
import type { Spread } from "../messages";

/** Times in milliseconds, kept to the microsecond and three digits. */
export class Times {
  readonly #histogram = createHistogram();

  add(ms: number): void {
    this.#histogram.record(Math.max(1, Math.round(ms * 1000)));
  }

  spread(): Spread {
    const { count, max } = this.#histogram;
    const at = (percent: number) => (count === 0 ? 0 : this.#histogram.percentile(percent) / 1000);
    return { n: count, p50: at(50), p95: at(95), p99: at(99), max: count === 0 ? 0 : max / 1000 };
  }
}
