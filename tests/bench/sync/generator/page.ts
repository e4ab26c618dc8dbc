import { createDecoder, readVarUint } from "lib0/decoding";
import { WebSocket } from "ws";
import { LIVE_SCHEMA } from "../../../../app/document-model/document";
import { encode, KIND } from "../../../../app/document-model/wire";
import { MarkPace } from "../../../../app/editor/mark-pace";
import { Script } from "./script";

/** What a page was issued, and keeps for its life; null at a server that issues nothing. */
type Claim = { clientID: number; nonce: string; epoch: number };

type Seat = { url: string; server: "relay" | "plain" | "ours"; documentId: string; name: string; writer: number };

/** What the bench wants to hear of a page. */
export type Ear = {
  update(page: Page, frame: Buffer): void;
  saved(page: Page, mark: { sentAt: number; keyAt: number; isAtOnce: boolean }): void;
  complained(text: string): void;
};

const NOTHING = encode({ type: "step2", update: Uint8Array.of(0, 0) });

/** One socket and what is typed on it. It keeps no document: what it hears is handed on as bytes. */
export class Page {
  readonly writer: number;
  readonly script: Script;
  /** When each of its updates was sent. */
  readonly sentAt: number[] = [];
  /** The last update that was called saved. */
  savedUpTo = -1;
  /** Bytes heard, and the code that it was closed with. */
  heard = 0;
  closed: number | null = null;
  isSynced = false;
  readonly #seat: Seat;
  readonly #claim: Claim | null;
  readonly #ear: Ear;
  #ws: WebSocket | undefined;
  #step2: () => Uint8Array = () => NOTHING;
  #lastMark = 0;
  #marks: { mark: number; sentAt: number; keyAt: number; upTo: number; isAtOnce: boolean }[] = [];
  #unmarkedSince: number | null = null;
  readonly #pace = new MarkPace(() => this.mark(performance.now(), false));
  #wake = () => {};

  private constructor(seat: Seat, claim: Claim | null, ear: Ear, pasteBytes: number) {
    this.#seat = seat;
    this.#claim = claim;
    this.#ear = ear;
    this.writer = seat.writer;
    const clientId = claim?.clientID ?? 2 ** 31 + Math.floor(Math.random() * 2 ** 31);
    this.script = new Script({ clientId, writer: seat.writer, pasteBytes });
  }

  static async make(seat: Seat, ear: Ear, pasteBytes = 0): Promise<Page> {
    return new Page(seat, await claimed(seat), ear, pasteBytes);
  }

  /** Resolves once the server has answered with its document; the relay has none. Rejects when it is closed before. */
  open(step2: () => Uint8Array = () => NOTHING): Promise<void> {
    this.#step2 = step2;
    this.isSynced = false;
    this.closed = null;
    const ws = new WebSocket(this.#address(), { headers: { cookie: this.#seat.name }, perMessageDeflate: false });
    this.#ws = ws;
    ws.on("message", (data: Buffer) => this.#receive(data));
    ws.on("error", () => {});
    ws.on("open", () => {
      if (this.#seat.server === "relay") this.#becameSynced();
      else ws.send(encode({ type: "step1", stateVector: Uint8Array.of(0) }));
    });
    return new Promise((resolve, reject) => {
      this.#wake = resolve;
      ws.on("close", (code) => {
        this.closed = code;
        reject(new Error(`The server closed a socket with ${code}.`));
      });
    });
  }

  /** Sends the next update; `isAtOnce`: asks at once whether it is saved. */
  type(now: number, isAtOnce: boolean): void {
    this.#ws?.send(this.script.frame(this.sentAt.length));
    this.sentAt.push(now);
    this.#unmarkedSince ??= now;
    if (this.#seat.server !== "ours") return;
    if (isAtOnce) this.mark(now, true);
    else this.#pace.changed();
  }

  mark(now: number, isAtOnce: boolean): void {
    this.#lastMark += 1;
    const keyAt = this.#unmarkedSince ?? now;
    this.#unmarkedSince = null;
    this.#marks.push({ mark: this.#lastMark, sentAt: now, keyAt, upTo: this.sentAt.length - 1, isAtOnce });
    this.#ws?.send(encode({ type: "mark", mark: this.#lastMark }));
  }

  send(frame: Uint8Array): void {
    this.#ws?.send(frame);
  }

  get unanswered(): number {
    return this.#marks.length + (this.#pace.isPending ? 1 : 0);
  }

  stopReading(): void {
    this.#ws?.pause();
  }

  readAgain(): void {
    this.#ws?.resume();
  }

  leave(): void {
    this.#pace.stop();
    this.#ws?.removeAllListeners("close");
    this.#ws?.terminate();
  }

  #address(): string {
    const { url, documentId } = this.#seat;
    const claim = this.#claim;
    if (!claim) return `${url}/${documentId}`;
    return `${url}/${documentId}?epoch=${claim.epoch}&client=${claim.clientID}&nonce=${claim.nonce}&schema=${LIVE_SCHEMA}`;
  }

  #receive(data: Buffer): void {
    this.heard += data.byteLength;
    switch (data[0]) {
      case KIND.sync:
        this.#receiveSync(data);
        break;
      case KIND.saved:
        this.#saved(readVarUint(createDecoder(data.subarray(1))));
        break;
      case KIND.reject:
      case KIND.state:
        this.#ear.complained(data.toString("latin1", 1).replace(/[^ -~]/g, "·"));
    }
  }

  #receiveSync(data: Buffer): void {
    if (data[1] === 0) this.#ws?.send(this.#step2());
    else if (this.isSynced || data[1] === 2) this.#ear.update(this, data);
    else this.#becameSynced();
  }

  #becameSynced(): void {
    this.isSynced = true;
    this.#wake();
  }

  #saved(answered: number): void {
    while (this.#marks[0] && this.#marks[0].mark <= answered) {
      const mark = this.#marks.shift();
      if (!mark) return;
      this.savedUpTo = Math.max(this.savedUpTo, mark.upTo);
      this.#ear.saved(this, mark);
    }
  }
}

async function claimed({ url, server, documentId, name }: Seat): Promise<Claim | null> {
  if (server !== "ours") return null;
  const body = JSON.stringify({ schemaVersion: LIVE_SCHEMA });
  const headers = { cookie: name, "content-type": "application/json" };
  const answer = await fetch(`${url.replace("ws:", "http:")}/${documentId}/client`, { method: "POST", headers, body });
  const text = await answer.text();
  if (answer.status === 201) return JSON.parse(text);
  // Servers from before client ids were issued: 404, or 200 to anything.
  if (answer.status === 404 || text === "ok") return null;
  throw new Error(`Expected a client id for ${documentId}; got ${answer.status} ${text}.`);
}
