import { performance } from "node:perf_hooks";
import { mayWait } from "../../app/document-model/wire";
import type { Intake, Reading } from "./intake";
import { LIMITS } from "./limits";
import { Bucket } from "./rate";
import type { Socket } from "./socket";

export type Frame = { data: unknown; isBinary: boolean };
type Parts = { socket: Socket; intake: Intake; read: (frame: Frame) => void };

/**
 * What has come in on one socket, in its order. Updates and marks wait for the next intake; anything else is read at once,
 * and before it whatever waits. Who sends too fast is read more slowly: typing is delayed, never lost. [W3]
 */
export class Inbox implements Reading {
  readonly #socket: Socket;
  readonly #intake: Intake;
  readonly #read: Parts["read"];
  readonly #messages = new Bucket(LIMITS.messages, performance.now());
  readonly #bytes = new Bucket(LIMITS.bytes, performance.now());
  /** While the socket is not read `ws` still hands out all that is in one piece of the network, thousands of frames perhaps. */
  #frames: Frame[] = [];
  #isHeld = false;
  #isSlowed = false;

  constructor({ socket, intake, read }: Parts) {
    this.#socket = socket;
    this.#intake = intake;
    this.#read = read;
  }

  receive(data: unknown, isBinary: boolean): void {
    this.#frames.push({ data, isBinary });
    if (isBinary && data instanceof Uint8Array && mayWait(data)) this.#intake.add(this, data);
    else this.readAll();
  }

  readAll(): void {
    while (!this.#isSlowed && this.#readNext());
  }

  /** The other side has said goodbye, and slowing it down helps nobody: it may have written until then. */
  readLast(): void {
    while (this.#readNext());
  }

  /** What was not read is forgotten; its page has not been told that it is saved. */
  drop(): void {
    this.#frames = [];
  }

  /** Is read no more until `resume`: too much waits for its commit. */
  pause(): void {
    this.#isHeld = true;
    this.#socket.pause();
  }

  resume(): void {
    this.#isHeld = false;
    if (!this.#isSlowed) this.#socket.resume();
  }

  #readNext(): boolean {
    const frame = this.#frames.shift();
    if (!frame) return false;
    this.#slowDown(frame.data instanceof Uint8Array ? frame.data.byteLength : 0);
    this.#read(frame);
    return true;
  }

  #slowDown(bytes: number): void {
    const now = performance.now();
    const wait = Math.max(this.#messages.take(1, now), this.#bytes.take(bytes, now));
    if (wait === 0 || this.#isSlowed) return;
    this.#isSlowed = true;
    this.#socket.pause();
    setTimeout(() => this.#readOn(), wait).unref();
  }

  #readOn(): void {
    this.#isSlowed = false;
    this.readAll();
    if (!this.#isSlowed && !this.#isHeld) this.#socket.resume();
  }
}
