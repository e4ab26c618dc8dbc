import type { Inline } from "../document";
import { isFootnote } from "../notes";
import { joined, type Piece } from "./piece";
import { type Entry, isBlock } from "./rows";

/** Between a footnote and its words stand other footnotes of the same paragraph, and nothing else. */
const FARTHEST = 12;

/** A footnote that comes or goes is one piece with the words it comes to or goes from: the one is nothing without the other. [G3] */
export function withTheirNotes(pieces: Piece[]): Piece[] {
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    const notes = piece && !piece.isKept ? comingOrGoing(piece) : [];
    if (notes.length === 0) continue;
    const from = Math.max(0, at - FARTHEST);
    const first = pieces.slice(from, at).findIndex((other) => notes.some((id) => hasWordsOf(other, id)));
    if (first < 0) continue;
    const passed = pieces.slice(from + first, at + 1);
    if (!passed.every(({ before, after }) => [...before, ...after].every(isBlock))) continue;
    pieces.splice(from + first, passed.length, joined(passed));
    at = from + first;
  }
  return pieces;
}

function comingOrGoing({ before, after }: Piece): string[] {
  const [were, are] = [notesAmong(before), notesAmong(after)];
  return [...were.filter((id) => !are.includes(id)), ...are.filter((id) => !were.includes(id))];
}

function notesAmong(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => (isBlock(entry) && isFootnote(entry) ? [entry.id] : []));
}

function hasWordsOf({ before, after }: Piece, id: string): boolean {
  const has = (inline: Inline) => "text" in inline && inline.notes?.includes(id) === true;
  return [...before, ...after].some((entry) => isBlock(entry) && entry.content.some(has));
}
