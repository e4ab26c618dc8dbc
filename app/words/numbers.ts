const numbers = new Intl.NumberFormat("da-DK");
const list = new Intl.ListFormat("da-DK", { type: "conjunction" });

/** "4.800". */
export function counted(count: number): string {
  return numbers.format(count);
}

/** "1 bestemmelse", "12 bestemmelser". */
export function plural(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** "a, b og c". */
export function enumerated(parts: readonly string[]): string {
  return list.format(parts);
}

/** "812 kB". */
export function bytes(count: number): string {
  return count < 1000 ? `${count} byte` : `${numbers.format(Math.round(count / 1000))} kB`;
}
