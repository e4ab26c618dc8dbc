import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";
import type { Line, Shape } from "../lines";
import type { Paper, ReadFormat, Unreadable } from "../paper";
import { withBullets } from "./dots";
import { type Dot, type Drawn, type Rule, readDrawn } from "./drawn";
import { dropEdges } from "./edges";
import { bodySize, readGeometry } from "./geometry";
import { markHeadings, markTitle } from "./levels";
import { open } from "./open";
import { bound, type Printed } from "./printed";
import { type PageText, type Run, readPage } from "./runs";
import { lengthOf, readStructure } from "./structure";
import { withTables } from "./tables";

/**
 * A PDF → lines. Its own structure is believed when it names nearly all of its text; else the place, the size and the
 * weight of the print decide. Nothing it holds makes this throw. [S2]
 */
export const readPdf: ReadFormat = async (bytes, progress) => {
  const opened = await open(bytes);
  if ("refused" in opened) return opened;
  try {
    return await read(opened.document, progress);
  } catch {
    // pdf.js throws whatever a broken page makes it throw; half a paper is not read.
    return { refused: "damaged" };
  } finally {
    await opened.close();
  }
};

async function read(
  document: PDFDocumentProxy,
  progress: Parameters<ReadFormat>[1],
): Promise<Paper | { refused: Unreadable }> {
  const texts: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    texts.push(seen(await readPage(page), await readDrawn(page)));
    page.cleanup();
    progress(number, document.numPages);
  }
  if (hasNoText(texts)) return { refused: "no-text" };
  return byStructure(texts) ?? byGeometry(texts);
}

type Page = PageText & { rules: Rule[]; dots: Dot[] };

/** Pictures of pages, perhaps with a line printed over each by a scanner. */
const FEW = 25;

function hasNoText(pages: readonly PageText[]): boolean {
  const bare = pages.filter((page) => lengthOf(page.runs) < FEW).length;
  const all = pages.reduce((sum, page) => sum + lengthOf(page.runs), 0);
  return all === 0 || (bare >= pages.length * 0.9 && all < pages.length * FEW && pages.length > 1);
}

/** Adds what the drawing tells: bold fonts, ruling lines, hyphens; takes away what is hidden. */
function seen(text: PageText, drawn: Drawn): Page {
  const told: Run[] = [];
  for (const run of text.runs) {
    if (drawn.isHidden(run)) continue;
    const above = told.at(-1);
    const hyphen = drawn.hyphenAfter(run);
    // Where pdf.js left a hyphen out it saw a space.
    const isGlued = above?.endsInHyphen && Math.abs(above.y - run.y) < 1 && run.x - above.right < run.size * 0.12;
    told.push({
      ...run,
      isBold: drawn.isBold(run.font),
      text: hyphen > 0 ? `${run.text}-` : run.text,
      right: run.right + hyphen,
      endsInHyphen: hyphen > 0,
      isApart: run.isApart && !isGlued,
    });
  }
  return { ...text, runs: told, rules: drawn.rules, dots: drawn.dots };
}

/** Null when the tags leave out too much of the text, or cut it up line by line. */
function byStructure(all: readonly Page[]): Paper | null {
  if (!all.some((page) => page.tree)) return null;
  const { pages, dropped } = dropLooseEdges(all);
  const read = pages.map(structured);
  const wanted = pages.reduce((sum, { runs }) => sum + lengthOf(runs.filter((run) => !run.isArtifact)), 0);
  const reached = read.reduce((sum, page) => sum + page.reached, 0);
  if (reached < wanted * 0.9 || isCutUp(read.flatMap((page) => page.lines))) return null;
  const dropsPageLines =
    dropped > 0 || pages.some(({ runs }) => runs.some((run) => run.isArtifact && /\p{L}|\p{N}/u.test(run.text)));
  const lines = bound(read.map((page) => page.lines));
  const body = bodySize(pages);
  if (!read.some((page) => page.hasHeadings)) return toPaper(markHeadings(lines, body), true, dropsPageLines);
  markTitle(lines, body);
  return toPaper(lines, true, dropsPageLines);
}

/** Running heads that carry no tag at all. */
function dropLooseEdges(pages: readonly Page[]): { pages: Page[]; dropped: number } {
  const isLoose = (run: Run) => run.content === null && !run.isArtifact;
  const loose = dropEdges(pages.map((page) => ({ ...page, runs: page.runs.filter(isLoose) })));
  const kept = new Set(loose.pages.flatMap((page) => page.runs));
  const left = pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !isLoose(run) || kept.has(run)) }));
  return { pages: left, dropped: loose.dropped };
}

function structured(text: Page) {
  return readStructure(text, text.tree ?? { role: "Root", children: [] });
}

/** Paragraphs that go on in the next one over and over: somebody tagged each printed line. */
function isCutUp(lines: readonly Printed[]): boolean {
  const isCut = ({ line }: Printed, below: Printed | undefined) =>
    line.level === 0 &&
    !line.row &&
    !!below &&
    below.line.gap > 0 &&
    /[\p{L},]$/u.test(line.text) &&
    /^\p{Ll}/u.test(below.line.text);
  const cut = lines.filter((each, index) => isCut(each, lines[index + 1])).length;
  return cut > 5 && cut > lines.length * 0.2;
}

function byGeometry(all: readonly Page[]): Paper {
  const { pages, dropped } = dropEdges(all);
  const body = bodySize(pages);
  const whole = (page: Page) => withTables(withBullets(page.runs, page.dots), page.rules);
  const lines = bound(
    readGeometry(
      pages.map((page) => ({ ...page, runs: whole(page) })),
      body,
    ),
  );
  return toPaper(markHeadings(lines, body), false, dropped > 0);
}

function toPaper(printed: readonly Printed[], isUnwrapped: boolean, dropsPageLines: boolean): Paper {
  const lines = printed.map((each) => each.line).filter((line) => line.text !== "");
  return { lines, shape: shapeOf(lines, isUnwrapped), warnings: dropsPageLines ? ["page-lines-dropped"] : [] };
}

function shapeOf(lines: readonly Line[], isUnwrapped: boolean): Shape {
  const lengths = lines.filter((line) => line.level === 0 && !line.row).map((line) => line.text.length);
  lengths.sort((one, other) => one - other);
  const width = isUnwrapped ? 0 : Math.min(lengths[Math.floor(lengths.length * 0.9)] ?? 0, 170);
  // One heading is a title; the others may be known by their words and looks alone.
  const hasMarkdownHeadings = lines.filter((line) => line.level > 0).length > 1;
  return { isMarkdown: false, hasMarkdownHeadings, width, isUnwrapped, isDoubleSpaced: false };
}
