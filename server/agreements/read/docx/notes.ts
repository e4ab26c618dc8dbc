import { cleanCharacters } from "../clean";
import type { Line } from "../lines";
import { createFields } from "./fields";
import { createNotes, type NoteKind, raised } from "./note-marks";
import { HOLLOW, type Reading, textOf } from "./paragraph";
import { type Element, readXml } from "./xml";

/** One line a note, beginning with its number raised, which is how the reader of lines knows it. */
export function noteLines(parts: { footnotes: string | null; endnotes: string | null }, reading: Reading): Line[] {
  const marked = reading.notes.marked();
  if (marked.length === 0) return [];
  const texts = {
    footnote: readNotes(parts.footnotes, "footnote"),
    endnote: readNotes(parts.endnotes, "endnote"),
  };
  return marked.flatMap(({ kind, id, number, page }, index) => {
    const paragraphs = texts[kind].get(id) ?? [];
    // A note names no notes, and its fields and pages are its own.
    const own = { ...reading, fields: createFields(), page: { now: page, isKnown: false }, notes: createNotes() };
    const words = paragraphs.map((paragraph) => textOf(paragraph, own).text).join(" ");
    const text = cleanCharacters(words.toWellFormed()).replace(/\s+/g, " ").trim();
    if (text === "") return [];
    const line = { indent: 0, gap: index === 0 ? 1 : 0, opensPage: false, page, level: 0, row: null };
    return [{ ...line, text: `${raised(number)} ${text}` }];
  });
}

/** Id → the paragraphs of that note, or comment. */
export function readNotes(xml: string | null, kind: NoteKind | "comment"): Map<string, Element[]> {
  const notes = new Map<string, Element[]>();
  const read = (note: Element) => notes.set(note.attributes["id"] ?? "", paragraphsIn(note));
  if (xml !== null) readXml(xml, { whole: new Set([`w:${kind}`]), hollow: HOLLOW, read });
  return notes;
}

export function paragraphsIn(element: Element): Element[] {
  return element.children.flatMap((each) => {
    if (typeof each === "string") return [];
    return each.name === "w:p" ? [each] : paragraphsIn(each);
  });
}
