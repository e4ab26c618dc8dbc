import type { Entry } from "./rows";

/**
 * A piece of the way through both texts: an entry that both have in the same order (`isKept`), or what is between two of
 * those. Where something moved over a short way, all it passed is one piece with it.
 */
export type Piece = { isKept: boolean; before: Entry[]; after: Entry[] };

export function joined(pieces: readonly Piece[]): Piece {
  const [before, after] = [pieces.flatMap((piece) => piece.before), pieces.flatMap((piece) => piece.after)];
  return { isKept: false, before, after };
}
