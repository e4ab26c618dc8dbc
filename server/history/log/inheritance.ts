import type * as Y from "yjs";
import type { Range } from "../../../app/document-model/ranges";
import type { UserId } from "../../../db/ids";
import type { PerClock } from "./per-clock";
import { isLetters, type Piece } from "./pieces";
import { type Found, stretch, TakenAway } from "./taken-away";

/**
 * Yjs cannot move text: a split, a join, a moved paragraph, an undo and a restored passage write the same letters anew, in
 * the name of whoever pressed the key. They keep the author they had. Letters that somebody types one by one are new.
 */
type Given = { gone: PerClock; source: PerClock };

/** In one update so many letters that go and come are the same ones. */
const MOVED = 3;
/** So many letters that come back where they were are no chance. */
const CLEAR = 4;
const CUTS = 20;

export class Inheritance {
  readonly #given: Given;
  readonly #taken = new TakenAway();
  /** What each person took away last: that is what they put in again somewhere else. */
  readonly #cut = new Map<UserId | null, Piece[]>();

  constructor(given: Given) {
    this.#given = given;
  }

  /** Of one update: what it wrote and what it took away. */
  follow(who: UserId | null, inserted: readonly Piece[], deleted: readonly Piece[]): void {
    for (const piece of deleted) this.#taken.add(piece);
    const left = new Set(deleted);
    for (const piece of inserted) {
      const from = sameIn(left, piece) ?? this.#beside(piece) ?? this.#cutBy(who, piece);
      if (from) this.#give({ spans: from, from: 0, length: piece.text.length }, piece, 0);
      else this.#byStretches(deleted, piece);
    }
    const words = deleted.filter(({ text }) => text.length > 1);
    if (words.length > 0) this.#cut.set(who, [...(this.#cut.get(who) ?? []), ...words].slice(-CUTS));
  }

  #cutBy(who: UserId | null, { text }: Piece): Range[] | null {
    return this.#cut.get(who)?.findLast((cut) => cut.text === text)?.spans ?? null;
  }

  /** An undo puts letters right before those that it brings back. */
  #beside({ text, last }: Piece): Range[] | null {
    const found = lettersAfter(last, text);
    if (!found) return null;
    const { gone } = this.#given;
    const end = found.spans.at(-1);
    const isWhole = !found.next || !end || gone.get(...found.next) !== gone.get(end.client, end.clock + end.length - 1);
    // The first letter that somebody types in a word's place may be that word's first letter.
    return text.length >= CLEAR || isWhole ? found.spans : null;
  }

  #byStretches(deleted: readonly Piece[], piece: Piece): void {
    const { text } = piece;
    for (let at = 0; at + MOVED <= text.length; ) {
      const found = longest(deleted, text, at) ?? this.#taken.find(text, at);
      if (found) this.#give(found, piece, at);
      at += found?.length ?? 1;
    }
  }

  #give(found: Found, { spans }: Piece, at: number): void {
    const { source } = this.#given;
    const letters: Iterator<Letter, undefined> = lettersIn(found.spans, found.from, found.length);
    for (const [client, clock] of lettersIn(spans, at, found.length)) {
      const { value } = letters.next();
      if (value) source.set(client, clock, 1, source.get(value[0], value[1]));
    }
  }
}

function sameIn(left: Set<Piece>, { text }: Piece): Range[] | null {
  for (const piece of left) {
    if (piece.text !== text) continue;
    left.delete(piece);
    return piece.spans;
  }
  return null;
}

/** What goes on alike the longest in what went away in the same update. */
function longest(deleted: readonly Piece[], text: string, at: number): Found | null {
  let best: Found | null = null;
  const begin = text.slice(at, at + MOVED);
  for (const piece of deleted) {
    const from = piece.text.indexOf(begin);
    const found = from < 0 ? null : stretch(piece, from, text, at);
    if (found && found.length > (best?.length ?? 0)) best = found;
  }
  return best;
}

type Letter = [client: number, clock: number];

/** The text, spelled by what was taken away right after an item; `next`: the first letter after it that is gone, too. */
function lettersAfter(last: Y.Item, text: string): { spans: Range[]; next: Letter | null } | null {
  const spans: Range[] = [];
  let done = 0;
  for (let at = last.right; at; at = at.right) {
    if (!at.countable) continue;
    const { client, clock } = at.id;
    const isOver = done === text.length;
    if (!at.deleted || !isLetters(at)) return isOver ? { spans, next: null } : null;
    if (isOver) return { spans, next: [client, clock] };
    const length = Math.min(at.length, text.length - done);
    if (!text.startsWith(at.content.str.slice(0, length), done)) return null;
    spans.push({ client, clock, length });
    done += length;
    if (length < at.length) return { spans, next: [client, clock + length] };
  }
  return done === text.length ? { spans, next: null } : null;
}

function* lettersIn(spans: readonly Range[], from: number, length: number): Generator<Letter, undefined> {
  let [skip, left] = [from, length];
  for (const span of spans) {
    for (let at = Math.min(skip, span.length); at < span.length && left > 0; at++, left--)
      yield [span.client, span.clock + at];
    skip = Math.max(0, skip - span.length);
  }
  return undefined;
}
