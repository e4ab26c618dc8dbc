import { expect, test } from "vitest";
import type { Block, Inline } from "./document";
import { isAttribute, isMark } from "./names";
import { noteMark } from "./note-marks";
import { noteEnds, noteNumbers } from "./notes";

const block = (id: string, content: Inline[], kind: Block["kind"] = "paragraph"): Block => ({
  type: "block",
  id,
  kind,
  level: 0,
  content,
});
const footnote = (id: string) => block(id, [{ text: "En note" }], "footnote");
const words = (text: string, ...notes: string[]): Inline => (notes.length > 0 ? { text, notes } : { text });

test("[E12] numbers follow the order in which the words of the notes end, not the order of the notes", () => {
  const blocks = [
    footnote("note-b"),
    block("first1", [words("Vi støtter "), words("forslaget", "note-a"), words(" og "), words("fristen", "note-b")]),
    block("second", [words("Igen "), words("forslaget", "note-a")]),
    footnote("note-a"),
    footnote("orphan"),
  ];
  expect(Object.fromEntries(noteNumbers({ blocks }))).toEqual({ "note-a": 1, "note-b": 2 });
});

test("[E12] notes that end at one word are numbered in the order of their texts; what has no text has no number", () => {
  const one = block("first1", [words("Alt", "gone-1", "note-b", "note-a")]);
  const blocks = [one, footnote("note-a"), footnote("note-b"), block("note-c", [words("a", "note-c")], "footnote")];
  expect(Object.fromEntries(noteNumbers({ blocks }))).toEqual({ "note-a": 1, "note-b": 2 });
});

test("[E12] a note goes on over bold words and ends at a line break", () => {
  const over = block("first1", [
    words("et ", "note-a"),
    { text: "fedt", bold: true, notes: ["note-a"] },
    words(" ord"),
  ]);
  expect(noteEnds(over)).toEqual([{ id: "note-a", at: 7 }]);
  const broken = block("first1", [words("et", "note-a"), { break: true }, words("ord", "note-a")]);
  expect(noteEnds(broken)).toEqual([
    { id: "note-a", at: 2 },
    { id: "note-a", at: 6 },
  ]);
});

test("[E8] [E12] a note's mark is judged by its name, which is made of the footnote's id, and by that id", () => {
  expect(isMark(noteMark("footnote-01"), { id: "footnote-01" })).toBe(true);
  expect(isMark(noteMark("footnote-01"), null)).toBe(true);
  expect(isMark(noteMark("footnote-01"), { id: "footnote-02" })).toBe(false);
  expect(isMark(noteMark("footnote-01"), { id: "footnote-01", more: 1 })).toBe(false);
  expect(isMark("note", { id: "footnote-01" })).toBe(false);
  expect(isMark("note", null)).toBe(false);
  expect(isMark("note--short", null)).toBe(false);
  expect(isMark(noteMark("x"), { id: "x" })).toBe(false);
});

test("[E8] a quote names a clause by its id and the wording that was seen by a fingerprint, nothing else", () => {
  expect(isAttribute("block", "of", "11111111-1111-4111-8111-111111111111")).toBe(true);
  expect(isAttribute("block", "of", "3.2")).toBe(false);
  expect(isAttribute("block", "seen", "0123456789abcdef")).toBe(true);
  expect(isAttribute("block", "seen", "0123")).toBe(false);
  expect(isAttribute("table", "of", "11111111-1111-4111-8111-111111111111")).toBe(false);
});
