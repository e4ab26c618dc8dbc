import * as Y from "yjs";
import { LIMITS } from "./limits";

/** An estimate may be that much too high before it is measured again. */
const ROUGHLY = 256 * 1024;

/** How many bytes a document's state has: the sum of what came in, measured anew only when it might matter. */
export class Size {
  #bytes: number;
  #measured = 0;

  constructor(updates: readonly Uint8Array[]) {
    this.#bytes = updates.reduce((sum, update) => sum + update.byteLength, 0);
  }

  add(updates: readonly Uint8Array[]): void {
    for (const update of updates) this.#bytes += update.byteLength;
  }

  of(doc: Y.Doc): number {
    if (this.#bytes > LIMITS.large && this.#bytes - this.#measured > ROUGHLY) {
      this.#bytes = Y.encodeStateAsUpdate(doc).byteLength;
      this.#measured = this.#bytes;
    }
    return this.#bytes;
  }
}
