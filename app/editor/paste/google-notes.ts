import { newBlockId } from "../../document-model/block-id";
import { blocksOf, ordinary } from "../../document-model/incoming/content";
import { noteLastWord, placeNotes } from "../../document-model/incoming/notes";
import type { IncomingBlock, IncomingInline, IncomingPart } from "../../document-model/incoming/shapes";

/**
 * Google's HTML has neither its footnotes nor their numbers; they stand in a form of its own beside it on the clipboard: the
 * whole text once more with a "#" for each number, and the notes' texts. Both are read in step to find the places. [E22]
 */
type GoogleNotes = { text: string; notes: string[] };
const LONGEST = 5 * 1024 * 1024;

/** Null when there are none, or when it is not what it was. */
export function readGoogleNotes(wrapped: string): GoogleNotes | null {
  if (wrapped === "" || wrapped.length > LONGEST) return null;
  try {
    const outer: unknown = JSON.parse(wrapped);
    const inner: unknown = JSON.parse(String(member(outer, "data")));
    const slice = member(inner, "resolved") ?? inner;
    const text = member(slice, "dsl_spacers");
    const notes = noteTexts(slice);
    return typeof text === "string" && notes.length > 0 ? { text, notes } : null;
  } catch {
    return null;
  }
}

function noteTexts(slice: unknown): string[] {
  const styles = member(slice, "dsl_styleslices");
  const footnotes = Array.isArray(styles) ? styles.find((each) => member(each, "stsl_type") === "footnote") : null;
  const named = member(footnotes, "stsl_styles");
  const related = member(slice, "dsl_relateddocslices");
  return (Array.isArray(named) ? named : []).flatMap((each) => {
    const text = member(member(related, String(member(each, "fs_id"))), "dsl_spacers");
    return typeof text === "string" ? [ordinary(text).trim()] : [];
  });
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The same text with its notes; those whose place is not found come last, without words. */
export function withGoogleNotes(parts: readonly IncomingPart[], { text, notes }: GoogleNotes): IncomingPart[] {
  const blocks = new Map<string, IncomingBlock>();
  const ids = notes.map((words) => {
    const id = newBlockId();
    blocks.set(id, { type: "block", kind: "footnote", level: 0, id, content: words ? [{ text: words }] : [] });
    return id;
  });
  const places = placesOf(parts, text);
  for (const [index, { block, at }] of places.entries()) {
    const id = ids[index];
    if (id !== undefined) noteAt(block, at, id);
  }
  return placeNotes(parts, blocks);
}

type Place = { block: IncomingBlock; at: number };
const SIGN = "#";

/** White space and signs of control differ between the two; all other characters are the same, one by one. */
function placesOf(parts: readonly IncomingPart[], text: string): Place[] {
  const wanted = [...text].filter(isSeen);
  const places: Place[] = [];
  let next = 0;
  let last: Place | null = null;
  for (const { block, at, character } of charactersOf(parts)) {
    while (wanted[next] === SIGN && character !== SIGN) {
      if (last) places.push(last);
      next += 1;
    }
    if (wanted[next] !== character) break;
    next += 1;
    last = { block, at: at + character.length };
  }
  for (; wanted[next] === SIGN && last; next += 1) places.push(last);
  return places;
}

function isSeen(character: string): boolean {
  return ordinary(character).trim() !== "";
}

function* charactersOf(parts: readonly IncomingPart[]): Generator<Place & { character: string }> {
  for (const block of blocksOf(parts)) {
    let at = 0;
    for (const inline of block.content) {
      const text = "text" in inline ? inline.text : "\n";
      for (const character of text) {
        if (isSeen(character)) yield { block, at, character };
        at += character.length;
      }
    }
  }
}

/** Marks the word that ends there. */
function noteAt(block: IncomingBlock, at: number, id: string): void {
  const before: IncomingInline[] = [];
  const after: IncomingInline[] = [];
  let passed = 0;
  for (const inline of block.content) {
    const length = "text" in inline ? inline.text.length : 1;
    const cut = at - passed;
    passed += length;
    if (cut >= length) before.push(inline);
    else if (cut <= 0 || !("text" in inline)) after.push(inline);
    else {
      before.push({ ...inline, text: inline.text.slice(0, cut) });
      after.push({ ...inline, text: inline.text.slice(cut) });
    }
  }
  noteLastWord(before, id);
  block.content = [...before, ...after];
}
