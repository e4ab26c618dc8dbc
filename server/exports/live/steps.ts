import type { Block } from "../../../app/document-model/document";
import {
  BOUNDARY,
  editsInLetters,
  keptLetters,
  type Letter,
  lettersOf,
} from "../../../app/document-model/suggestions/rich";

/** A block as the text or a suggestion has it. */
export type Looks = Pick<Block, "kind" | "level" | "content"> & { id: string | null };

/** A place in the text as it is now: a letter of one of its blocks. */
type At = { block: Looks; letter: number };

/**
 * A letter on the way from the text to what is proposed, or the end of a paragraph. `at`: where it stands in the text now;
 * what comes stands at no place of it. `was`: the letter before it got other looks.
 */
export type Step = { how: "kept" | "removed" | "added"; at: At | null } & (
  | { is: "letter"; letter: Letter; was?: Letter }
  | { is: "end"; before: Looks | null; after: Looks | null }
);

type Placed = { letter: Letter; block: Looks; index: number };

/** From blocks to blocks, letter by letter, the end of each paragraph counting as one. Without a change all is kept. */
export function stepsBetween(base: readonly Looks[], proposed: readonly Looks[]): Step[] {
  const [before, after] = [rowOf(base), rowOf(proposed)];
  const edits = editsInLetters(lettersIn(before), lettersIn(after), true);
  const kept = new Map(keptLetters(edits, before.length, after.length));
  const steps: Step[] = [];
  let at = 0;
  for (const edit of [...edits, { from: before.length, to: before.length, start: 0, end: 0 }]) {
    for (; at < edit.from; at++) steps.push(...stepOf("kept", before[at], after[kept.get(at) ?? -1]));
    for (; at < edit.to; at++) steps.push(...stepOf("removed", before[at], undefined));
    for (const placed of after.slice(edit.start, edit.end)) steps.push(...stepOf("added", undefined, placed));
  }
  return [...steps, lastEnd(base, proposed)];
}

/** The end of the last paragraph stays with it; where all goes, or all comes, it goes and comes too. */
function lastEnd(base: readonly Looks[], proposed: readonly Looks[]): Step {
  const [before, after] = [base.at(-1) ?? null, proposed.at(-1) ?? null];
  const how = before === null ? "added" : after === null ? "removed" : "kept";
  return { is: "end", how, before, after, at: before && { block: before, letter: lettersOf(before.content).length } };
}

function rowOf(blocks: readonly Looks[]): Placed[] {
  return blocks.flatMap((block, index) => {
    const own = lettersOf(block.content).map((letter, at): Placed => ({ letter, block, index: at }));
    const isLast = index === blocks.length - 1;
    return isLast ? own : [...own, { letter: BOUNDARY, block, index: own.length }];
  });
}

function lettersIn(placed: readonly Placed[]): Letter[] {
  return placed.map(({ letter }) => letter);
}

function stepOf(how: Step["how"], before: Placed | undefined, after: Placed | undefined): Step[] {
  const one = after ?? before;
  if (!one) return [];
  const at = before ? { block: before.block, letter: before.index } : null;
  if (one.letter.text === BOUNDARY.text)
    return [{ is: "end", how, at, before: before?.block ?? null, after: after?.block ?? null }];
  const was = before && after ? { was: before.letter } : {};
  return [{ is: "letter", how, at, letter: one.letter, ...was }];
}
