import type { Range } from "../../../app/document-model/ranges";

/** Some letters of a text that is gone. */
export type Found = { spans: readonly Range[]; from: number; length: number };

type Gone = { text: string; spans: readonly Range[] };

/** So many letters in a row are not written twice by chance. */
const CERTAIN = 8;
/** Letters that are remembered: what is brought back was mostly taken away not long ago. */
const REMEMBERED = 200_000;
/** Longer than any text of one update. */
const STRIDE = 1_000_000;

/** What was taken away from a text, to be known again when it comes back. */
export class TakenAway {
  #pieces: Gone[] = [];
  #places = new Map<string, number>();
  #letters = 0;

  add(piece: Gone): void {
    const { text } = piece;
    if (text.length < CERTAIN) return;
    if (this.#letters > REMEMBERED) this.#forget();
    const place = (this.#pieces.push(piece) - 1) * STRIDE;
    for (let at = 0; at + CERTAIN <= text.length; at++) this.#places.set(text.slice(at, at + CERTAIN), place + at);
    this.#letters += text.length;
  }

  /** What `text` has from `at` on: the longest stretch that was taken away last, or nothing. */
  find(text: string, at: number): Found | null {
    const place = this.#places.get(text.slice(at, at + CERTAIN));
    if (place === undefined) return null;
    const gone = this.#pieces[Math.floor(place / STRIDE)];
    return gone ? stretch(gone, place % STRIDE, text, at) : null;
  }

  #forget(): void {
    this.#pieces = [];
    this.#places = new Map();
    this.#letters = 0;
  }
}

/** How far the two go on alike. */
export function stretch({ text: gone, spans }: Gone, from: number, text: string, at: number): Found {
  let length = 0;
  while (from + length < gone.length && at + length < text.length && gone[from + length] === text[at + length])
    length++;
  return { spans, from, length };
}
