import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { LIVE_SCHEMA } from "../../app/document-model/document";
import { CLOSE, decode, encode, KEEP_ALIVE, type Message } from "../../app/document-model/wire";
import type { Claim } from "../document-store/shapes";
import type { Viewer } from "../identity/viewer";
import type { Log } from "../log";
import type { DocumentAccess } from "../standing/shapes";
import { decodeStateVector } from "./decode-update";
import type { SyncDeps } from "./deps";
import { type Frame, Inbox } from "./inbox";
import type { Intake } from "./intake";
import { LIMITS, type Times } from "./limits";
import { Marks } from "./marks";
import type { Member, RejectCode } from "./member";
import { Outlet } from "./outlet";
import type { Room } from "./room";
import type { Socket } from "./socket";

const CODES: Record<RejectCode, number> = {
  "read-only": CLOSE.noAccess,
  frozen: CLOSE.drain,
  stale: CLOSE.stale,
  forged: CLOSE.stale,
  "too-large": CLOSE.tooLarge,
  full: CLOSE.tooLarge,
  "unknown-content": CLOSE.malformed,
};

/** A step 2 that still leaves a gap twice over is not of this document's lineage. */
const GAPS_ALLOWED = 2;

export type Admission = {
  viewer: Viewer;
  cookie: string | undefined;
  role: DocumentAccess;
  /** Why somebody who may write only reads. */
  why?: "room-full";
  claim: Claim;
  nonce: string;
  room: Room;
};
type Deps = Pick<SyncDeps, "mayLinkAs" | "log"> & {
  times: Times;
  intake: Intake;
  /** It is over, whether the other side knows it yet or not: nobody waits for a dead peer's goodbye. */
  left(connection: Connection): void;
};

/** One socket that was let in: reads its frames, answers them, and closes it with a code when they are not in order. */
export class Connection implements Member {
  viewer: Viewer;
  readonly cookie: string | undefined;
  readonly role: DocumentAccess;
  readonly claim: Claim;
  readonly nonce: string;
  isSynced = false;
  isClosed = false;
  #isHeard = true;
  #gaps = 0;
  /** When the last step 1 was answered, and the one that waits for its answer. */
  #answeredAt = Number.NEGATIVE_INFINITY;
  #asked: Uint8Array | null = null;
  #answering: NodeJS.Timeout | undefined;
  readonly #socket: Socket;
  readonly #outlet: Outlet;
  readonly #room: Room;
  readonly #why: Admission["why"];
  readonly #log: Log;
  readonly #left: Deps["left"];
  readonly #times: Times;
  readonly #mayLinkAs: (center: string) => boolean;
  readonly #marks = new Marks();
  readonly #inbox: Inbox;

  constructor(socket: Socket, { log, mayLinkAs, times, intake, left }: Deps, admission: Admission) {
    this.#socket = socket;
    this.#inbox = new Inbox({ socket, intake, read: (frame) => this.#read(frame) });
    this.#left = left;
    this.#room = admission.room;
    this.#why = admission.why;
    this.#log = log;
    this.#times = times;
    this.#mayLinkAs = (center) => mayLinkAs(this.viewer, center);
    this.#outlet = new Outlet(socket, admission.room.doc, times, (code) => this.close(code));
    this.viewer = admission.viewer;
    this.cookie = admission.cookie;
    this.role = admission.role;
    this.claim = admission.claim;
    this.nonce = admission.nonce;
  }

  /** Says hello. Our step 1 goes first, so that the page's step 2 is on its way before it believes itself in sync. */
  open(): void {
    const { epoch, headSeq } = this.#room;
    const limits = { frame: LIMITS.frame, update: LIMITS.update };
    const facts = { epoch, headSeq, role: this.role, clientID: this.claim.clientId, schemaVersion: LIVE_SCHEMA };
    this.send(encode({ type: "hello", hello: { ...facts, limits, ...(this.#why ? { why: this.#why } : {}) } }));
    if (this.role === "read") this.send(encode({ type: "state", state: "readonly" }));
    if (this.#room.isLarge) this.send(encode({ type: "state", state: "large" }));
    if (this.#room.isDegraded) this.send(encode({ type: "state", state: "db-degraded" }));
    this.#askForMissing();
    this.#room.presence.welcome(this);
    this.#socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    this.#socket.on("close", () => {
      this.readLast();
      this.#end();
    });
    this.#socket.on("pong", () => {
      this.#isHeard = true;
    });
  }

  send(frame: Uint8Array): void {
    if (!this.isClosed) this.#outlet.send(frame);
  }

  deliver(frames: readonly Uint8Array[]): void {
    if (!this.isClosed) this.#outlet.deliver(frames);
  }

  /** The page's watchdog needs a message, ours an answer to a ping. A paused socket is not read, so it cannot answer. */
  keepAlive(): void {
    const isGone = !this.#isHeard && !this.#socket.isPaused;
    this.#isHeard = false;
    this.send(KEEP_ALIVE);
    if (isGone) this.#socket.terminate();
    else if (!this.isClosed) this.#socket.ping();
  }

  close(code: number, reason = ""): void {
    if (this.isClosed) return;
    this.#end();
    const isStuck = this.#socket.bufferedAmount > LIMITS.lagging;
    this.#socket.resume();
    this.#socket.close(code, reason);
    if (isStuck) this.#socket.terminate();
  }

  #end(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.#inbox.drop();
    clearTimeout(this.#answering);
    this.#outlet.stop();
    this.#left(this);
  }

  readLast(): void {
    this.#inbox.readLast();
  }

  pause(): void {
    if (!this.isClosed) this.#inbox.pause();
  }

  resume(): void {
    this.#inbox.resume();
  }

  committed(): void {
    this.#marks.committed();
    this.#answerMarks();
  }

  reject(code: RejectCode): void {
    this.#marks.broke();
    this.send(encode({ type: "reject", mark: this.#marks.last, code, text: "" }));
  }

  #receive(data: unknown, isBinary: boolean): void {
    if (this.isClosed) return;
    this.#isHeard = true;
    this.#inbox.receive(data, isBinary);
  }

  #read({ data, isBinary }: Frame): void {
    const frame = data instanceof Uint8Array ? data : new Uint8Array();
    try {
      if (!isBinary) throw new Error("a text frame");
      if (frame.byteLength > LIMITS.frame) this.#turnOut("too-large");
      else this.#take(decode(frame));
    } catch (error) {
      const { id } = this.viewer;
      this.#log.warn({ err: error, userId: id, documentId: this.#room.documentId }, "a frame was refused");
      this.close(CLOSE.malformed, "malformed");
    }
  }

  #take(message: Message): void {
    switch (message.type) {
      case "step1":
        this.#synchronise(message.stateVector);
        break;
      case "step2":
      case "update":
        this.#takeUpdate(message.update, message.type === "step2");
        break;
      case "presence":
        this.#room.presence.receive(this, message.entries);
        break;
      case "query-presence":
        this.#room.presence.welcome(this);
        break;
      case "mark":
        this.#marks.mark(message.mark);
        this.#answerMarks();
        break;
      default:
        throw new Error(`a ${message.type} is for the server to say`);
    }
  }

  /** An answer goes through the whole document: who asks again and again gets one for the last of the questions. */
  #synchronise(stateVector: Uint8Array): void {
    decodeStateVector(stateVector);
    this.#asked = stateVector;
    const wait = this.#answeredAt + this.#times.synchronise - performance.now();
    if (wait <= 0) this.#answerAsked();
    else this.#answering ??= setTimeout(() => this.#answerAsked(), wait).unref();
  }

  #answerAsked(): void {
    clearTimeout(this.#answering);
    this.#answering = undefined;
    this.#answeredAt = performance.now();
    this.isSynced = true;
    if (!this.#asked) return;
    const [update, ...rest] = this.#room.lackedBy(this.#asked);
    const since = rest.map((more) => encode({ type: "update", update: more }));
    if (!this.isClosed) this.#outlet.answer([encode({ type: "step2", update }), ...since]);
  }

  /** `isWhole`: a step 2, which holds all that the page has and the server lacked. */
  #takeUpdate(update: Uint8Array, isWhole: boolean): void {
    const inspected = this.#room.inspect(update, { clientId: this.claim.clientId, mayLinkAs: this.#mayLinkAs });
    // What it repeats is committed, or waits as an update of this very socket, which the marks count. [I2]
    if (inspected.verdict === "known") this.#took(isWhole);
    else if (this.role === "read") this.reject("read-only");
    else if (inspected.verdict === "gap") this.#mendGap(isWhole);
    else if (inspected.verdict === "refused") this.#turnOut(inspected.code);
    else {
      this.#marks.took();
      this.#room.enqueue(inspected, this);
      this.#took(isWhole);
    }
  }

  #took(isWhole: boolean): void {
    if (!isWhole) return;
    this.#gaps = 0;
    this.#marks.becameWhole();
    this.#answerMarks();
  }

  /** Something before this update never came: not appended, and the page is asked for all that we lack. */
  #mendGap(isWhole: boolean): void {
    if (isWhole) this.#gaps += 1;
    const asksAgain = isWhole || this.#marks.isWhole;
    this.#marks.becameIncomplete();
    if (this.#gaps > GAPS_ALLOWED) this.#turnOut("stale");
    else if (asksAgain) this.#askForMissing();
  }

  #turnOut(code: RejectCode): void {
    this.reject(code);
    this.close(CODES[code], code);
  }

  #askForMissing(): void {
    this.send(encode({ type: "step1", stateVector: Y.encodeStateVector(this.#room.doc) }));
  }

  #answerMarks(): void {
    const mark = this.#marks.answerable();
    if (mark !== null) this.send(encode({ type: "saved", mark }));
  }
}
