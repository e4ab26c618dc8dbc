/** A text's pieces (trigrams, stems) by number, and how much each weighs in it. */
export type Bag = { pieces: Int32Array; weights: Float64Array };

/** The bags of two versions' texts, with the pieces of both numbered alike and weighing as often as they stand there. */
export type Bags = { before: Bag[]; after: Bag[]; pieces: number };

export function bagsOf(before: readonly string[][], after: readonly string[][]): Bags {
  const numbers = new Map<string, number>();
  const bagOf = (pieces: readonly string[]) => countedBag(pieces, numbers);
  return { before: before.map(bagOf), after: after.map(bagOf), pieces: numbers.size };
}

function countedBag(pieces: readonly string[], numbers: Map<string, number>): Bag {
  const counts = new Map<number, number>();
  for (const piece of pieces) {
    let number = numbers.get(piece);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(piece, number);
    }
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return { pieces: Int32Array.from(counts.keys()), weights: Float64Array.from(counts.values()) };
}

/** The same bags with other weights. */
export function weighed({ before, after, pieces }: Bags, weight: (piece: number, count: number) => number): Bags {
  const weigh = (bag: Bag): Bag => ({
    pieces: bag.pieces,
    weights: bag.weights.map((count, index) => weight(bag.pieces[index] ?? 0, count)),
  });
  return { before: before.map(weigh), after: after.map(weigh), pieces };
}

/** In how many texts of both versions each piece stands. */
export function spreadOf({ before, after, pieces }: Bags): Float64Array {
  const spread = new Float64Array(pieces);
  for (const bag of [...before, ...after]) for (const piece of bag.pieces) spread[piece] = (spread[piece] ?? 0) + 1;
  return spread;
}

/** The inverted index: piece p is held by the texts `at` from starts[p] to starts[p + 1], each with its weight. */
export type Index = { starts: Int32Array; at: Int32Array; weights: Float64Array; texts: number };

export function indexOf(bags: readonly Bag[], pieces: number): Index {
  const starts = new Int32Array(pieces + 1);
  for (const bag of bags) for (const piece of bag.pieces) starts[piece + 1] = (starts[piece + 1] ?? 0) + 1;
  for (let piece = 0; piece < pieces; piece += 1) starts[piece + 1] = (starts[piece + 1] ?? 0) + (starts[piece] ?? 0);
  const next = starts.slice();
  const size = starts[pieces] ?? 0;
  const [at, weights] = [new Int32Array(size), new Float64Array(size)];
  bags.forEach((bag, text) => {
    bag.pieces.forEach((piece, index) => {
      const place = next[piece] ?? 0;
      next[piece] = place + 1;
      at[place] = text;
      weights[place] = bag.weights[index] ?? 0;
    });
  });
  return { starts, at, weights, texts: bags.length };
}

// The two loops below are where aligning spends its time: a function called for each piece makes them five times as slow.

/** For each text of the index, the sum of the smaller weights of the pieces that it shares with the bag. */
export function leastShared({ pieces, weights }: Bag, index: Index): Float64Array {
  const shared = new Float64Array(index.texts);
  for (let mine = 0; mine < pieces.length; mine += 1) {
    const piece = pieces[mine] as number;
    const weight = weights[mine] as number;
    const end = index.starts[piece + 1] as number;
    for (let place = index.starts[piece] as number; place < end; place += 1) {
      const other = index.weights[place] as number;
      (shared[index.at[place] as number] as number) += other < weight ? other : weight;
    }
  }
  return shared;
}

/** The same with the weights' products. */
export function productShared({ pieces, weights }: Bag, index: Index): Float64Array {
  const shared = new Float64Array(index.texts);
  for (let mine = 0; mine < pieces.length; mine += 1) {
    const piece = pieces[mine] as number;
    const weight = weights[mine] as number;
    const end = index.starts[piece + 1] as number;
    for (let place = index.starts[piece] as number; place < end; place += 1)
      (shared[index.at[place] as number] as number) += weight * (index.weights[place] as number);
  }
  return shared;
}
