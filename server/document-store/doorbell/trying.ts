const SHORTEST_MS = 100;
const LONGEST_MS = 5000;

/** How long to wait before the next try, in milliseconds: 0.1 s, twice as long each time, 5 s at most. */
export function pauseAfter(failures: number): number {
  return Math.min(SHORTEST_MS * 2 ** Math.min(failures, 10), LONGEST_MS);
}

/** The work, or a fault when it takes longer. What it does then is nobody's business any more. */
export function within<Value>(ms: number, work: PromiseLike<Value>): Promise<Value> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Expected an answer of the database within ${ms} ms; there was none.`)),
      ms,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
