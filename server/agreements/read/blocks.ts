import { createNotes } from "./footnotes";
import { type Group, group } from "./grouping";
import { type Heading, type HeadingKind, headingOf, markerRank, RANK, type Surroundings } from "./headings";
import type { Line, Shape } from "./lines";
import { isAddress, isCaption } from "./words";

/** Groups → blocks that know what they are, in reading order. `page` is the one its first line stands on. */
const SIGNATURE = /^(?:på vegne af|med venlig hilsen|venlig hilsen)\b/i;

export type Block = BlockBody & { page: number | null };

type BlockBody =
  | { type: "heading"; heading: Heading }
  | { type: "numbered"; number: string; lines: string[]; rank: number }
  | { type: "item"; number: string; lines: string[]; indent: number; in: "goals" | "areas" | null }
  | { type: "paragraph"; lines: string[] }
  | { type: "note"; lines: string[] }
  | { type: "caption"; lines: string[] }
  | { type: "row"; cells: string[]; header: string[] | null };

type Reading = {
  shape: Shape;
  under: HeadingKind | null;
  /** Goals or areas are being listed right now; `hasSigns` once one of them had a bullet or number of its own. */
  list: "goals" | "areas" | null;
  hasSigns: boolean;
  areasRank: number | null;
  hasSeenNumbers: boolean;
  aimRank: number | null;
  header: string[] | null;
};

export function toBlocks(lines: readonly Line[], shape: Shape): Block[] {
  const groups = group(lines, shape);
  const notes = createNotes();
  const areNotes = groups.map((each, index) => notes.isNote(each, groups[index + 1]));
  const reading: Reading = {
    shape,
    under: null,
    list: null,
    hasSigns: false,
    areasRank: null,
    hasSeenNumbers: false,
    aimRank: null,
    header: null,
  };
  return groups.flatMap((each, index) => {
    if (areNotes[index]) return [{ type: "note", lines: each.lines, page: each.page }];
    // What a heading stands above may be on the next page, past the notes of its own.
    const above = index > 0 ? groups[areNotes.lastIndexOf(false, index - 1)] : undefined;
    const below = groups[areNotes.indexOf(false, index + 1)];
    // Rows with space above them begin another table.
    if (!each.row || (each.gap > 0 && !each.opensPage)) reading.header = null;
    const blocks = read(each, above, below, reading);
    return blocks.map((block) => ({ ...block, page: each.page }));
  });
}

function read(each: Group, above: Group | undefined, below: Group | undefined, reading: Reading): BlockBody[] {
  if (each.row) return [readRow(each.row, reading)];
  if (isCaption(each.lines[0] ?? "")) return [{ type: "caption", lines: each.lines }];
  const heading = headingOf(each, surroundings(above, below, reading));
  const isLostBullet = each.opensPage && !each.marker && reading.list !== null && !reading.hasSigns;
  // Right under "KKR-mål …" a nudged line is a goal whose bullet was lost in copying, unless its words make it a heading.
  if (heading && !(isLostBullet && heading.kind === "plain" && heading.rank !== RANK.question)) {
    const rank = heading.rank + belowMarked(each, reading);
    return [{ type: "heading", heading: enter({ ...heading, rank }, reading) }, ...restOf(each, heading, reading)];
  }
  if (isLostBullet) return [{ type: "item", number: "", lines: each.lines, indent: 0, in: reading.list }];
  return [readText(each, reading)];
}

function surroundings(above: Group | undefined, below: Group | undefined, reading: Reading): Surroundings {
  const { shape, under, hasSeenNumbers } = reading;
  const isInAreas = reading.areasRank !== null;
  const isListing = reading.list !== null;
  return { shape, above, below, under, isInAreas, isListing, hasSeenNumbers, hasSeenAim: reading.aimRank !== null };
}

/** In a Markdown paper, what is known by its words or number stands below all that is marked with #. */
function belowMarked(each: Group, { shape }: Reading): number {
  return shape.hasMarkdownHeadings && each.level === 0 ? 6 : 0;
}

/** Notes what a heading opens and closes. */
function enter(heading: Heading, reading: Reading): Heading {
  const { kind, rank } = heading;
  if (reading.areasRank !== null && rank <= reading.areasRank) reading.areasRank = null;
  if (kind === "areas") reading.areasRank = rank;
  if (reading.aimRank !== null && rank < reading.aimRank) reading.aimRank = null;
  if (kind === "aim") reading.aimRank = rank;
  reading.under = kind;
  reading.list = kind === "goals" || kind === "areas" ? kind : null;
  reading.hasSigns = false;
  reading.hasSeenNumbers ||= /^\d/.test(heading.number);
  return heading;
}

function restOf(each: Group, heading: Heading, reading: Reading): BlockBody[] {
  const lines = each.lines.slice(heading.taken);
  return lines.length > 0 ? [readProse(lines, reading)] : [];
}

/** A line that ends in ":" leads the goals in; any other prose ends their list. */
function readProse(lines: string[], reading: Reading): BlockBody {
  reading.under = null;
  if (!lines.at(-1)?.endsWith(":")) reading.list = null;
  if (isAddress(lines[0] ?? "")) return { type: "caption", lines };
  return { type: SIGNATURE.test(lines[0]?.slice(0, 40) ?? "") ? "note" : "paragraph", lines };
}

function readText(each: Group, reading: Reading): BlockBody {
  const marker = each.marker;
  if (!marker) return readProse(each.lines, reading);
  reading.under = null;
  const lines = [marker.rest, ...each.lines.slice(1)].filter((line) => line !== "");
  // "1." in a list is an item; "1" alone, or "1.1", numbers a point of the paper.
  const isItem =
    marker.kind === "bullet" ||
    marker.kind === "letter" ||
    (marker.kind === "number" && marker.depth === 1 && !marker.isBare);
  if (isItem) {
    reading.hasSigns = true;
    return { type: "item", number: marker.number, lines, indent: each.indent, in: reading.list };
  }
  reading.list = null;
  if (marker.kind === "area") return { type: "item", number: marker.number, lines, indent: each.indent, in: null };
  reading.hasSeenNumbers ||= marker.kind === "number";
  return { type: "numbered", number: marker.number, lines, rank: markerRank(marker) + belowMarked(each, reading) };
}

function readRow(cells: string[], reading: Reading): BlockBody {
  // A table that goes on over a page begins there with its header again.
  const isRepeated = reading.header?.every((cell, index) => cell === cells[index]) ?? false;
  if (reading.header && !isRepeated) return { type: "row", cells, header: reading.header };
  reading.header = cells;
  return { type: "row", cells, header: null };
}
