import { EventEmitter } from "node:events";
import { type Batch, encodeBatch, type Verdict } from "../../app/document-model/batch";
import type { Socket } from "./socket";

/** What a line may hold; a frame itself is judged by the connection, as on any socket. */
export const LINE_LIMITS = {
  body: 2 * 1024 * 1024,
  frames: 1_024,
  /** Read at once for one line: a page sends one, and a second when the first did not come through. */
  bodies: 2,
  /** A poll is answered with about so much, so that what is slow or lost is not all. */
  batch: 256 * 1024,
  perPerson: 20,
  perNode: 2_000,
  /** A browser opens six connections to a host; the polls of one session leave it two. */
  pollsPerSession: 4,
} as const;

/** Milliseconds. */
export const LINE_TIMES = {
  /** What is sent within so much of the first frame goes into the same answer. */
  gather: 5,
  /** The longest a poll waits: many proxies cut at 30 s, some mobile ones at 20. */
  wait: 20_000,
  /** Without a poll for so long, the page is gone. */
  silence: 35_000,
  /** A body that takes longer is not waited for. */
  body: 30_000,
  /** How long frames wait for room behind a line that is paused. */
  room: 20_000,
  /** How long the last answer is kept for a page that did not get it. */
  farewell: 10_000,
  rest: 3_000,
};
export type LineTimes = typeof LINE_TIMES;

const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

type Poll = { answer(batch: Uint8Array<ArrayBuffer> | null): void; timer: NodeJS.Timeout; since: number };

/**
 * A socket whose frames travel in the bodies of HTTP requests. What was handed out is kept until the next poll names it, and
 * what is taken in has a number, so that requests that are lost, come twice or come late change nothing. [W9]
 */
export class Line extends EventEmitter implements Socket {
  readonly OPEN = OPEN;
  readonly #times: LineTimes;
  readonly #silence: NodeJS.Timeout;
  #readyState = OPEN;
  #isPaused = false;
  #out: Uint8Array[] = [];
  #outBytes = 0;
  #handed: Uint8Array<ArrayBuffer> | null = null;
  #number = 0;
  #gathering: NodeJS.Timeout | undefined;
  #poll: Poll | null = null;
  #verdict: Verdict | null = null;
  #in: Uint8Array[] = [];
  #taken = 0;
  #isReading = false;
  #isPinged = false;

  constructor(times: LineTimes = LINE_TIMES) {
    super();
    this.#times = times;
    this.#silence = setTimeout(() => this.terminate(), times.silence).unref();
  }

  get readyState(): number {
    return this.#readyState;
  }

  get isOver(): boolean {
    return this.#readyState === CLOSED;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get bufferedAmount(): number {
    return this.#outBytes + (this.#handed?.byteLength ?? 0);
  }

  /** When the poll that waits now began to; null while none does. */
  get polledSince(): number | null {
    return this.#poll?.since ?? null;
  }

  send(frame: Uint8Array): void {
    if (this.#readyState !== OPEN) return;
    this.#out.push(frame);
    this.#outBytes += frame.byteLength;
    if (this.#poll) this.#gathering ??= setTimeout(() => this.#answer(), this.#times.gather).unref();
  }

  close(code: number, reason = ""): void {
    if (this.#readyState !== OPEN) return;
    this.#readyState = CLOSING;
    this.#in = [];
    this.#verdict = { code, reason };
    this.#answer();
  }

  terminate(): void {
    this.#out = [];
    this.#outBytes = 0;
    this.#handed = null;
    this.#end();
    this.#answerPoll(null);
  }

  ping(): void {
    this.#isPinged = true;
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#read();
  }

  /** The next batch, once there is something in it; the one from before if that did not come. Null: there is none any more. */
  poll(after: number, wait: number): Promise<Uint8Array<ArrayBuffer> | null> {
    if (this.#handed && after === this.#number - 1) return Promise.resolve(this.#handed);
    if (after !== this.#number) return Promise.resolve(null);
    this.#handed = null;
    if (this.#readyState === CLOSED) return Promise.resolve(null);
    this.#isHeard();
    this.endPoll(0);
    return new Promise((answer) => {
      const timer = setTimeout(() => this.endPoll(0), Math.min(wait, this.#times.wait)).unref();
      this.#poll = { answer, timer, since: performance.now() };
      if (this.#out.length > 0 || this.#verdict) this.#answer();
    });
  }

  /** Sends the poll that waits home with nothing. */
  endPoll(rest: number): void {
    this.#answerPoll(encodeBatch({ number: this.#number, rest, close: null, frames: [] }));
  }

  /** Takes frames in, once; false when something before them is missing. */
  take(number: number, frames: readonly Uint8Array[]): boolean {
    if (number > this.#taken + 1) return false;
    if (number === this.#taken + 1) {
      this.#taken = number;
      if (this.#readyState === OPEN) this.#in.push(...frames);
      this.#isHeard();
      this.#read();
    }
    return true;
  }

  /** Whether what was taken in before has been read; waits for it a while. */
  hasRoom(): Promise<boolean> {
    if (this.#in.length === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.off("room", done);
        resolve(this.#in.length === 0);
      };
      const timer = setTimeout(done, this.#times.room).unref();
      this.on("room", done);
    });
  }

  #isHeard(): void {
    this.#silence.refresh();
    if (!this.#isPinged) return;
    this.#isPinged = false;
    this.emit("pong");
  }

  /** One after the other, as long as the listener does not pause it. */
  #read(): void {
    if (this.#isReading) return;
    this.#isReading = true;
    while (!this.#isPaused && this.#readyState === OPEN && this.#in.length > 0) {
      this.emit("message", this.#in.shift(), true);
    }
    this.#isReading = false;
    if (this.#in.length === 0) this.emit("room");
  }

  #answer(): void {
    if (!this.#poll) return;
    const frames = this.#nextFrames();
    const close = this.#out.length === 0 ? this.#verdict : null;
    this.#number += 1;
    const batch: Batch = { number: this.#number, rest: 0, close, frames };
    this.#handed = encodeBatch(batch);
    this.#silence.refresh();
    this.#answerPoll(this.#handed);
    if (close) this.#end();
  }

  #nextFrames(): Uint8Array[] {
    let bytes = 0;
    let count = 0;
    for (const { byteLength } of this.#out) {
      if (count > 0 && bytes + byteLength > LINE_LIMITS.batch) break;
      bytes += byteLength;
      count += 1;
    }
    this.#outBytes -= bytes;
    return this.#out.splice(0, count);
  }

  #answerPoll(batch: Uint8Array<ArrayBuffer> | null): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const poll = this.#poll;
    this.#poll = null;
    clearTimeout(poll?.timer);
    poll?.answer(batch);
  }

  #end(): void {
    if (this.#readyState === CLOSED) return;
    this.#readyState = CLOSED;
    clearTimeout(this.#silence);
    this.#in = [];
    this.emit("room");
    // Never within the call that ended it: whoever closes many is still counting them.
    queueMicrotask(() => this.emit("close"));
  }
}
