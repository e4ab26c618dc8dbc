import { type Block, textOf } from "../document";
import { isFootnote } from "../notes";
import { readsAs } from "./hash";
import { longestRising } from "./longest";
import { withTheirNotes } from "./note-pieces";
import { joined, type Piece } from "./piece";
import { type Blocks, type Entry, isBlock, type Row, rowsOf } from "./rows";
import type { ProposedBlock, Run } from "./shapes";

/** Farther away a moved paragraph is one taken away and one put in. */
const SHORT_WAY = 6;

/**
 * What somebody has changed, as runs that can each be accepted by itself: `edited` is `base` with all of them applied. Rows
 * and columns of tables are not suggested, only the blocks in cells; a table whose form is another is passed over. [G3]
 */
export function runsBetween(base: Blocks, edited: Blocks): Run[] {
  return changesBetween(base, edited).map(({ run }) => run);
}

/** A run, and the edited text's own blocks that it stands for. */
export type Change = { run: Run; made: Block[] };

export function changesBetween(base: Blocks, edited: Blocks): Change[] {
  const before = new Map(rowsOf(base).map((row) => [row.name, row]));
  return rowsOf(edited).flatMap((after) => {
    const row = before.get(after.name);
    return row ? runsInRow(row, after) : [];
  });
}

function runsInRow(before: Row, after: Row): Change[] {
  if (isSame(before.entries, after.entries)) return [];
  const pieces = withTheirNotes(united(shortMoves(piecesOf(before.entries, after.entries))));
  const runs: Change[] = [];
  let previous: string | null = null;
  for (const [index, piece] of pieces.entries()) {
    const isOfTables = !piece.before.every(isBlock) || !piece.after.every(isBlock);
    // Behind nothing in a cell is no place that can be named: what is put in there stands before the first block.
    const isNameless = before.name !== "" && previous === null && piece.before.length === 0 && !piece.isKept;
    const next = pieces[index + 1];
    if (isNameless && next) {
      next.after = [...piece.after, ...next.after];
      next.isKept = false;
    } else if (!isOfTables && !(piece.isKept && isSame(piece.before, piece.after))) runs.push(runOf(piece, previous));
    previous = piece.before.at(-1)?.id ?? previous;
  }
  return runs;
}

function isSame(before: readonly Entry[], after: readonly Entry[]): boolean {
  return before.length === after.length && before.every((entry, at) => isSameEntry(entry, after[at]));
}

function isSameEntry(entry: Entry, other: Entry | undefined): boolean {
  if (entry === other) return true;
  if (entry.id !== other?.id || entry.type !== other.type) return false;
  return entry.type === "table" || (other.type === "block" && readsAs(entry, other));
}

function runOf({ before, after }: Piece, previous: string | null): Change {
  const base = before.filter(isBlock);
  const own = new Set(base.map(({ id }) => id));
  const proposed = after.filter(isBlock).map(({ type: _, id, ...block }): ProposedBlock => {
    if (own.delete(id)) return { ...block, id };
    return { ...block, id: null, ...(isFootnote(block) ? { note: id } : {}) };
  });
  return { run: { after: previous, base, proposed }, made: after.filter(isBlock) };
}

function piecesOf(before: readonly Entry[], after: readonly Entry[]): Piece[] {
  const placeIn = new Map(before.map(({ id }, at) => [id, at]));
  const seen = new Set<string>();
  const shared = after.flatMap((entry, at) => {
    const from = placeIn.get(entry.id);
    if (from === undefined || seen.has(entry.id)) return [];
    seen.add(entry.id);
    return [{ from, at }];
  });
  const kept = longestRising(shared.map(({ from }) => from)).flatMap((index) => shared[index] ?? []);
  const pieces: Piece[] = [];
  let [from, at] = [0, 0];
  for (const anchor of [...kept, { from: before.length, at: after.length }]) {
    const between = { isKept: false, before: before.slice(from, anchor.from), after: after.slice(at, anchor.at) };
    if (between.before.length + between.after.length > 0) pieces.push(between);
    const [one, other] = [before[anchor.from], after[anchor.at]];
    if (one && other) pieces.push({ isKept: true, before: [one], after: [other] });
    [from, at] = [anchor.from + 1, anchor.at + 1];
  }
  return pieces;
}

/** What moved past a few neighbours is one piece with them, so that it keeps its id and its links. */
function shortMoves(pieces: Piece[]): Piece[] {
  for (let from = 0; from < pieces.length; from++) {
    const piece = pieces[from];
    if (!piece || piece.isKept) continue;
    const reach = pieces.slice(from + 1, from + SHORT_WAY);
    const to = reach.findLastIndex((other) => !other.isKept && (isMoved(piece, other) || isMoved(other, piece)));
    const passed = pieces.slice(from, from + to + 2);
    if (to >= 0 && passed.every(({ before, after }) => [...before, ...after].every(isBlock)))
      pieces.splice(from, passed.length, joined(passed));
  }
  return pieces;
}

function isMoved(one: Piece, other: Piece): boolean {
  const ids = new Set(one.before.map(({ id }) => id));
  return other.after.some(({ id }) => ids.has(id));
}

/** A paragraph that was split or joined is one piece with what its words came from, or went to. */
function united(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && !(last.isKept && piece.isKept) && sharesWords(last, piece)) found.splice(-1, 1, joined([last, piece]));
    else found.push({ ...piece });
  }
  return found;
}

/** Words that one has lost are in the other now: half of what it has got, or half of what was lost. */
function sharesWords(one: Piece, other: Piece): boolean {
  const isMuch = (from: Piece, to: Piece) => {
    const [lost, got] = [
      without(wordsIn(from.before), wordsIn(from.after)),
      without(wordsIn(to.after), wordsIn(to.before)),
    ];
    const shared = total([...lost].map(([word, count]) => Math.min(count, got.get(word) ?? 0)));
    return shared > 0 && (shared * 2 >= total(got.values()) || shared * 2 >= total(lost.values()));
  };
  return isMuch(one, other) || isMuch(other, one);
}

function wordsIn(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => (isBlock(entry) ? words(entry) : []));
}

const known = new WeakMap<Block, string[]>();

function words(block: Block): string[] {
  const found = known.get(block) ?? textOf(block).match(/[\p{L}\p{N}]+/gu) ?? [];
  known.set(block, found);
  return found;
}

/** How often each word is in the one more than in the other. */
function without(all: readonly string[], left: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) - 1);
  return new Map([...counts].filter(([, count]) => count > 0));
}

function total(counts: Iterable<number>): number {
  return [...counts].reduce((sum, count) => sum + count, 0);
}
