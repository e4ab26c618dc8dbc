import { isMarkdown, readMarkdownLine, stripInline } from "./markdown";
import { readMarker } from "./markers";
import { endsSentence } from "./words";

/**
 * One line with text in it. `gap` counts the blank lines above; `opensPage` marks the first line of a printed page, and
 * `page` counts them from one, null where a format has none. `level` 1 to 6: it is marked as a heading. `row`: a table's cells.
 */
export type Line = {
  text: string;
  indent: number;
  gap: number;
  opensPage: boolean;
  page: number | null;
  level: number;
  row: string[] | null;
};

/**
 * What holds for the whole paper. `width` is how far its lines reach (0 in Markdown, where line ends say nothing).
 * `isUnwrapped`: copied from a word processor, one line a paragraph, so every line's end is a paragraph's.
 */
export type Shape = {
  isMarkdown: boolean;
  hasMarkdownHeadings: boolean;
  width: number;
  isUnwrapped: boolean;
  isDoubleSpaced: boolean;
};

/** Past this many lines no paper is a paper; the rest is read as a few long paragraphs and nothing is lost. */
const MAX_LINES = 60_000;
const REST_CHUNK = 100_000;

export function toLines(text: string, fileName: string): { lines: Line[]; shape: Shape } {
  const markdown = isMarkdown(text, fileName);
  const lines = cutLines(markdown ? stripInline(text) : text, markdown);
  const width = markdown ? 0 : widthOf(lines);
  const isUnwrapped = !markdown && hasLongLines(lines);
  if (!markdown) markPageStarts(lines);
  const hasMarkdownHeadings = lines.some((line) => line.level > 0);
  const isDouble = !isUnwrapped && isDoubleSpaced(lines, width);
  return { lines, shape: { isMarkdown: markdown, hasMarkdownHeadings, width, isUnwrapped, isDoubleSpaced: isDouble } };
}

function cutLines(text: string, markdown: boolean): Line[] {
  const lines: Line[] = [];
  // Printed to text, a paper has a form feed at the end of each page.
  let page = text.includes("\f") ? 1 : null;
  let gap = 0;
  let opensPage = false;
  let start = 0;
  while (start <= text.length && lines.length < MAX_LINES) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const raw = text.slice(start, end);
    start = end + 1;
    if (raw.includes("\f")) opensPage = true;
    if (page !== null) page += raw.split("\f").length - 1;
    const read = raw.trim() === "" ? null : readLine(raw.replaceAll("\f", " "), raw.includes("\f"), markdown);
    if (!read || read.text === "") {
      if (markdown && lines.length > 0 && isUnderline(raw)) underline(lines, raw, gap);
      // The line under a Markdown table's header is no space.
      if (!raw.trimStart().startsWith("|")) gap += 1;
      continue;
    }
    lines.push({ ...read, gap, opensPage, page });
    gap = 0;
    opensPage = false;
  }
  while (start < text.length) {
    const end = wordEnd(text, start + REST_CHUNK);
    const rest = text.slice(start, end).replace(/\s+/g, " ").trim();
    if (rest !== "") lines.push({ text: rest, indent: 0, gap: 1, opensPage: false, page, level: 0, row: null });
    start = end;
  }
  return lines;
}

function readLine(raw: string, hadFormFeed: boolean, markdown: boolean) {
  const read = markdown ? readMarkdownLine(raw) : { text: raw, level: 0, row: null };
  if (!read) return null;
  const indent = hadFormFeed ? 0 : read.text.length - read.text.trimStart().length;
  const text = read.text.trim();
  return { ...read, text: text.includes("  ") ? text.replace(/ {2,}/g, " ") : text, indent };
}

/** Markdown's other heading: a line underlined with === or ---. */
function isUnderline(raw: string): boolean {
  return /^(={3,}|-{3,})\s*$/.test(raw.slice(0, 200));
}

function underline(lines: Line[], raw: string, gap: number): void {
  const above = lines.at(-1);
  if (!above || gap > 0 || above.level > 0 || above.row || above.text.length > 120 || readMarker(above.text)) return;
  above.level = raw.startsWith("=") ? 1 : 2;
}

/** The first white space from there on, so that a piece never ends inside a word. */
function wordEnd(text: string, from: number): number {
  const space = /\s/g;
  space.lastIndex = from;
  return from >= text.length ? text.length : (space.exec(text)?.index ?? text.length);
}

/** The 90th percentile of the lengths. */
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.slice(0, 5000).map((line) => line.text.length);
  lengths.sort((a, b) => a - b);
  return Math.min(lengths[Math.floor(lengths.length * 0.9)] ?? 0, 170);
}

/** No printed page is wider than this. */
const WIDEST = 170;

function hasLongLines(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.text.length > WIDEST).length;
  return long > 0 && long > lines.length * 0.03;
}

/**
 * A form feed printed as a space, or a bullet lost in copying, leaves one or two spaces before a line of a paper whose
 * lines otherwise begin at the margin. Such a line begins something.
 */
function markPageStarts(lines: Line[]): void {
  const nudged = lines.filter((line, index) => {
    const isNudged = (line.indent === 1 || line.indent === 2) && !readMarker(line.text);
    return isNudged && !hangs(line, lines[index - 1]);
  });
  if (nudged.length > Math.max(2, lines.length * 0.2)) return;
  for (const line of nudged) line.opensPage = true;
}

/** The second line of "- an item" stands under its first word. */
function hangs(line: Line, above: Line | undefined): boolean {
  if (!above || line.gap > 0) return false;
  const marker = readMarker(above.text);
  return marker !== null && line.indent === above.indent + above.text.length - marker.rest.length;
}

/** A blank line after nearly every line parts no paragraphs: most of them cut a sentence in two. */
function isDoubleSpaced(lines: readonly Line[], width: number): boolean {
  if (width === 0 || lines.length < 8) return false;
  let parted = 0;
  let cut = 0;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (!above || line.gap === 0) continue;
    parted += 1;
    if (above.text.length > width * 0.6 && !endsSentence(above.text)) cut += 1;
  }
  return parted > lines.length * 0.5 && cut > parted * 0.35;
}
