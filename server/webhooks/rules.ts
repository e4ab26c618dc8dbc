const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WAITS = [1 * MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];

/** After so many tries in vain, how long until the next one; null: it is given up. [T8] */
export function waitAfter(tries: number): number | null {
  return WAITS[tries - 1] ?? null;
}

const MOST_SHOWN = 200;

/** How an answer begins, as words on one line that are not markup to anybody; empty where it is no text. [T22] */
export function beginningOf(bytes: Uint8Array = new Uint8Array()): string {
  if (bytes.includes(0)) return "";
  const text = new TextDecoder().decode(bytes, { stream: true });
  const words = text.replace(/[\p{C}\s]+/gu, " ").trim();
  if (words.split("\ufffd").length - 1 > words.length / 10) return "";
  const shown = [...words].slice(0, MOST_SHOWN).join("");
  return shown.length < words.length ? `${shown} …` : shown;
}

/** What was delivered is forgotten after so long; what was not can still be sent. */
export const KEPT_MS = 90 * 24 * HOUR;

/** More addresses than this no municipality has use for, and each is called for everything that happens. */
export const MOST_ADDRESSES = 20;
