import { performance } from "node:perf_hooks";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "../../app/document-model/document";
import { CLOSE, decode, encode, KEEP_ALIVE, type Message } from "../../app/document-model/wire";
import type { Viewer } from "../identity/viewer";
import type { Log } from "../log";
import type { DocumentAccess } from "../standing/shapes";
import { decodeStateVector } from "./decode-update";
import type { SyncDeps } from "./deps";
import { LIMITS } from "./limits";
import { Marks } from "./marks";
import type { Member, RejectCode } from "./member";
import { Bucket } from "./rate";
import type { Room } from "./room";

const CODES: Record<RejectCode, number> = {
  "read-only": CLOSE.noAccess,
  frozen: CLOSE.drain,
  stale: CLOSE.stale,
  "too-large": CLOSE.tooLarge,
  "unknown-content": CLOSE.malformed,
};

/** A step 2 that still leaves a gap twice over is not of this document's lineage. */
const GAPS_ALLOWED = 2;

type Admitted = { viewer: Viewer; cookie: string | undefined; access: DocumentAccess; room: Room };

/** One socket that was let in: reads its frames, answers them, and closes it with a code when they are not in order. */
export class Connection implements Member {
  /** As last judged: names and roles change while a page stands open. */
  viewer: Viewer;
  readonly cookie: string | undefined;
  readonly role: DocumentAccess;
  /** The one client id it speaks for in presence; the first it names. */
  clientId: number | undefined;
  /** It has asked for the document and been given it, so that every update makes sense to it. */
  isSynced = false;
  isClosed = false;
  isHeard = true;
  readonly #ws: WebSocket;
  readonly #room: Room;
  readonly #log: Log;
  readonly #mayLinkAs: SyncDeps["mayLinkAs"];
  readonly #marks = new Marks();
  readonly #messages = new Bucket(LIMITS.messages, performance.now());
  readonly #bytes = new Bucket(LIMITS.bytes, performance.now());
  #gaps = 0;

  constructor(ws: WebSocket, admitted: Pick<SyncDeps, "mayLinkAs" | "log"> & Admitted) {
    this.#ws = ws;
    this.#room = admitted.room;
    this.#log = admitted.log;
    this.#mayLinkAs = admitted.mayLinkAs;
    this.viewer = admitted.viewer;
    this.cookie = admitted.cookie;
    this.role = admitted.room.isActive ? admitted.access : "read";
  }

  /** Enters the room. Our step 1 goes first, so that the page's step 2 is on its way before it believes itself in sync. */
  open(): void {
    const { epoch, headSeq } = this.#room;
    const limits = { frame: LIMITS.frame, update: LIMITS.update };
    const hello = { epoch, headSeq, role: this.role, clientID: null, schemaVersion: SCHEMA_VERSION, limits };
    this.send(encode({ type: "hello", hello }));
    if (this.role === "read") this.send(encode({ type: "state", state: "readonly" }));
    if (this.#room.isDegraded) this.send(encode({ type: "state", state: "db-degraded" }));
    this.#askForMissing();
    this.#room.presence.welcome(this);
    this.#ws.on("message", (data, isBinary) => this.#receive(data, isBinary));
    this.#ws.on("pong", () => {
      this.isHeard = true;
    });
  }

  send(frame: Uint8Array): void {
    if (this.isClosed || this.#ws.readyState !== this.#ws.OPEN) return;
    if (this.#ws.bufferedAmount > LIMITS.buffered) this.close(CLOSE.tryLater);
    else this.#ws.send(frame);
  }

  /** The page's watchdog needs a message, ours an answer to a ping. A paused socket is not read, so it cannot answer. */
  keepAlive(): void {
    const isGone = !this.isHeard && !this.#ws.isPaused;
    this.isHeard = false;
    this.send(KEEP_ALIVE);
    if (isGone) this.#ws.terminate();
    else if (!this.isClosed) this.#ws.ping();
  }

  close(code: number, reason = ""): void {
    if (this.isClosed) return;
    this.isClosed = true;
    const isStuck = this.#ws.bufferedAmount > LIMITS.buffered;
    this.#ws.resume();
    this.#ws.close(code, reason);
    if (isStuck) this.#ws.terminate();
  }

  /** An update of this socket is in the log. */
  committed(): void {
    this.#marks.committed();
    this.#answerMarks();
  }

  /** This socket's text will not be saved: says so once, and answers no mark any more. */
  reject(code: RejectCode): void {
    this.#marks.broke();
    this.send(encode({ type: "reject", mark: this.#marks.last, code, text: "" }));
  }

  #receive(data: WebSocket.RawData, isBinary: boolean): void {
    if (this.isClosed) return;
    this.isHeard = true;
    const frame = data instanceof Uint8Array ? data : new Uint8Array();
    this.#slowDown(frame.byteLength);
    try {
      if (!isBinary) throw new Error("a text frame");
      if (frame.byteLength > LIMITS.frame) this.#turnOut("too-large");
      else this.#handle(decode(frame));
    } catch (error) {
      const { id } = this.viewer;
      this.#log.warn({ err: error, userId: id, documentId: this.#room.documentId }, "a frame was refused");
      this.close(CLOSE.malformed, "malformed");
    }
  }

  /** Whoever sends too fast is read more slowly: typing is delayed, never lost. */
  #slowDown(bytes: number): void {
    const now = performance.now();
    const wait = Math.max(this.#messages.take(1, now), this.#bytes.take(bytes, now));
    if (wait === 0 || this.#ws.isPaused) return;
    this.#ws.pause();
    setTimeout(() => this.#ws.resume(), wait).unref();
  }

  #handle(message: Message): void {
    switch (message.type) {
      case "step1":
        this.#synchronise(message.stateVector);
        break;
      case "step2":
      case "update":
        this.#take(message.update, message.type === "step2");
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

  #synchronise(stateVector: Uint8Array): void {
    decodeStateVector(stateVector);
    this.isSynced = true;
    this.send(encode({ type: "step2", update: Y.encodeStateAsUpdate(this.#room.doc, stateVector) }));
  }

  /** `isWhole`: a step 2, which holds all that the page has and the server lacked. */
  #take(update: Uint8Array, isWhole: boolean): void {
    const inspected = this.#room.inspect(update, (center) => this.#mayLinkAs(this.viewer, center));
    if (inspected.verdict === "known") this.#took(isWhole);
    else if (this.role === "read") this.reject("read-only");
    else if (inspected.verdict === "gap") this.#mendGap(isWhole);
    else if (inspected.verdict === "refused") this.#turnOut(inspected.code);
    else {
      this.#marks.took();
      this.#room.enqueue(update, inspected, this);
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
