import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/**
 * The wire between page and server: y-protocols 0, 1 and 3, and five messages of our own. docs/wire.md describes it.
 * Decoding is strict: every length lies inside the frame and nothing trails it, or a WireError says no. [W1]
 */
export type Message =
  | { type: "step1"; stateVector: Uint8Array }
  | { type: "step2"; update: Uint8Array }
  | { type: "update"; update: Uint8Array }
  | { type: "presence"; entries: PresenceEntry[] }
  | { type: "query-presence" }
  | { type: "hello"; hello: Hello }
  | { type: "saved"; mark: number }
  | { type: "mark"; mark: number }
  | { type: "reject"; mark: number; code: string; text: string }
  | { type: "state"; state: ServerState };

/** `state` null: that client has left. */
export type PresenceEntry = { clientId: number; clock: number; state: Record<string, unknown> | null };

type Hello = {
  epoch: number;
  headSeq: number;
  role: "write" | "read";
  /** The one client id this socket writes and shows itself with. [I4] */
  clientID: number;
  schemaVersion: number;
  limits: { frame: number; update: number };
  /** Why somebody who may write is only let in to read. */
  why?: "room-full";
};

const SERVER_STATES = ["ok", "db-degraded", "draining", "readonly", "large"] as const;
type ServerState = (typeof SERVER_STATES)[number];

/** The first varint of a frame. */
export const KIND = {
  sync: 0,
  presence: 1,
  queryPresence: 3,
  hello: 100,
  saved: 101,
  mark: 102,
  reject: 103,
  state: 104,
};
export const SYNC = { step1: 0, step2: 1, update: 2 };

/** Why a socket was closed. 4400–4499 are verdicts: the page does not knock again by itself. */
export const CLOSE = {
  drain: 1012,
  tryLater: 1013,
  malformed: 4400,
  notSignedIn: 4401,
  noAccess: 4403,
  notFound: 4404,
  stale: 4409,
  tooLarge: 4413,
  oldSchema: 4426,
} as const;

/** Presence of nobody: three bytes that keep y-websocket's 30 s watchdog quiet, which pings do not. */
export const KEEP_ALIVE = Uint8Array.of(KIND.presence, 1, 0);

/** Whether a frame says nothing that is waited for: what is written, or the question whether it is saved. */
export function mayWait(frame: Uint8Array): boolean {
  return isMark(frame) || (frame[0] === KIND.sync && frame[1] === SYNC.update);
}

/** Whether a frame asks if all before it is saved. */
export function isMark(frame: Uint8Array): boolean {
  return frame[0] === KIND.mark;
}

export class WireError extends Error {}

export function encode(message: Message): Uint8Array {
  const encoder = encoding.createEncoder();
  switch (message.type) {
    case "step1":
      return writeSync(encoder, SYNC.step1, message.stateVector);
    case "step2":
      return writeSync(encoder, SYNC.step2, message.update);
    case "update":
      return writeSync(encoder, SYNC.update, message.update);
    case "presence":
      encoding.writeVarUint(encoder, KIND.presence);
      encoding.writeVarUint8Array(encoder, presenceBytes(message.entries));
      break;
    case "query-presence":
      encoding.writeVarUint(encoder, KIND.queryPresence);
      break;
    case "hello":
      encoding.writeVarUint(encoder, KIND.hello);
      encoding.writeVarString(encoder, JSON.stringify(message.hello));
      break;
    case "saved":
    case "mark":
      encoding.writeVarUint(encoder, KIND[message.type]);
      encoding.writeVarUint(encoder, message.mark);
      break;
    case "reject":
      encoding.writeVarUint(encoder, KIND.reject);
      encoding.writeVarUint(encoder, message.mark);
      encoding.writeVarString(encoder, message.code);
      encoding.writeVarString(encoder, message.text);
      break;
    case "state":
      encoding.writeVarUint(encoder, KIND.state);
      encoding.writeVarString(encoder, message.state);
  }
  return encoding.toUint8Array(encoder);
}

/** Reads one frame; throws a WireError for anything that is not exactly one message. */
export function decode(frame: Uint8Array): Message {
  // A frame may be a view into a pooled buffer (and Node's Buffer.slice makes another view); in an array of its own no
  // read can reach a neighbour's bytes.
  const decoder = decoding.createDecoder(new Uint8Array(frame));
  try {
    const message = readMessage(decoder);
    if (decoding.hasContent(decoder)) throw new WireError("bytes after the message");
    return message;
  } catch (error) {
    throw error instanceof WireError ? error : new WireError("not a message", { cause: error });
  }
}

function readMessage(decoder: decoding.Decoder): Message {
  const kind = decoding.readVarUint(decoder);
  switch (kind) {
    case KIND.sync:
      return readSync(decoder);
    case KIND.presence:
      return { type: "presence", entries: readPresence(readBytes(decoder)) };
    case KIND.queryPresence:
      return { type: "query-presence" };
    default:
      return readOwn(kind, decoder);
  }
}

/** What follows the kind of one of our own messages; the page's message handlers start here. */
export function readOwn(kind: number, decoder: decoding.Decoder): Message {
  switch (kind) {
    case KIND.hello:
      return { type: "hello", hello: readHello(JSON.parse(readText(decoder))) };
    case KIND.saved:
      return { type: "saved", mark: decoding.readVarUint(decoder) };
    case KIND.mark:
      return { type: "mark", mark: decoding.readVarUint(decoder) };
    case KIND.reject:
      return {
        type: "reject",
        mark: decoding.readVarUint(decoder),
        code: readText(decoder),
        text: readText(decoder),
      };
    case KIND.state: {
      const text = readText(decoder);
      const state = SERVER_STATES.find((known) => known === text);
      if (!state) throw new WireError("no such state");
      return { type: "state", state };
    }
    default:
      throw new WireError("no such kind of message");
  }
}

/** Checked as far as the page relies on it. */
function readHello(value: Partial<Hello> | null): Hello {
  const isHello = typeof value?.epoch === "number" && (value.role === "write" || value.role === "read");
  if (!isHello) throw new WireError("not a hello");
  return value as Hello;
}

function writeSync(encoder: encoding.Encoder, kind: number, bytes: Uint8Array): Uint8Array {
  encoding.writeVarUint(encoder, KIND.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

function readSync(decoder: decoding.Decoder): Message {
  const kind = decoding.readVarUint(decoder);
  const bytes = readBytes(decoder);
  if (kind === SYNC.step1) return { type: "step1", stateVector: bytes };
  if (kind === SYNC.step2) return { type: "step2", update: bytes };
  if (kind === SYNC.update) return { type: "update", update: bytes };
  throw new WireError("no such sync message");
}

function presenceBytes(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  }
  return encoding.toUint8Array(encoder);
}

function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const decoder = decoding.createDecoder(bytes);
  const entries: PresenceEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(readText(decoder));
    if (!isState(state)) throw new WireError("a presence that is no object");
    entries.push({ clientId, clock, state });
  }
  if (decoding.hasContent(decoder)) throw new WireError("bytes after the presence");
  return entries;
}

function isState(value: unknown): value is Record<string, unknown> | null {
  return typeof value === "object" && !Array.isArray(value);
}

/** lib0 hands out what lies beyond the end of its array without a word; we do not. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new WireError("a length beyond the frame");
  return decoding.readUint8Array(decoder, length);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function readText(decoder: decoding.Decoder): string {
  return utf8.decode(readBytes(decoder));
}
