/** The longest part of the numbers that rises, as indices into them: what has kept its order, so that little has moved. */
export function longestRising(numbers: readonly number[]): number[] {
  /** For each length the index of the smallest number that ends a rising part of it. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  });
  const found: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) found.push(at);
  return found.reverse();
}
