/** While somebody types on and on, no oftener: each mark costs the server a message read and one sent. */
const EVERY_MS = 2000;
/** After the last of what was typed quickly: longer than between two keys, so that a mark goes along with an update. */
const AFTER_MS = 400;

/**
 * When a page asks whether what it has written is saved: with a change, which costs no packet of its own, as soon as the
 * last time is two seconds ago; and once more when nothing follows. [I2]
 */
export class MarkPace {
  readonly #ask: () => void;
  #askedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  /** A change has just been sent. */
  changed(): void {
    if (performance.now() - this.#askedAt >= EVERY_MS) this.askNow();
    else this.#askSoon();
  }

  askNow(): void {
    this.stop();
    this.#askedAt = performance.now();
    this.#ask();
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.askNow(), AFTER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Whether it will ask without another change. */
  get isPending(): boolean {
    return this.#timer !== undefined;
  }
}
