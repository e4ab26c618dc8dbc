import * as Y from "yjs";
import type { LoadedDocument } from "../document-store/shapes";
import { LIMITS } from "./limits";

/** An estimate may be that much too high before it is measured again. */
const ROUGHLY = 256 * 1024;
/** From there on it takes time to put a text into bytes: 0.1 s for thirty thousand words, while nobody else is answered. */
const LONG = 64 * 1024;
/** What has come since may be that part of it; then the text is put into bytes anew. */
const LITTLE = 1 / 8;
/** Of who knows no client's changes. */
const NOTHING = Y.encodeStateVector(new Y.Doc());

export type Lacked = [whole: Uint8Array, ...since: Uint8Array[]];

/** A document's state in bytes: how many they are, and what a page lacks of them. */
export class State {
  /** The sum of what came in, measured anew only when it might matter. */
  #bytes: number;
  #measured = 0;
  /** All of it at some moment; first as its snapshot has it, which was verified. [I10] */
  #whole: { state: Uint8Array; vector: Uint8Array } | null;
  #isOfNow: boolean;

  constructor({ updates, snapshot }: Pick<LoadedDocument, "updates" | "snapshot">) {
    this.#bytes = updates.reduce((sum, update) => sum + update.byteLength, 0);
    this.#whole = snapshot;
    this.#isOfNow = updates.length === 1;
  }

  changed(updates: readonly Uint8Array[]): void {
    this.#isOfNow = false;
    for (const update of updates) this.#bytes += update.byteLength;
  }

  sizeOf(doc: Y.Doc): number {
    if (this.#bytes > LIMITS.large && this.#bytes - this.#measured > ROUGHLY) {
      this.#bytes = this.#anew(doc).byteLength;
      this.#measured = this.#bytes;
    }
    return this.#bytes;
  }

  /**
   * What a page lacks that knows that much, in one update or two. Who comes to a long text knows nothing of it, and so do all who
   * come after a restart: they are given the bytes that there are, and what has come since. [W5]
   */
  lackedBy(stateVector: Uint8Array, doc: Y.Doc): Lacked {
    if (Buffer.compare(stateVector, NOTHING) !== 0) return [Y.encodeStateAsUpdate(doc, stateVector)];
    if (this.#isOfNow && this.#whole) return [this.#whole.state];
    // By what has come in: one that was short when it was loaded may have become long.
    if (this.#bytes < LONG) return [Y.encodeStateAsUpdate(doc)];
    const { state, vector } = this.#whole ?? { state: null };
    const since = state && Y.encodeStateAsUpdate(doc, vector);
    return since && since.byteLength < state.byteLength * LITTLE ? [state, since] : [this.#anew(doc)];
  }

  #anew(doc: Y.Doc): Uint8Array {
    const state = Y.encodeStateAsUpdate(doc);
    this.#whole = { state, vector: Y.encodeStateVector(doc) };
    this.#isOfNow = true;
    return state;
  }
}
