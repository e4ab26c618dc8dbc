import { createDecoder, type Decoder, hasContent, readVarUint } from "lib0/decoding";
import * as Y from "yjs";
import { WireError } from "../../app/document-model/wire";

export type Decoded = ReturnType<typeof Y.decodeUpdate>;

let read: Decoder | undefined;

/** Yjs does not say where it stopped reading. Made once: a class made for each call costs as much as the decoding. */
class Watched extends Y.UpdateDecoderV1 {
  readonly #clients = new Set<number>();

  constructor(decoder: Decoder) {
    super(decoder);
    read = decoder;
  }

  /** Where a client comes twice, applying the update forgets what came first. */
  override readClient(): number {
    const client = super.readClient();
    if (this.#clients.has(client)) throw new WireError("a client that comes twice");
    this.#clients.add(client);
    return client;
  }
}

/**
 * Decodes an update to its last byte; anything else, and anything after it, is a WireError. So is what decodes but breaks
 * whoever applies it: once in the log it would break every load of the document. [W1]
 */
export function decodeUpdate(update: Uint8Array): Decoded {
  return strictly(() => {
    const decoded = Y.decodeUpdateV2(update, Watched);
    if (!read || hasContent(read) || read.pos > read.arr.length) throw new WireError("not the update's end");
    if (!decoded.structs.every(standsOnEarlier)) throw new WireError("a struct of nothing, or on what comes after it");
    for (const deletions of decoded.ds.clients.values()) {
      if (!areInOrder(deletions)) throw new WireError("deletions of nothing, or out of order");
    }
    return decoded;
  });
}

function standsOnEarlier(struct: Decoded["structs"][number]): boolean {
  if (struct.length < 1) return false;
  if (!(struct instanceof Y.Item)) return true;
  const { id, origin, rightOrigin } = struct;
  // Typed as a type; decoded it is a root's name or an id.
  const parent: unknown = struct.parent;
  const isEarlier = (ground: unknown) =>
    !(ground instanceof Y.ID) || ground.client !== id.client || ground.clock < id.clock;
  return isEarlier(origin) && isEarlier(rightOrigin) && isEarlier(parent);
}

/** Yjs writes them so; ranges over one another would have the same structs looked at again and again. */
function areInOrder(deletions: readonly { clock: number; len: number }[]): boolean {
  let end = 0;
  for (const { clock, len } of deletions) {
    if (len < 1 || clock < end) return false;
    end = clock + len;
  }
  return true;
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
