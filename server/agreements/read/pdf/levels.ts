import { readMarker } from "../markers";
import { startsLower } from "../words";
import { joined, type Printed } from "./printed";

/** Which lines the print makes headings, when no tag says so: larger ones, and bold ones that stand alone. */
const LARGER = 1.15;
const MAX_LENGTH = 200;
const MAX_BOLD = 120;
const MAX_ROWS = 3;

type Look = { size: number; isBold: boolean; depth: number };

export function markHeadings(lines: readonly Printed[], body: number): Printed[] {
  const isBoldRare = boldShare(lines) < 0.3;
  const merged = mergeTitles(lines, (each, above, below) => isHeading(each, above, below, body, isBoldRare));
  const looks = ranked(merged.flatMap(({ look }) => look ?? []));
  for (const { each, look } of merged) {
    if (look) each.line.level = Math.min(6, 1 + looks.findIndex((known) => isSame(known, look)));
  }
  return merged.map(({ each }) => each);
}

/**
 * A tagged paper's title is often no heading but a paragraph in the largest print; it stands above all headings.
 */
export function markTitle(lines: readonly Printed[], body: number): void {
  const headings = lines.filter(({ line }) => line.level > 0);
  const first = lines.findIndex(({ line }) => line.level > 0);
  const largest = Math.max(...headings.map((each) => each.size));
  const title = lines
    .slice(0, Math.max(0, first))
    .find((each) => each.size > body * LARGER && each.size > largest + 0.5);
  if (title?.line.page !== 1 || title.line.row || title.line.text.length > MAX_LENGTH) return;
  const hasTop = headings.some(({ line }) => line.level === 1);
  if (hasTop) for (const { line } of headings) line.level = Math.min(6, line.level + 1);
  title.line.level = 1;
}

function boldShare(lines: readonly Printed[]): number {
  const [all, bold] = [lines, lines.filter((each) => each.isBold)].map((some) =>
    some.reduce((sum, { line }) => sum + line.text.length, 0),
  );
  return all ? (bold ?? 0) / all : 0;
}

type Is = (each: Printed, above: Printed | undefined, below: Printed | undefined) => boolean;

/** A heading's rows become one line: same look, close together. A long text in large print is no heading. */
function mergeTitles(lines: readonly Printed[], is: Is): { each: Printed; look: Look | null }[] {
  const merged: { each: Printed; look: Look | null }[] = [];
  for (let index = 0; index < lines.length; ) {
    const each = lines[index] as Printed;
    let last = index + 1;
    while (last < lines.length && isMoreOf(each, lines[last] as Printed)) last += 1;
    const rows = lines.slice(index, last);
    const isTitle = rows.length <= MAX_ROWS && is(each, lines[index - 1], lines[last]);
    if (isTitle && rows.every((row, at) => at === 0 || isYear(row) || is(row, rows[at - 1], lines[last]))) {
      const text = joined(rows.map((row) => row.line.text));
      merged.push({ each: { ...each, line: { ...each.line, text } }, look: lookOf(each, text) });
    } else merged.push(...rows.map((row) => ({ each: row, look: null })));
    index = last;
  }
  return merged;
}

/** A title's second row may be a number alone. */
function isYear({ line }: Printed): boolean {
  return /^\d{1,4}(?:\s?[-–/]\s?\d{1,4})?$/.test(line.text);
}

function isMoreOf(first: Printed, next: Printed): boolean {
  const isAlike = Math.abs(first.size - next.size) < 0.3 && first.isBold === next.isBold;
  const marker = readMarker(next.line.text);
  return (
    isAlike &&
    next.line.gap === 0 &&
    !next.line.opensPage &&
    !next.line.row &&
    !first.line.row &&
    (!marker || marker.kind === "bullet")
  );
}

function isHeading(
  each: Printed,
  above: Printed | undefined,
  below: Printed | undefined,
  body: number,
  isBoldRare: boolean,
): boolean {
  const { text, row, gap, opensPage } = each.line;
  if (row || each.isSpread || text.length > MAX_LENGTH || !/\p{L}{2}/u.test(text) || !below) return false;
  if (readMarker(text)?.kind === "bullet" || /[.;,]$/.test(text)) return false;
  if (each.size >= body * LARGER) return true;
  if (!each.isBold || !isBoldRare || text.length > MAX_BOLD || text.endsWith(":") || startsLower(text)) return false;
  // On top of its paragraph, or between two of them.
  const isOpening =
    gap > 0 || opensPage || !above || above.line.row !== null || /[.:?!]$/.test(above.line.text) || above.isBold;
  return (
    each.size > body * 0.93 &&
    isOpening &&
    !(below.isBold && below.size === each.size && below.line.gap === 0 && !readMarker(below.line.text))
  );
}

function lookOf({ size, isBold }: Printed, text: string): Look {
  const marker = readMarker(text);
  return { size, isBold, depth: marker?.kind === "number" ? marker.depth : 1 };
}

function isSame(one: Look, other: Look): boolean {
  return Math.abs(one.size - other.size) < 0.6 && one.isBold === other.isBold && one.depth === other.depth;
}

/** Larger first, then bold, then fewer parts in the number. */
function ranked(looks: readonly Look[]): Look[] {
  const distinct: Look[] = [];
  for (const look of looks)
    if (distinct.length < 60 && !distinct.some((known) => isSame(known, look))) distinct.push(look);
  return distinct.sort(
    (one, other) =>
      (Math.abs(one.size - other.size) < 0.6 ? 0 : other.size - one.size) ||
      Number(other.isBold) - Number(one.isBold) ||
      one.depth - other.depth,
  );
}
