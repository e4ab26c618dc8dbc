import * as Y from "yjs";
import { LIMITS } from "./limits";

/** An estimate may be that much too high before it is measured again. */
const ROUGHLY = 256 * 1024;
/** Of who knows nothing: no clients. */
const NOTHING = Y.encodeStateVector(new Y.Doc());

/** A document's state in bytes: how many they are, and what a page lacks of them. */
export class State {
  /** The sum of what came in, measured anew only when it might matter. */
  #bytes: number;
  #measured = 0;
  /** All of it in one update; null from a change until somebody asks. */
  #whole: Uint8Array | null;

  /** A text without a tail is what its snapshot says, to the byte: verified when it was made. [I10] */
  constructor(updates: readonly Uint8Array[]) {
    this.#bytes = updates.reduce((sum, update) => sum + update.byteLength, 0);
    this.#whole = updates.length === 1 ? (updates[0] ?? null) : null;
  }

  changed(updates: readonly Uint8Array[]): void {
    this.#whole = null;
    for (const update of updates) this.#bytes += update.byteLength;
  }

  sizeOf(doc: Y.Doc): number {
    if (this.#bytes > LIMITS.large && this.#bytes - this.#measured > ROUGHLY) {
      this.#bytes = this.#wholeOf(doc).byteLength;
      this.#measured = this.#bytes;
    }
    return this.#bytes;
  }

  /**
   * What a page lacks that knows that much. Those who come to a text at the same time, after a restart for instance, know
   * nothing of it, and it is put into bytes once for all of them. [W5]
   */
  lackedBy(stateVector: Uint8Array, doc: Y.Doc): Uint8Array {
    const knowsNothing = Buffer.compare(stateVector, NOTHING) === 0;
    return knowsNothing ? this.#wholeOf(doc) : Y.encodeStateAsUpdate(doc, stateVector);
  }

  #wholeOf(doc: Y.Doc): Uint8Array {
    this.#whole ??= Y.encodeStateAsUpdate(doc);
    return this.#whole;
  }
}
