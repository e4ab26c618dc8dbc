import { type Batch, decodeBatch, encodeFrames } from "../document-model/batch";
import { after, ask, LOST, lineIn, type Question } from "./http-line";

type Given = {
  fetch: typeof fetch;
  /** Nobody looks at the page, so it may ask less often where the server wishes that. */
  isHidden(): boolean;
  /** Told once when the line is over. */
  ended(how: Ended): void;
};
/** `hasHeard`: something came from the server; `isLeft`: it was the page that ended the line. */
export type Ended = { hasHeard: boolean; isLeft: boolean; code: number };
type Closed = { code: number; reason: string; wasClean: boolean };
type Listener<Event> = ((event: Event) => void) | null;

const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3] as const;

/** Seconds that the server holds a poll; less where a proxy cuts it before. */
const WAIT = { longest: 20, shortest: 1 };
/** A poll that broke after so long was held too long for somebody on the way; one that broke sooner did not get through. */
const HELD = 2_000;
/** How long after a request broke it is made again (at once first: a kept connection may just have ended); then the line is lost. */
const PAUSES = [20, 250, 1_000];
const SILENCE = 45_000;
const WITHIN = { open: 15_000, up: 60_000, down: 10_000, lastWords: 5_000 };
/** The first frame after a pause leaves almost at once; a writer's further ones go together. */
const GATHER = { first: 4, next: 60 };
/** Proxies often take no body over 1 MiB, though a single frame may be that large. */
const BODY = { bytes: 256 * 1024, frames: 256 };
/** Between polls that the server sends home, because its session has so many, while somebody looks at the page. */
const REST_IN_SIGHT = 250;

/**
 * As much of a WebSocket as y-websocket uses, over plain HTTP: for pages whose proxy lets no WebSocket through. Frames, order
 * and close codes are those of the socket; docs/wire.md describes the requests. [W9]
 */
export class HttpSocket {
  static readonly CONNECTING = CONNECTING;
  static readonly OPEN = OPEN;
  static readonly CLOSING = CLOSING;
  static readonly CLOSED = CLOSED;
  readonly CONNECTING = CONNECTING;
  readonly OPEN = OPEN;
  readonly CLOSING = CLOSING;
  readonly CLOSED = CLOSED;
  readonly url: string;
  binaryType = "arraybuffer";
  readyState: number = CONNECTING;
  onopen: Listener<object> = null;
  onmessage: Listener<{ data: ArrayBuffer }> = null;
  onerror: Listener<object> = null;
  onclose: Listener<Closed> = null;
  readonly #given: Given;
  /** Ends what is under way when the line ends; polls end already when the page says goodbye. */
  readonly #ending = new AbortController();
  readonly #listening = new AbortController();
  #line = "";
  #out: Uint8Array[] = [];
  #outBytes = 0;
  #sending: Promise<void> | null = null;
  #number = 0;
  #heard = 0;
  #heardAt = 0;
  #broken = 0;
  #wait = WAIT.longest;

  constructor(url: string | URL, _protocols?: string | string[], given: Partial<Given> = {}) {
    this.url = String(url);
    this.#given = { fetch: (...request) => fetch(...request), isHidden, ended: () => {}, ...given };
    void this.#open();
  }

  /** Bytes that were sent and have not been taken by the server yet. */
  get bufferedAmount(): number {
    return this.#outBytes;
  }

  send(data: ArrayBuffer | Uint8Array): void {
    if (this.readyState === CONNECTING) throw new Error("Expected an open line to send on; it is still connecting.");
    if (this.readyState !== OPEN) return;
    const frame = new Uint8Array(data).slice();
    this.#out.push(frame);
    this.#outBytes += frame.byteLength;
    this.#sending ??= this.#sendAll();
  }

  /** What was sent before still goes out. */
  close(code = 1000, reason = ""): void {
    if (this.readyState === CONNECTING) this.#end(LOST, "", true);
    if (this.readyState !== OPEN) return;
    this.readyState = CLOSING;
    this.#listening.abort();
    const lastWords = this.#sending && Promise.race([this.#sending, after(WITHIN.lastWords)]);
    void Promise.resolve(lastWords).then(() => {
      this.#sayGoodbye();
      this.#end(code, reason, true);
    });
  }

  async #open(): Promise<void> {
    const opened = await this.#ask("", {}, { expects: "line", within: WITHIN.open });
    if (this.readyState !== CONNECTING) return;
    if (opened && "code" in opened) return this.#end(opened.code);
    this.#line = opened ? lineIn(opened.body) : "";
    if (this.#line === "") return this.#end(LOST);
    this.readyState = OPEN;
    this.#heardAt = performance.now();
    if (typeof window !== "undefined") window.addEventListener("pagehide", this.#leave);
    this.#tell(this.onopen, {});
    while (this.readyState === OPEN) await this.#listen();
  }

  /** Asks what there is, and names what came before: an answer that was lost comes once more. */
  async #listen(): Promise<void> {
    const since = performance.now();
    const query = { after: this.#heard, wait: this.#wait };
    const within = this.#wait * 1_000 + WITHIN.down;
    const outcome = await this.#ask("/down", query, { expects: "batch", within, signal: this.#listening.signal });
    if (this.readyState !== OPEN) return;
    if (outcome && "code" in outcome) return this.#end(outcome.code);
    const batch = outcome && readBatch(outcome.body);
    if (!batch) return this.#mend(performance.now() - since);
    this.#heardAt = performance.now();
    this.#broken = 0;
    this.#heard = batch.number;
    for (const { buffer } of batch.frames) if (this.#isOpen()) this.#tell(this.onmessage, { data: buffer });
    if (batch.close && this.#isOpen()) return this.#end(batch.close.code, batch.close.reason);
    if (batch.rest > 0) await after(this.#given.isHidden() ? batch.rest : REST_IN_SIGHT);
  }

  /** A poll broke. Perhaps it was held longer than somebody on the way likes, perhaps nothing comes through at all. */
  async #mend(held: number): Promise<void> {
    const pause = PAUSES[this.#broken];
    if (performance.now() - this.#heardAt > SILENCE) this.#end(LOST);
    else if (held > HELD && this.#wait > WAIT.shortest) {
      this.#wait = Math.max(WAIT.shortest, Math.floor(Math.min(this.#wait, held / 1_000) / 2));
    } else if (pause === undefined) this.#end(LOST);
    else {
      this.#broken += 1;
      await after(pause);
    }
  }

  /** One request at a time, so that frames arrive in order; what comes meanwhile goes with the next. */
  async #sendAll(): Promise<void> {
    await after(GATHER.first);
    while (this.#out.length > 0 && this.readyState !== CLOSED) {
      const since = performance.now();
      const count = this.#countForOneBody();
      const frames = this.#out.slice(0, count);
      const code = await this.#sendUntilTaken(encodeFrames(frames));
      if (code !== null) return this.#end(code);
      this.#out.splice(0, count);
      for (const { byteLength } of frames) this.#outBytes -= byteLength;
      if (this.#isOpen()) await after(GATHER.next - (performance.now() - since));
    }
    this.#sending = null;
  }

  #countForOneBody(): number {
    let bytes = 0;
    let count = 0;
    for (const { byteLength } of this.#out) {
      bytes += byteLength;
      if (count > 0 && (bytes > BODY.bytes || count === BODY.frames)) break;
      count += 1;
    }
    return count;
  }

  /** The same number until it is taken: what came through is not taken in again. Null, or the code that ends the line. */
  async #sendUntilTaken(body: Uint8Array<ArrayBuffer>): Promise<number | null> {
    this.#number += 1;
    for (const pause of [0, ...PAUSES]) {
      await after(pause);
      const taken = await this.#ask("/up", { number: this.#number }, { expects: "nothing", within: WITHIN.up, body });
      if (taken) return "code" in taken ? taken.code : null;
    }
    return LOST;
  }

  #ask(verb: string, query: Record<string, number>, question: Omit<Question, "signal"> & { signal?: AbortSignal }) {
    return ask(this.#given.fetch, this.#address(verb, query), { signal: this.#ending.signal, ...question });
  }

  #address(verb: string, query: Record<string, number>): URL {
    const address = new URL(this.url.replace(/^ws/, "http"));
    address.pathname += this.#line ? `/line/${this.#line}${verb}` : "/line";
    if (this.#line) address.search = "";
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
    return address;
  }

  /** It outlives the page; where it does not get through, the server finds out by itself. */
  #sayGoodbye(): void {
    this.#given.fetch(this.#address("/close", {}), { method: "POST", keepalive: true }).catch(() => {});
  }

  readonly #leave = (): void => {
    if (this.readyState === OPEN) this.#sayGoodbye();
    this.#end(LOST, "", true);
  };

  #isOpen(): boolean {
    return this.readyState === OPEN;
  }

  #end(code: number, reason = "", isLeft = false): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#listening.abort();
    this.#ending.abort();
    if (typeof window !== "undefined") window.removeEventListener("pagehide", this.#leave);
    const isLost = code === LOST;
    this.#given.ended({ hasHeard: this.#heard > 0, isLeft, code });
    // As with a socket, never within the call that closed it.
    queueMicrotask(() => {
      if (isLost) this.#tell(this.onerror, {});
      this.#tell(this.onclose, { code, reason, wasClean: !isLost });
    });
  }

  /** What a listener throws is its own affair, as with a socket: the next frame is heard all the same. */
  #tell<Event>(listener: Listener<Event>, event: Event): void {
    try {
      listener?.(event);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

function readBatch(body: ArrayBuffer): (Batch & { frames: Uint8Array<ArrayBuffer>[] }) | null {
  try {
    return decodeBatch(new Uint8Array(body));
  } catch {
    return null;
  }
}

function isHidden(): boolean {
  return typeof document !== "undefined" && document.visibilityState === "hidden";
}
