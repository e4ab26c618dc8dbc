/** The same numbers for the same seed: a test that fails can be run again. (mulberry32) */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (end: number) => Math.floor(next() * end),
    oneOf: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value,
  };
}

export type Random = ReturnType<typeof seeded>;

/** The bytes with one to three faults: flipped, cut, doubled, trailed or replaced. */
export function mutated(random: Random, bytes: Uint8Array): Uint8Array {
  let made = Array.from(bytes);
  for (let faults = 1 + random.below(3); faults > 0; faults--) {
    const at = random.below(made.length + 1);
    switch (random.below(5)) {
      case 0:
        made[Math.min(at, made.length - 1)] = random.below(256);
        break;
      case 1:
        made = made.slice(0, at);
        break;
      case 2:
        made.splice(at, 0, ...made.slice(at, at + random.below(8)));
        break;
      case 3:
        made.push(random.below(256));
        break;
      case 4:
        made.splice(at, random.below(4), 0x80 + random.below(128), 0xff);
    }
  }
  return Uint8Array.from(made.map((byte) => byte ?? 0));
}
