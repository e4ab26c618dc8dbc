import type { PendingUpdate } from "../document-store/shapes";
import type { News } from "./inspect";
import type { Member } from "./member";
import { Waiting } from "./waiting";

export type Entry = { update: PendingUpdate; by: Member | null };

/** What a room has accepted and the database has not: beside the document, which holds what is committed alone. [I1] */
export class Queue {
  readonly waiting = new Waiting();
  #entries: Entry[] = [];
  #taken: Entry[] = [];
  #settling: { isDone: () => boolean; resolve: () => void }[] = [];

  get isEmpty(): boolean {
    return this.#entries.length + this.#taken.length === 0;
  }

  add(entry: Entry, structs: News["structs"]): void {
    this.#entries.push(entry);
    this.waiting.add(structs);
  }

  /** For the committer: the first of what waits, until `answered`. */
  take(most: number): PendingUpdate[] {
    this.#taken = this.#entries.splice(0, most);
    return this.#taken.map(({ update }) => update);
  }

  /** Whether something waits that was not taken. */
  get hasMore(): boolean {
    return this.#entries.length > 0;
  }

  get taken(): readonly Entry[] {
    return this.#taken;
  }

  /** What was taken is in the log or never will be. */
  answered(): void {
    this.#taken = [];
    this.#settle();
  }

  /** Forgets what was not taken yet; with a member, only theirs. The pages still hold it. */
  drop(by?: Member): void {
    this.#entries = by ? this.#entries.filter((entry) => entry.by !== by) : [];
    this.#settle();
  }

  /** Resolves once nothing waits for its commit; with a client id, nothing that was written under it. */
  settled(clientId?: number): Promise<void> {
    const isDone = () => !this.holds(clientId);
    if (isDone()) return Promise.resolve();
    return new Promise((resolve) => this.#settling.push({ isDone, resolve }));
  }

  holds(clientId?: number): boolean {
    const isOf = ({ update }: Entry) => clientId === undefined || update.claim?.clientId === clientId;
    return this.#taken.some(isOf) || this.#entries.some(isOf);
  }

  #settle(): void {
    for (const one of this.#settling) if (one.isDone()) one.resolve();
    this.#settling = this.#settling.filter((one) => !one.isDone());
  }
}
