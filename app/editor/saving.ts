/**
 * Which of this page's changes are in the server's database. A change counts as saved when a MARK that was sent after it
 * has been answered by the same socket. [I2]
 */
export class Saving {
  #changes = 0;
  #saved = 0;
  #marked = 0;
  #lastMark = 0;
  readonly #covered = new Map<number, number>();

  changed(): void {
    this.#changes += 1;
  }

  /** The next mark to send, or null when the last one covers everything. */
  nextMark(): number | null {
    if (this.#marked === this.#changes) return null;
    this.#lastMark += 1;
    this.#marked = this.#changes;
    this.#covered.set(this.#lastMark, this.#changes);
    return this.#lastMark;
  }

  answered(mark: number): void {
    this.#saved = Math.max(this.#saved, this.#covered.get(mark) ?? 0);
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
}
