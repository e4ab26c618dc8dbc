/**
 * A database that hangs is as gone as one that refuses: a connection whose other end has left without a word may be silent
 * for a quarter of an hour. Throws when `work`, which is called `what`, has no answer after so many milliseconds. [I13]
 */
export function within<Value>(ms: number, what: string, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const late = new Error(`Expected ${what} within ${Math.round(ms)} ms; it is still under way.`);
    const timer = setTimeout(() => reject(late), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
