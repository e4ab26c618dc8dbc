import { diffArrays } from "diff";

/** From `from` to `to` of the one row of tokens stands what is from `start` to `end` of the other; all else is kept. */
export type Edit = { from: number; to: number; start: number; end: number };

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+|[\s\S]/gu;
/** The diff's work grows with the square of what differs; texts that differ in more are replaced from first to last. */
const MOST = 1500;

/** Words, and whatever stands between them sign by sign: put together again they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** The fewest words to take away and put in that make the one row of tokens the other. */
export function editsBetween(before: readonly string[], after: readonly string[]): Edit[] {
  const ahead = sameAhead(before, after);
  const behind = sameBehind(before, after, ahead);
  const [old, now] = [before.slice(ahead, before.length - behind), after.slice(ahead, after.length - behind)];
  if (old.length === 0 && now.length === 0) return [];
  const parts = diffArrays(old, now, { maxEditLength: MOST });
  if (!parts) return [{ from: ahead, to: ahead + old.length, start: ahead, end: ahead + now.length }];
  const edits: Edit[] = [];
  let [at, on] = [ahead, ahead];
  for (const { added, removed, count } of parts) {
    const last = edits.at(-1);
    const isBeside = last?.to === at && last.end === on;
    const edit = isBeside ? last : { from: at, to: at, start: on, end: on };
    if (!isBeside && (added || removed)) edits.push(edit);
    if (!added) at += count;
    if (!removed) on += count;
    if (removed) edit.to = at;
    if (added) edit.end = on;
  }
  return edits;
}

function sameAhead(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count++;
  return count;
}

function sameBehind(before: readonly string[], after: readonly string[], ahead: number): number {
  const most = Math.min(before.length, after.length) - ahead;
  let count = 0;
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count++;
  return count;
}

/** For people: two changes with no word between them are one. */
export function readable(edits: readonly Edit[], before: readonly string[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const between = last ? before.slice(last.to, edit.from) : [];
    const isReplaced = (one: Edit) => one.to > one.from && one.end > one.start;
    const isOne = between.every((token) => /^\s$/.test(token)) && last && (isReplaced(last) || isReplaced(edit));
    if (last && isOne) {
      last.to = edit.to;
      last.end = edit.end;
    } else joined.push({ ...edit });
  }
  return joined;
}
