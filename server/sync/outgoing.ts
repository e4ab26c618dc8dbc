import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { encode } from "../../app/document-model/wire";
import type { Beat } from "./beat";
import type { Member } from "./member";

/** `Y.mergeUpdates` of a thousand takes seconds; after an outage there may be as many. */
const MERGED_AT_ONCE = 200;

type Parts = {
  everyone: () => Iterable<Member>;
  everyMs: number;
  beat: Beat;
  /** Brings the document up to what is committed; what that changes comes back through `changed`. */
  bringUp: () => void;
};

/**
 * What a room has committed on its way out: one frame for everybody, at once after a pause and then every 100 ms, because
 * each message costs a reader's page as much as its content. The only author of a frame does not get it back.
 */
export class Outgoing {
  readonly #everyone: () => Iterable<Member>;
  readonly #everyMs: number;
  readonly #beat: Beat;
  readonly #bringUp: () => void;
  #updates: Uint8Array[] = [];
  #authors = new Set<Member | null>();
  #sentAt = Number.NEGATIVE_INFINITY;
  readonly #turn = () => this.#send();

  constructor({ everyone, everyMs, beat, bringUp }: Parts) {
    this.#everyone = everyone;
    this.#everyMs = everyMs;
    this.#beat = beat;
    this.#bringUp = bringUp;
  }

  /** Something is committed. `authors`: whose it is; null for the server's and that of other nodes. */
  committed(authors: Iterable<Member | null>): void {
    for (const author of authors) this.#authors.add(author);
    this.#beat.await(this.#sentAt + this.#everyMs, this.#turn);
  }

  /** The document has changed by that. */
  changed(update: Uint8Array): void {
    this.#updates.push(update);
  }

  stop(): void {
    this.#beat.forget(this.#turn);
    this.#updates = [];
  }

  #send(): void {
    this.#sentAt = performance.now();
    this.#bringUp();
    const onlyAuthor = this.#authors.size === 1 ? [...this.#authors][0] : null;
    const frames: Uint8Array[] = [];
    for (let from = 0; from < this.#updates.length; from += MERGED_AT_ONCE) {
      frames.push(encode({ type: "update", update: merged(this.#updates.slice(from, from + MERGED_AT_ONCE)) }));
    }
    this.#updates = [];
    this.#authors = new Set();
    if (frames.length === 0) return;
    for (const member of this.#everyone()) if (member.isSynced && member !== onlyAuthor) member.deliver(frames);
  }
}

function merged(updates: Uint8Array[]): Uint8Array {
  return updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates);
}
