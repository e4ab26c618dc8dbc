import type { Block } from "../document";
import { BOUNDARY, editsInLetters, inOneRow, keptLetters, type Letter, lettersOf, looksAlike } from "./rich";
import type { ProposedBlock } from "./shapes";

/**
 * What stays, goes and comes between a run's base and what is proposed, in one line of reading. `from` and `on`: where it
 * begins in the base and in the proposal, in letters, a paragraph's end counting as one. Words that stay and look otherwise
 * are `reformatted`.
 */
export type Piece = {
  kind: "kept" | "removed" | "added";
  text: string;
  from: number;
  on: number;
  formats: Letter["formats"];
  isReformatted?: true;
};

/** How the end of a paragraph is shown where it goes or comes. */
const PARAGRAPH_SIGN = "¶";

type Sided = { base: readonly Pick<Block, "content">[]; proposed: readonly Pick<ProposedBlock, "content">[] };

export function piecesOf({ base, proposed }: Sided): Piece[] {
  const before = inOneRow(base.map(({ content }) => lettersOf(content)));
  const after = inOneRow(proposed.map(({ content }) => lettersOf(content)));
  const edits = editsInLetters(before, after, true);
  const pieces: Piece[] = [];
  const kept = new Map(keptLetters(edits, before.length, after.length));
  let [at, on] = [0, 0];
  for (const edit of [...edits, { from: before.length, to: before.length, start: 0, end: 0 }]) {
    for (; at < edit.from; at++, on++) keep(pieces, { from: at, on }, before[at], after[kept.get(at) ?? -1]);
    for (const letter of before.slice(edit.from, edit.to)) put(pieces, "removed", letter, { from: at++, on });
    for (const letter of after.slice(edit.start, edit.end)) put(pieces, "added", letter, { from: at, on: on++ });
  }
  return pieces;
}

type At = Pick<Piece, "from" | "on">;

function keep(pieces: Piece[], at: At, letter: Letter | undefined, now: Letter | undefined): void {
  if (!letter) return;
  const isReformatted = now !== undefined && !looksAlike(letter.formats, now.formats);
  put(pieces, "kept", isReformatted ? { ...letter, formats: now.formats } : letter, at, isReformatted);
}

function put(pieces: Piece[], kind: Piece["kind"], letter: Letter, at: At, isReformatted = false): void {
  const text = shown(letter, kind);
  const last = pieces.at(-1);
  const isMore =
    last?.kind === kind && (last.isReformatted ?? false) === isReformatted && looksAlike(last.formats, letter.formats);
  if (last && isMore) last.text += text;
  else pieces.push({ kind, text, ...at, formats: letter.formats, ...(isReformatted ? { isReformatted: true } : {}) });
}

function shown({ text, isBreak }: Letter, kind: Piece["kind"]): string {
  if (isBreak) return "\n";
  if (text !== BOUNDARY.text) return text;
  return kind === "kept" ? "\n" : `${PARAGRAPH_SIGN}\n`;
}
