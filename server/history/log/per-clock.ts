/** One number for each clock of each Yjs client; 0 where nothing was said. */
export class PerClock {
  readonly #of = new Map<number, Int32Array>();

  get(client: number, clock: number): number {
    return this.#of.get(client)?.[clock] ?? 0;
  }

  set(client: number, clock: number, length: number, value: number): void {
    this.#roomFor(client, clock + length).fill(value, clock, clock + length);
  }

  /** How many clocks from there have the same number, `most` at most. */
  same(client: number, clock: number, most: number): number {
    const numbers = this.#of.get(client);
    const first = numbers?.[clock] ?? 0;
    let length = 1;
    while (length < most && (numbers?.[clock + length] ?? 0) === first) length += 1;
    return length;
  }

  #roomFor(client: number, size: number): Int32Array {
    const known = this.#of.get(client);
    if (known && known.length >= size) return known;
    const larger = new Int32Array(Math.max(16, size, (known?.length ?? 0) * 2));
    if (known) larger.set(known);
    this.#of.set(client, larger);
    return larger;
  }
}
