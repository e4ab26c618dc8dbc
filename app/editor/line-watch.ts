type Parts = {
  /** When the server was last heard, in milliseconds since 1970. */
  heardAt: () => number;
  /** A mark is out, and the server has given no reason not to answer it. */
  isWaiting: () => boolean;
  /** Sends something that every living server answers at once, whatever its database does. */
  probe: () => void;
  slow: () => void;
  dead: () => void;
};

const TICK = 500;
export const PATIENCE = 4_000;
const MOST_PATIENCE = 32_000;
/** The line lives, but what was written is still not saved: from here on that is said. */
const SLOW = 8_000;
/** The line lives in one direction only, as it seems. */
const HOPELESS = 5 * PATIENCE;

/**
 * Finds out early that a line is dead, while the network still calls it open: a mark is out and nothing at all is heard.
 * A line that is slow with much to carry looks the same, so the patience grows until something is saved. [E9]
 */
export class LineWatch {
  readonly #parts: Parts;
  #patience = PATIENCE;
  #timer: ReturnType<typeof setInterval> | undefined;
  #since = 0;
  #probedAt = 0;
  #tickedAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A mark was sent. */
  asked(): void {
    if (this.#timer !== undefined) return;
    this.#since = this.#probedAt = this.#tickedAt = Date.now();
    this.#timer = setInterval(() => this.#tick(), TICK);
  }

  answered(): void {
    this.#patience = PATIENCE;
    this.rest();
    if (this.#parts.isWaiting()) this.asked();
  }

  /** There is no line, or nothing to wait for. */
  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    const { isWaiting, heardAt, slow } = this.#parts;
    const now = Date.now();
    // A page that was asleep or busy has not looked yet at what came meanwhile.
    const wasAway = now - this.#tickedAt > 3 * TICK;
    this.#tickedAt = now;
    const waited = now - this.#since;
    const silence = now - Math.max(this.#since, heardAt());
    const isDead = silence >= this.#patience || waited >= Math.max(HOPELESS, this.#patience);
    if (!isWaiting()) this.rest();
    else if (isDead && !wasAway) this.#giveUp();
    else {
      if (silence >= this.#patience / 2 && now - this.#probedAt >= this.#patience / 2) this.#probe(now);
      if (waited >= SLOW) slow();
    }
  }

  #probe(now: number): void {
    this.#probedAt = now;
    this.#parts.probe();
  }

  #giveUp(): void {
    this.rest();
    this.#patience = Math.min(this.#patience * 2, MOST_PATIENCE);
    this.#parts.dead();
  }
}
