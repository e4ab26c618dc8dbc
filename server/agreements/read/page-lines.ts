import type { Line } from "./lines";

/** What a printed page carries besides its text: "Side 3/9", running heads, the dotted table of contents. They go. */
export type Kept = { lines: Line[]; droppedPageLines: number; droppedContents: number };

const PAGE_NUMBER =
  /^(?:(?:side|page|s\.) ?\d{1,4}(?: ?(?:\/|af|of) ?\d{1,4})?|\d{1,4} ?(?:\/|af) ?\d{1,4}|[-–] ?\d{1,4} ?[-–])$/i;
const ENDS_IN_PAGE = /\bside \d{1,4}(?: ?(?:\/|af) ?\d{1,4})?$/i;
const DOTTED = /(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}) ?\.* ?\d{1,4}$/;
const CONTENTS_TITLE = /^(?:indhold|indholdsfortegnelse):?$/i;
const CONTENTS_ENTRY = /^\S.* \d{1,3}$/;

export function keepText(lines: readonly Line[]): Kept {
  const running = runningHeads(lines);
  const hasPages = lines.some((line) => line.opensPage);
  const kept: Line[] = [];
  const dropped = { page: 0, contents: 0 };
  let inContents = false;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isPageLine = isPrintedNumber(line, next, hasPages) || running.repeats(line.text, index);
    const isContents = isContentsLine(line, next, inContents);
    if (!isPageLine) inContents = isContents;
    if (isPageLine) dropped.page += 1;
    else if (isContents) dropped.contents += 1;
    if (!isPageLine && !isContents) kept.push(line);
    else if (next) pushDown(line, next);
  }
  return { lines: kept, droppedPageLines: dropped.page, droppedContents: dropped.contents };
}

function isContentsLine(line: Line, next: Line | undefined, inContents: boolean): boolean {
  if (!isShort(line)) return false;
  if (DOTTED.test(line.text)) return true;
  const isEntry = (entry: Line | undefined) =>
    !!entry && isShort(entry) && (DOTTED.test(entry.text) || CONTENTS_ENTRY.test(entry.text));
  if (CONTENTS_TITLE.test(line.text)) return isEntry(next);
  return inContents && isEntry(line);
}

/** Dots lead from a title to its page, however many; some printers leave a whole list of contents on one line. */
function isShort({ text }: Line): boolean {
  return text.length <= 200 || (text.length <= 2000 && text.replace(/(?:[._…] ?){4,}/g, " ").length <= 200);
}

function isPrintedNumber(line: Line, next: Line | undefined, hasPages: boolean): boolean {
  if (line.text.length > 40 || line.level > 0) return false;
  if (PAGE_NUMBER.test(line.text)) return true;
  // A number alone is a page's only beside a page's edge; elsewhere it may be somebody's figure.
  const isAtEdge = line.opensPage || (next ? next.opensPage : hasPages);
  return isAtEdge && /^\d{1,3}$/.test(line.text);
}

/** The line below a dropped one inherits what stood above it, so that no paragraph is glued over a page's edge. */
function pushDown(line: Line, next: Line): void {
  next.opensPage ||= line.opensPage;
  next.gap = Math.max(next.gap, line.gap);
}

/**
 * Lines that recur at the edge of pages, whatever page number they carry. The first without a number is the title, unless
 * it stands at a page's foot.
 */
function runningHeads(lines: readonly Line[]): { repeats(text: string, index: number): boolean } {
  const seen = new Map<string, number>();
  const inside = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 150 || line.level > 0) continue;
    const isNumbered = ENDS_IN_PAGE.test(line.text);
    const shape = shapeOf(line.text);
    if (!isNumbered && !isAtTop(lines, index) && !isAtFoot(lines, index)) {
      inside.set(shape, (inside.get(shape) ?? 0) + 1);
      continue;
    }
    seen.set(shape, (seen.get(shape) ?? 0) + (isNumbered ? 2 : 1));
  }
  const kept = new Set<string>();
  // In a long paper a short line may stand at an edge three times by chance, and then stands inside pages too.
  const fewest = Math.max(3, (lines.at(-1)?.page ?? 0) / 8);
  return {
    repeats(text, index) {
      const shape = shapeOf(text);
      const times = seen.get(shape) ?? 0;
      if (times < Math.max(3, inside.get(shape) ?? 0) || (times < fewest && !ENDS_IN_PAGE.test(text))) return false;
      if (ENDS_IN_PAGE.test(text) || kept.has(shape) || isAtFoot(lines, index)) return true;
      kept.add(shape);
      return false;
    },
  };
}

/** A page's number may stand between its running head and its edge. */
const BETWEEN = 2;

function isAtTop(lines: readonly Line[], index: number): boolean {
  for (let at = index; at >= index - BETWEEN; at -= 1) {
    const above = lines[at - 1];
    if (lines[at]?.opensPage || !above) return true;
    if (!PAGE_NUMBER.test(above.text)) return false;
  }
  return false;
}

function isAtFoot(lines: readonly Line[], index: number): boolean {
  for (let at = index + 1; at <= index + 1 + BETWEEN; at += 1) {
    const below = lines[at];
    if (!below || below.opensPage) return true;
    if (!PAGE_NUMBER.test(below.text)) return false;
  }
  return false;
}

function shapeOf(text: string): string {
  return text.length > 150 ? text : text.replace(/\d+/g, "#");
}
