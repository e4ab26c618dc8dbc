import { blocksOf } from "./content";
import type { IncomingBlock, IncomingInline, IncomingPart } from "./shapes";

/** A note belongs to words: those just before the place where its number stood. False: there are none. */
export function noteLastWord(content: IncomingInline[], id: string): boolean {
  let index = content.length - 1;
  while (index >= 0 && !hasWord(content[index])) index -= 1;
  const run = content[index];
  if (!run || "break" in run) return false;
  const { text, ...look } = run;
  // Of two numbers side by side the second belongs to the same words as the first.
  const from = look.notes ? 0 : lastWordAt(text);
  const before = text.slice(0, from);
  const noted = { text: text.slice(from).trimEnd(), ...look, notes: [...(look.notes ?? []), id] };
  const after = text.slice(before.length + noted.text.length);
  const pieces = [...(before ? [{ text: before, ...look }] : []), noted, ...(after ? [{ text: after, ...look }] : [])];
  content.splice(index, 1, ...pieces);
  return true;
}

function lastWordAt(text: string): number {
  return text.trimEnd().lastIndexOf(" ") + 1;
}

function hasWord(inline: IncomingInline | undefined): boolean {
  return inline !== undefined && "text" in inline && inline.text.trim() !== "";
}

/**
 * Each note stands after the block or table of its first reference, or after the list that is in: between its items it
 * would begin their numbers anew. Those that nothing refers to come last.
 */
export function placeNotes(parts: readonly IncomingPart[], notes: ReadonlyMap<string, IncomingBlock>): IncomingPart[] {
  const unplaced = new Map(notes);
  const placed: IncomingPart[] = [];
  let held: IncomingBlock[] = [];
  for (const part of parts) {
    if (!isItem(part)) placed.push(...held.splice(0));
    placed.push(part);
    for (const id of notedIn(part)) {
      const note = unplaced.get(id);
      if (note) held.push(note);
      unplaced.delete(id);
    }
    if (isItem(part)) continue;
    placed.push(...held);
    held = [];
  }
  return [...placed, ...held, ...unplaced.values()];
}

function isItem(part: IncomingPart): boolean {
  return part.type === "block" && (part.kind === "bullet" || part.kind === "ordered");
}

function* notedIn(part: IncomingPart): Generator<string> {
  for (const { content } of blocksOf([part]))
    for (const inline of content) if ("text" in inline) yield* inline.notes ?? [];
}
