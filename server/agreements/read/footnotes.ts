import type { Group } from "./grouping";
import type { Line } from "./lines";

/** Footnotes stay in the text; they are only kept from being read as points 1, 2, 3 of an agreement. */
const MARK_IN_TEXT = /\p{Ll}(\d{1,2})(?=[\s.,;:)]|$)/gu;
const SUPERSCRIPT_START = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2} ?\p{L}/u;

/** The numbers that stand glued to a word somewhere ("klynger1"): each may have a note of that number. */
export function footnoteMarks(lines: readonly Line[]): Set<string> {
  const marks = new Set<string>();
  for (const { text } of lines) {
    if (!/\d/.test(text.slice(0, 10_000))) continue;
    for (const match of text.slice(0, 10_000).matchAll(MARK_IN_TEXT)) if (match[1]) marks.add(match[1]);
  }
  return marks;
}

export function isFootnote(group: Group, marks: ReadonlySet<string>): boolean {
  if (group.level > 0) return false;
  if (SUPERSCRIPT_START.test(group.lines[0]?.slice(0, 10) ?? "")) return true;
  const marker = group.marker;
  return marker?.kind === "number" && marker.isBare && marks.has(marker.number);
}
