import { createDecoder, type Decoder, hasContent, readVarUint } from "lib0/decoding";
import * as Y from "yjs";
import { WireError } from "../../app/document-model/wire";

export type Decoded = ReturnType<typeof Y.decodeUpdate>;

let read: Decoder | undefined;

/** Yjs does not say where it stopped reading. Made once: a class made for each call costs as much as the decoding. */
class Watched extends Y.UpdateDecoderV1 {
  constructor(decoder: Decoder) {
    super(decoder);
    read = decoder;
  }
}

/** Decodes an update to its last byte; anything else, and anything after it, is a WireError. [W1] */
export function decodeUpdate(update: Uint8Array): Decoded {
  return strictly(() => {
    const decoded = Y.decodeUpdateV2(update, Watched);
    if (!read || hasContent(read) || read.pos > read.arr.length) throw new WireError("not the update's end");
    return decoded;
  });
}

/** Client id → next clock. */
export function decodeStateVector(bytes: Uint8Array): Map<number, number> {
  return strictly(() => {
    const decoder = createDecoder(bytes);
    const vector = new Map<number, number>();
    for (let left = readVarUint(decoder); left > 0; left--) vector.set(readVarUint(decoder), readVarUint(decoder));
    if (hasContent(decoder)) throw new WireError("bytes after the state vector");
    return vector;
  });
}

function strictly<Value>(decode: () => Value): Value {
  try {
    return decode();
  } catch (error) {
    throw error instanceof WireError ? error : new WireError("not decodable", { cause: error });
  }
}
