import { isBroken } from "./hyphens";
import type { Line, Shape } from "./lines";
import { type Marker, readMarker } from "./markers";
import { endsSentence, isAddress, isCaption, startsLower } from "./words";

/** Lines → groups: what belongs together before anything is called a heading, a goal or a clause. */
export type Group = {
  lines: string[];
  marker: Marker | null;
  level: number;
  row: string[] | null;
  indent: number;
  gap: number;
  opensPage: boolean;
  page: number | null;
};

export function group(lines: readonly Line[], shape: Shape): Group[] {
  const groups: Group[] = [];
  const counts: number[] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const marker = openingMarker(line, open, shape, counts);
    if (marker?.kind === "number" && marker.depth === 1) countOn(counts, Number(marker.number));
    if (open && !marker && continues(open, line, shape)) open.lines.push(line.text);
    else groups.push({ ...line, lines: [line.text], marker });
  }
  return groups;
}

/** The line's marker when it opens something here; null when it only looks like one ("alle⏎29 kommuner"). */
function openingMarker(line: Line, open: Group | undefined, shape: Shape, counts: readonly number[]): Marker | null {
  const marker = line.row ? null : readMarker(line.text);
  if (!marker || line.level > 0) return marker;
  const isNext = isNextInList(marker, open);
  if (marker.kind === "bullet") {
    return /[•o]/.test(marker.sign) || shape.isMarkdown || isNext || isFree(line, open, shape) ? marker : null;
  }
  if (!isNext && !isFree(line, open, shape)) return null;
  if (marker.kind !== "number" || isNext) return marker;
  if (marker.isBare && !isInSequence(Number(marker.number), counts)) return null;
  return startsLower(marker.rest) && line.gap === 0 ? null : marker;
}

function isFree(line: Line, open: Group | undefined, shape: Shape): boolean {
  if (!open || line.opensPage || open.level > 0 || open.row || shape.isUnwrapped) return true;
  const last = open.lines.at(-1) ?? "";
  const isParted = line.gap > (shape.isDoubleSpaced ? 1 : 0) && !isCut(last, line);
  return isParted || endsSentence(last) || (open.marker !== null && last.endsWith(",")) || isShort(last, shape, 0.55);
}

function isNextInList(marker: Marker, open: Group | undefined): boolean {
  const above = open?.marker;
  if (!above) return false;
  if (marker.kind === "number") return above.kind === "number" && isNextNumber(above.number, marker.number);
  if (marker.kind === "bullet") return above.kind === "bullet" && above.sign === marker.sign;
  if (marker.kind === "label") return above.kind === "label" && isNextLabel(above.number, marker.number);
  return marker.kind === "letter" && above.kind === "letter";
}

/** "Mål 1" → "Mål 2". */
function isNextLabel(above: string, below: string): boolean {
  const [from, to] = [above.split(" "), below.split(" ")];
  return from[0] === to[0] && Number(to[1]) === Number(from[1]) + 1;
}

/** "3.1" → "3.2", "2" → "3". */
function isNextNumber(above: string, below: string): boolean {
  const from = above.split(".");
  const to = below.split(".");
  return from.length === to.length && Number(to.pop()) === Number(from.pop()) + 1 && from.join() === to.join();
}

/** Footnotes and lists begin again at 1 while the paper's own numbers go on: the last ones are all gone on with. */
const COUNTS = 4;

function countOn(counts: number[], number: number): void {
  const goneOn = counts.findLastIndex((last) => isNext(last, number));
  if (goneOn >= 0) counts.splice(goneOn, 1);
  counts.push(number);
  if (counts.length > COUNTS) counts.shift();
}

function isInSequence(number: number, counts: readonly number[]): boolean {
  return number === 1 || isNext(0, number) || counts.some((last) => isNext(last, number));
}

function isNext(last: number, number: number): boolean {
  return number === last + 1 || number === last + 2;
}

function continues(open: Group, line: Line, shape: Shape): boolean {
  if (open.level > 0 || line.level > 0 || open.row || line.row) return false;
  const last = open.lines.at(-1) ?? "";
  if (isAddress(line.text) || isAddress(last) || isCaption(line.text)) return false;
  if (line.opensPage && isListItem(open)) return isBroken(last) && startsLower(line.text);
  if (line.opensPage || shape.isUnwrapped || line.gap > (shape.isDoubleSpaced ? 1 : 0)) return isCut(last, line);
  const isNewSentence = !startsLower(line.text);
  if (line.gap > 0 && isNewSentence && isShort(last, shape, 0.7)) return false;
  return !(isNewSentence && endsSentence(last) && isShort(last, shape, line.gap > 0 ? 0.85 : 0.7));
}

/** A sentence cut in two by a blank line or a page's end goes on with a small letter. */
function isCut(last: string, line: Line): boolean {
  return startsLower(line.text) && !endsSentence(last);
}

function isShort(text: string, shape: Shape, share: number): boolean {
  return shape.width > 0 && text.length < shape.width * share;
}

/** At a page's edge a list's last item is whole more often than not; a numbered paragraph is not. */
function isListItem({ marker }: Group): boolean {
  return marker?.kind === "bullet" || marker?.kind === "letter" || (marker?.kind === "number" && marker.depth === 1);
}
