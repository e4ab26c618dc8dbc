import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { encode } from "../../app/document-model/wire";
import type { Member } from "./member";

/**
 * Committed updates on their way out: one merged frame for everybody, at once after a pause and then every 50 ms, because
 * each message costs a reader's page as much as its content. The only author of a frame does not get it back.
 */
export class Outgoing {
  readonly #everyone: () => Iterable<Member>;
  readonly #everyMs: number;
  #updates: Uint8Array[] = [];
  #authors = new Set<Member | null>();
  #sentAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(everyone: () => Iterable<Member>, everyMs: number) {
    this.#everyone = everyone;
    this.#everyMs = everyMs;
  }

  /** `authors`: whose updates these are; null for the server's and for those of other nodes. */
  add(updates: readonly Uint8Array[], authors: ReadonlySet<Member | null>): void {
    this.#updates.push(...updates);
    for (const author of authors) this.#authors.add(author);
    const wait = this.#sentAt + this.#everyMs - performance.now();
    if (wait <= 0) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#updates = [];
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sentAt = performance.now();
    const [first, ...more] = this.#updates;
    if (!first) return;
    const update = more.length > 0 ? Y.mergeUpdates(this.#updates) : first;
    const frame = encode({ type: "update", update });
    const onlyAuthor = this.#authors.size === 1 ? [...this.#authors][0] : null;
    for (const connection of this.#everyone()) {
      if (connection.isSynced && connection !== onlyAuthor) connection.send(frame);
    }
    this.#updates = [];
    this.#authors = new Set();
  }
}
