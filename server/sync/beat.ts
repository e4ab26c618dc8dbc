import { performance } from "node:perf_hooks";

/** What is due a little later goes out with this beat, rather than waking the process again. */
const EARLY = 8;

/**
 * When frames go out: after a commit, those of all rooms whose turn it is, because each waking of the process costs as much
 * as several frames. A timer stands by for what no commit follows. (decision 0009)
 */
export class Beat {
  readonly #due = new Map<() => void, number>();
  readonly #standBy: number;
  #timer: NodeJS.Timeout | undefined;

  /** `standBy`: milliseconds after a turn by which a commit has come along, if one comes. */
  constructor(standBy: number) {
    this.#standBy = standBy;
  }

  /** `send` takes its turn once, at that moment of `performance.now()` or a little before; asked again, the first stands. */
  await(moment: number, send: () => void): void {
    const wait = moment - performance.now();
    if (wait <= EARLY) {
      this.#due.delete(send);
      send();
      return;
    }
    if (!this.#due.has(send)) this.#due.set(send, moment);
    this.#timer ??= setTimeout(() => this.strike(), wait + this.#standBy);
  }

  forget(send: () => void): void {
    this.#due.delete(send);
  }

  /** Something has been committed, or the timer has come: whoever is due sends. */
  strike(): void {
    const now = performance.now();
    for (const [send, moment] of this.#due) {
      if (moment - now > EARLY) continue;
      this.#due.delete(send);
      send();
    }
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const next = Math.min(...this.#due.values());
    if (this.#due.size > 0) this.#timer = setTimeout(() => this.strike(), next + this.#standBy - performance.now());
  }
}
