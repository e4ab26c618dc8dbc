import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WireError } from "./wire";

/**
 * A line carries a socket's frames over plain HTTP, many in one body; docs/wire.md describes it. Decoding is as strict as
 * that of the frames themselves. [W1]
 */
export type Batch = {
  /** Of what was handed out; the next poll names it, and so says that it came. */
  number: number;
  /** So many milliseconds a page that nobody looks at should wait before it asks again. */
  rest: number;
  /** The line ends after these frames, and why. */
  close: Verdict | null;
  frames: Uint8Array[];
};

export type Verdict = { code: number; reason: string };

export const BATCH_TYPE = "application/octet-stream";

/** What the page sends: frames, each after its length. */
export function encodeFrames(frames: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  return encoding.toUint8Array(encoder);
}

/** Reads no more than `most`: a body of empty frames would be a hundred times as large in memory. */
export function decodeFrames(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): Uint8Array<ArrayBuffer>[] {
  return reading(bytes, (decoder) => readFrames(decoder, most));
}

/** What the server hands out. */
export function encodeBatch({ number, rest, close, frames }: Batch): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, number);
  encoding.writeVarUint(encoder, rest);
  encoding.writeVarUint(encoder, close?.code ?? 0);
  if (close) encoding.writeVarString(encoder, close.reason);
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
  return encoding.toUint8Array(encoder);
}

export function decodeBatch(bytes: Uint8Array): Batch & { frames: Uint8Array<ArrayBuffer>[] } {
  return reading(bytes, (decoder) => {
    const number = decoding.readVarUint(decoder);
    const rest = decoding.readVarUint(decoder);
    const code = decoding.readVarUint(decoder);
    const close = code === 0 ? null : { code, reason: utf8.decode(readBytes(decoder)) };
    return { number, rest, close, frames: readFrames(decoder) };
  });
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** lib0 throws errors of its own at the end of its array; here each is one of ours. */
function reading<Value>(bytes: Uint8Array, read: (decoder: decoding.Decoder) => Value): Value {
  try {
    return read(decoding.createDecoder(new Uint8Array(bytes)));
  } catch (error) {
    throw error instanceof WireError ? error : new WireError("not a batch", { cause: error });
  }
}

function readFrames(decoder: decoding.Decoder, most = Number.POSITIVE_INFINITY): Uint8Array<ArrayBuffer>[] {
  const frames: Uint8Array<ArrayBuffer>[] = [];
  while (frames.length < most && decoding.hasContent(decoder)) frames.push(readBytes(decoder));
  return frames;
}

/** lib0 hands out what lies beyond the end of its array without a word; we do not. */
function readBytes(decoder: decoding.Decoder): Uint8Array<ArrayBuffer> {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new WireError("a length beyond the body");
  return new Uint8Array(decoding.readUint8Array(decoder, length));
}
