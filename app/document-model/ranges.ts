/** Some of what one Yjs client has written: `length` clocks from `clock` on. */
export type Range = { client: number; clock: number; length: number };

type Span = [from: number, to: number];

/** A set of what clients have written, kept as few spans as it can be. */
export class Ranges {
  readonly #spans = new Map<number, Span[]>();

  static from(ranges: Iterable<Range>): Ranges {
    const found = new Ranges();
    for (const range of ranges) found.add(range);
    return found;
  }

  add({ client, clock, length }: Range): void {
    const spans = this.#spans.get(client) ?? [];
    this.#spans.set(client, spans);
    let [from, to] = [clock, clock + length];
    const first = firstEndingAt(spans, from);
    let after = first;
    for (let span = spans[after]; span && span[0] <= to; span = spans[++after]) {
      from = Math.min(from, span[0]);
      to = Math.max(to, span[1]);
    }
    spans.splice(first, after - first, [from, to]);
  }

  /** What of a range is not in the set. */
  without({ client, clock, length }: Range): Range[] {
    const spans = this.#spans.get(client) ?? [];
    const found: Range[] = [];
    const end = clock + length;
    let from = clock;
    for (let at = firstEndingAt(spans, from); from < end; at++) {
      const [begins, ends] = spans[at] ?? [end, end];
      if (begins > from) found.push({ client, clock: from, length: Math.min(begins, end) - from });
      from = Math.max(from, ends);
    }
    return found;
  }

  *[Symbol.iterator](): Generator<Range> {
    for (const [client, spans] of this.#spans)
      for (const [from, to] of spans) yield { client, clock: from, length: to - from };
  }
}

/** The first span that ends there or later. */
function firstEndingAt(spans: readonly Span[], clock: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? 0) < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
