import type { IncomingBlock, IncomingInline, IncomingPart, IncomingRun } from "./shapes";

export function plainText(block: Pick<IncomingBlock, "content">): string {
  return block.content.map((inline) => ("text" in inline ? inline.text : "\n")).join("");
}

/** Every block in reading order, those in cells too. */
export function* blocksOf(parts: readonly IncomingPart[]): Generator<IncomingBlock> {
  for (const part of parts) {
    if (part.type === "block") yield part;
    else for (const row of part.rows) for (const cell of row) yield* cell.blocks;
  }
}

type Look = Omit<IncomingRun, "text">;

/** Adds words to those that look alike, or begins a run. White space is one space, and none at the start of a line. */
export function addWords(content: IncomingInline[], words: string, look: Look): void {
  const last = content.at(-1);
  const isStart = !last || "break" in last || last.text.endsWith(" ");
  const text = isStart ? words.replace(/^ /, "") : words;
  if (text === "") return;
  if (last && "text" in last && looksAlike(last, look)) last.text += text;
  else content.push({ text, ...look });
}

function looksAlike(run: IncomingRun, look: Look): boolean {
  return (
    run.bold === look.bold &&
    run.italic === look.italic &&
    run.href === look.href &&
    run.notes?.join() === look.notes?.join()
  );
}

/** No space and no break at the end, none of either at the start. */
export function trimmed(content: readonly IncomingInline[]): IncomingInline[] {
  const kept = [...content];
  while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  while (kept.length > 0 && isBlank(kept[0])) kept.shift();
  const last = kept.at(-1);
  if (last && "text" in last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  const first = kept[0];
  if (first && "text" in first) kept[0] = { ...first, text: first.text.trimStart() };
  return kept;
}

function isBlank(inline: IncomingInline | undefined): boolean {
  return inline !== undefined && ("break" in inline || inline.text.trim() === "");
}

/** Where all of it is bold, that is how its kind looks and says nothing. */
export function withoutAllBold(content: readonly IncomingInline[]): IncomingInline[] {
  const isAllBold = content.every((inline) => "break" in inline || inline.bold || inline.text.trim() === "");
  if (!isAllBold) return [...content];
  return content.map((inline) => {
    if ("break" in inline) return inline;
    const { bold: _, ...plain } = inline;
    return plain;
  });
}

const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
/** Soft hyphens, zero-width signs and marks of direction: invisible, and in the way of every search. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** Non-breaking spaces, tabs and line ends of the source are spaces; what cannot be seen is not there. */
export function ordinary(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, "").replace(CONTROL, "").replace(SPACES, " ");
}
