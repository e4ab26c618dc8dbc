/** A bucket that refills with time. What is taken beyond it is a debt, and the answer says how long it takes to pay. */
export class Bucket {
  readonly #limit: { perSecond: number; burst: number };
  #left: number;
  #at: number;

  constructor(limit: { perSecond: number; burst: number }, now: number) {
    this.#limit = limit;
    this.#left = limit.burst;
    this.#at = now;
  }

  /** Milliseconds to wait before more is read; 0 while there is something left. */
  take(amount: number, now: number): number {
    const { perSecond, burst } = this.#limit;
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond) - amount;
    this.#at = now;
    return this.#left >= 0 ? 0 : (-this.#left / perSecond) * 1000;
  }
}
