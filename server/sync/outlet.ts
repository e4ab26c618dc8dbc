import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { CLOSE, encode } from "../../app/document-model/wire";
import { LIMITS, type Times } from "./limits";
import type { Socket } from "./socket";

type Lag = { since: number; stateVector: Uint8Array; timer: NodeJS.Timeout };

/**
 * What goes out on one socket. Who reads too slowly is spared the live frames (its memory is ours) and given one difference
 * once it has read what waits; who does not read at all is sent away. [W3]
 */
export class Outlet {
  readonly #socket: Socket;
  readonly #doc: Y.Doc;
  readonly #times: Pick<Times, "lagging" | "lagCheck">;
  readonly #giveUp: (code: number) => void;
  #lag: Lag | null = null;
  /** Bytes of the text that is on its way to who has asked for it: they are not held against them. [W10] */
  #asked = 0;

  constructor(socket: Socket, doc: Y.Doc, times: Pick<Times, "lagging" | "lagCheck">, giveUp: (code: number) => void) {
    this.#socket = socket;
    this.#doc = doc;
    this.#times = times;
    this.#giveUp = giveUp;
  }

  /** Answers and news about the server itself: sent whatever waits. */
  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const { bufferedAmount } = this.#socket;
    if (bufferedAmount < LIMITS.caughtUp) this.#asked = 0;
    if (bufferedAmount > LIMITS.buffered + this.#asked) this.#giveUp(CLOSE.tryLater);
    else this.#socket.send(frame);
  }

  /** The text that was asked for: however long it is, it goes out whole, and what comes behind it too. [W10] */
  answer(frames: readonly Uint8Array[]): void {
    const bytes = frames.reduce((sum, { byteLength }) => sum + byteLength, 0);
    for (const frame of frames) {
      this.send(frame);
      // Who asks twice while they do not read is owed it once.
      this.#asked = Math.max(this.#asked, bytes);
    }
  }

  /** What others have written: together all that is in the document by now and was not sent before. */
  deliver(frames: readonly Uint8Array[]): void {
    if (this.#lag) return;
    for (const frame of frames) this.send(frame);
    if (this.#socket.bufferedAmount > LIMITS.lagging) this.#beginLag();
  }

  stop(): void {
    clearInterval(this.#lag?.timer);
    this.#lag = null;
  }

  #beginLag(): void {
    const timer = setInterval(() => this.#lookAtLag(), this.#times.lagCheck).unref();
    this.#lag = { since: performance.now(), stateVector: Y.encodeStateVector(this.#doc), timer };
  }

  #lookAtLag(): void {
    const lag = this.#lag;
    if (!lag) return;
    const isOver = this.#socket.bufferedAmount < LIMITS.caughtUp;
    const patience = this.#times.lagging + (this.#asked / LIMITS.slowest) * 1_000;
    if (!isOver && performance.now() - lag.since < patience) return;
    this.stop();
    if (isOver) this.deliver([encode({ type: "update", update: Y.encodeStateAsUpdate(this.#doc, lag.stateVector) })]);
    else this.#giveUp(CLOSE.tryLater);
  }
}
