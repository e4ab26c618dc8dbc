import * as Y from "yjs";
import type { Block, Inline } from "../document";
import { noteMark } from "../note-marks";
import { type Edit, editsBetween, readable, tokensOf } from "./edits";

/** Formats as Yjs has them: name → value. Those of comments and whatever else is not a block's own stand among them. */
export type Formats = Readonly<Record<string, unknown>>;

/** One letter as Yjs counts them, with how it looks; a line break counts as one. */
export type Letter = { text: string; formats: Formats; isBreak?: true };

/** What no keyboard has: so a break is no letter, and no word goes on from one paragraph into the next. */
const BREAK: Letter = { text: "\uFFFC", formats: {}, isBreak: true };
export const BOUNDARY: Letter = { text: "\u2029", formats: {} };

/** What stands in a block of the live document, with all its formats. */
export function lettersIn(element: Y.XmlElement): Letter[] {
  return element.toArray().flatMap((child): Letter[] => {
    if (child instanceof Y.XmlText) return lettersOfText(child, 0);
    return child instanceof Y.XmlElement ? [BREAK] : [];
  });
}

export function lettersOfText(text: Y.XmlText, from: number): Letter[] {
  const delta: { insert?: unknown; attributes?: Formats }[] = text.toDelta();
  const letters = delta.flatMap(({ insert, attributes = {} }) =>
    typeof insert === "string" ? spelled(insert, attributes) : [],
  );
  return letters.slice(from);
}

/** The same of a block as a value. */
export function lettersOf(content: Block["content"]): Letter[] {
  return content.flatMap((inline) => ("text" in inline ? spelled(inline.text, formatsOf(inline)) : [BREAK]));
}

function spelled(text: string, formats: Formats): Letter[] {
  return text.split("").map((one) => ({ text: one, formats }));
}

function formatsOf(run: Extract<Inline, { text: string }>): Formats {
  return {
    ...(run.href ? { link: { href: run.href } } : {}),
    ...(run.bold ? { bold: {} } : {}),
    ...(run.italic ? { italic: {} } : {}),
    ...Object.fromEntries((run.notes ?? []).map((id) => [noteMark(id), { id }])),
  };
}

/** The fewest words that differ, counted in letters; for people, such that no lone white space parts two changes. */
export function editsInLetters(before: readonly Letter[], after: readonly Letter[], isForPeople = false): Edit[] {
  const [old, now] = [before, after].map((letters) => tokensOf(letters.map(({ text }) => text).join("")));
  if (!old || !now) return [];
  const [from, to] = [placesOf(old), placesOf(now)];
  const edits = editsBetween(old, now);
  return (isForPeople ? readable(edits, old) : edits).map((edit) => ({
    from: from[edit.from] ?? 0,
    to: from[edit.to] ?? 0,
    start: to[edit.start] ?? 0,
    end: to[edit.end] ?? 0,
  }));
}

function placesOf(tokens: readonly string[]): number[] {
  const places = [0];
  for (const token of tokens) places.push((places.at(-1) ?? 0) + token.length);
  return places;
}

/** For each letter that stays, which one it is of the other row. */
export function* keptLetters(edits: readonly Edit[], before: number, after: number): Generator<[number, number]> {
  let [at, on] = [0, 0];
  for (const edit of [...edits, { from: before, to: before, start: after, end: after }]) {
    for (; at < edit.from; at++, on++) yield [at, on];
    [at, on] = [edit.to, edit.end];
  }
}

/** Several blocks' letters, with a sign between two of them that no word goes over. */
export function inOneRow(rows: readonly (readonly Letter[])[]): Letter[] {
  return rows.flatMap((letters, index) => (index === 0 ? letters : [BOUNDARY, ...letters]));
}

/** Runs of letters that look the same. */
export function runsOf(letters: readonly Letter[]): Letter[] {
  const runs: Letter[] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    const isOne = last && !last.isBreak && !letter.isBreak && looksAlike(last.formats, letter.formats);
    if (isOne) last.text += letter.text;
    else runs.push({ ...letter });
  }
  return runs;
}

export function looksAlike(one: Formats, other: Formats): boolean {
  return one === other || changesBetween(one, other) === null;
}

/** What of the formats is to be set, and taken away by null, to have these instead. */
export function changesBetween(now: Formats, wanted: Formats): Formats | null {
  const gone = Object.keys(now).filter((name) => !(name in wanted));
  const other = Object.entries(wanted).filter(([name, value]) => JSON.stringify(now[name]) !== JSON.stringify(value));
  if (gone.length === 0 && other.length === 0) return null;
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(other) };
}

/** Formats that a suggestion may speak of; the rest, a comment's mark, is the text's own and stays with its words. */
function isSuggested(name: string): boolean {
  return name === "bold" || name === "italic" || name === "link" || name.startsWith("note--");
}

/** The formats of words that stay: those the suggestion speaks of as it says, the others as they are. */
export function united(now: Formats, wanted: Formats): Formats {
  const own = Object.entries(now).filter(([name]) => !isSuggested(name));
  return own.length === 0 ? wanted : { ...Object.fromEntries(own), ...wanted };
}
