type Pressed = { key: string; code: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };

type Kind =
  | "up"
  | "down"
  | "choose"
  | "mark"
  | "accept"
  | "mark-shown"
  | "another"
  | "drop"
  | "met"
  | "undo"
  | "next"
  | "keys";

/** What a key or a button asks of the desk. `at`: which suggestion is chosen or marked, from 0. */
export type Wish = { kind: Kind; at?: number };

const LETTERS: Readonly<Record<string, Kind>> = {
  j: "down",
  k: "up",
  v: "another",
  u: "drop",
  i: "met",
  z: "undo",
  n: "next",
};
const NAMED: Readonly<Record<string, Kind>> = {
  ArrowDown: "down",
  ArrowUp: "up",
  Enter: "accept",
  " ": "mark-shown",
  "?": "keys",
};

/** Null: the browser's own business. */
export function wishOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): Wish | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return !shiftKey && key.toLowerCase() === "z" ? { kind: "undo" } : null;
  // By the place of the key: with Shift the same key gives "!" here and something else elsewhere.
  const digit = /^(?:Digit|Numpad)([1-3])$/.exec(code)?.[1] ?? (/^[1-3]$/.test(key) ? key : undefined);
  if (digit) return { kind: shiftKey ? "mark" : "choose", at: Number(digit) - 1 };
  const kind = NAMED[key] ?? (shiftKey ? undefined : LETTERS[key.toLowerCase()]);
  return kind ? { kind } : null;
}
