import type { Group } from "./grouping";

/** Footnotes stay in the text; they are only kept from being read as points 1, 2, 3 of an agreement. */
const MARK_IN_TEXT = /(\p{L}{1,12})(?<=\p{Ll})\.?(\d{1,2})(?=[\s.,;:)]|$)/gu;
/** "nr.2" is a place in a law, "kl.8" a time. */
const COUNTS = /^(?:nr|stk|pkt|kap|kl|art|bilag|s|side)$/i;
const SUPERSCRIPT_START = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2} ?\p{L}/u;
const LOOK = 10_000;

export type Notes = { isNote(group: Group, below: Group | undefined): boolean };

/**
 * Asked group by group, in the order of the paper: a number that stands glued to a word ("klynger1") has its note below,
 * once. "1 Formål" above it is a heading, and so is what its points 1.1, 1.2 … follow.
 */
export function createNotes(): Notes {
  const waiting = new Set<string>();
  return {
    isNote(group, below) {
      const isNote = isFootnote(group, below, waiting);
      if (isNote && group.marker) waiting.delete(group.marker.number);
      for (const mark of marksIn(group.lines)) waiting.add(mark);
      return isNote;
    },
  };
}

function marksIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const text = line.slice(0, LOOK);
    if (!/\d/.test(text)) return [];
    return [...text.matchAll(MARK_IN_TEXT)].flatMap(([, word = "", mark]) =>
      mark && !COUNTS.test(word) ? [mark] : [],
    );
  });
}

function isFootnote(group: Group, below: Group | undefined, waiting: ReadonlySet<string>): boolean {
  if (group.level > 0) return false;
  if (SUPERSCRIPT_START.test(group.lines[0]?.slice(0, 10) ?? "")) return true;
  const { marker } = group;
  if (marker?.kind !== "number" || !marker.isBare || !waiting.has(marker.number)) return false;
  return !below?.marker?.number.startsWith(`${marker.number}.`);
}
