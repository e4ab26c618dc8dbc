/** One of this page's changes, counted from 1, as Yjs wrote it. */
export type Change = { number: number; update: Uint8Array; at: number };

/**
 * Which of this page's changes are in the server's database. A change counts as saved when a MARK that was sent after it
 * has been answered by the same socket. [I2]
 */
export class Saving {
  #changes = 0;
  #unsaved: Change[] = [];
  #saved = 0;
  #savedClock = 0;
  #marked = 0;
  #lastMark = 0;
  readonly #covered = new Map<number, { changes: number; clock: number }>();

  changed(update: Uint8Array): void {
    this.#changes += 1;
    this.#unsaved.push({ number: this.#changes, update, at: Date.now() });
  }

  /** The next mark to send, or null when the last one covers everything. `clock`: how far the page's own client has come. */
  nextMark(clock: number): number | null {
    if (this.#marked === this.#changes) return null;
    this.#lastMark += 1;
    this.#marked = this.#changes;
    this.#covered.set(this.#lastMark, { changes: this.#changes, clock });
    return this.#lastMark;
  }

  answered(mark: number): void {
    const covered = this.#covered.get(mark);
    if (covered) {
      this.#saved = Math.max(this.#saved, covered.changes);
      this.#savedClock = Math.max(this.#savedClock, covered.clock);
      this.#unsaved = this.#unsaved.filter(({ number }) => number > this.#saved);
    }
    for (const older of [...this.#covered.keys()]) if (older <= mark) this.#covered.delete(older);
  }

  /** What was marked on a socket that is gone is marked again on the next. */
  disconnected(): void {
    this.#covered.clear();
    this.#marked = this.#saved;
  }

  get hasUnsaved(): boolean {
    return this.#changes > this.#saved;
  }

  /** In the order they were made. */
  get unsaved(): readonly Change[] {
    return this.#unsaved;
  }

  /** A mark was sent and has not been answered. */
  get isWaiting(): boolean {
    return this.#covered.size > 0;
  }

  /** What the page's own client wrote before this clock is saved. */
  get savedClock(): number {
    return this.#savedClock;
  }
}
