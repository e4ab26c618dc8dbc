import { performance } from "node:perf_hooks";
import { isMark } from "../../app/document-model/wire";
import { GROUP, type Times } from "./limits";

/** A socket whose frames wait to be read. */
export type Reading = { readAll(): void };

/**
 * Reads what has come in on all sockets together: at once after a pause, else 30 ms after the last reading, or 13 ms after
 * somebody has asked whether they are saved. What is read together is committed together, and costs a third of what it
 * does read one by one, each time anew. (decision 0009)
 */
export class Intake {
  readonly #times: Pick<Times, "read" | "readAsked">;
  readonly #waiting = new Set<Reading>();
  #frames = 0;
  #bytes = 0;
  #readAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #dueAt = 0;

  constructor(times: Pick<Times, "read" | "readAsked">) {
    this.#times = times;
  }

  add(one: Reading, frame: Uint8Array): void {
    const now = performance.now();
    this.#waiting.add(one);
    this.#frames += 1;
    this.#bytes += frame.byteLength;
    if (isMark(frame)) this.#askedAt = Math.min(this.#askedAt, now);
    const dueAt = this.#due();
    if (this.#timer && dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => this.read(), Math.max(0, dueAt - now));
  }

  /** Nothing that has come in by now is left out of the next commit. */
  read(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#readAt = performance.now();
    this.#askedAt = Number.POSITIVE_INFINITY;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    this.#frames = 0;
    this.#bytes = 0;
    for (const one of waiting) one.readAll();
  }

  #due(): number {
    if (this.#frames >= GROUP.rows || this.#bytes >= GROUP.bytes) return 0;
    return Math.min(this.#readAt + this.#times.read, this.#askedAt + this.#times.readAsked);
  }
}
