import type { PDFPageProxy, TextItem, TextMarkedContent } from "pdfjs-dist/types/src/display/api";

/** A page → its runs of text, where they stand, and which piece of the structure they belong to. */
export type Run = {
  text: string;
  /** From the page's left edge, in points. */
  x: number;
  right: number;
  /** The baseline, from the page's top edge. */
  y: number;
  size: number;
  font: string;
  isBold: boolean;
  /** A space was printed before it. */
  isApart: boolean;
  /** A soft hyphen, made visible at its end. */
  endsInHyphen: boolean;
  /** The marked content it stands in, as the structure tree names it. */
  content: string | null;
  isArtifact: boolean;
  /** Where the file says it stands, to find it among what was drawn. */
  origin: readonly [number, number];
  /** Not a run of text but a table that was found there. */
  table: string[][] | null;
};

export type Node = { role: string; children: Child[] };
export type Child = Node | { type: string; id: string };
export type PageText = { number: number; width: number; height: number; runs: Run[]; tree: Node | null };

/** Past this, a page is a picture drawn with letters. */
const MAX_RUNS = 40_000;

export async function readPage(page: PDFPageProxy): Promise<PageText> {
  const view = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: true });
  const tree = (await page.getStructTree().catch(() => null)) as Node | null;
  const runs = upright(toRuns(content.items.slice(0, MAX_RUNS), view.transform), view.width, view.height);
  return { number: page.pageNumber, ...runs, tree: tree && tree.children.length > 0 ? tree : null };
}

type Turned = Run & { turn: 0 | 1 | 2 | 3 | null };

function toRuns(items: readonly (TextItem | TextMarkedContent)[], view: readonly number[]): Turned[] {
  const marks: { id: string | null; isArtifact: boolean }[] = [];
  const runs: Turned[] = [];
  let isApart = false;
  for (const item of items) {
    if ("type" in item) {
      if (item.type === "endMarkedContent") marks.pop();
      else marks.push(innerMark(item, marks.at(-1)));
    } else if (item.str.trim() === "") {
      isApart ||= item.str !== "" || item.hasEOL;
    } else {
      runs.push(toRun(item, view, isApart, marks.at(-1)));
      isApart = item.hasEOL || /\s$/.test(item.str);
    }
  }
  return runs;
}

/** A tag of the file is only known by name; "Span" inside a paragraph carries no id and belongs to what is around it. */
function innerMark(item: TextMarkedContent, around: { id: string | null; isArtifact: boolean } | undefined) {
  const tag: unknown = "tag" in item ? item.tag : null;
  const isArtifact = around?.isArtifact || tag === "Artifact" || false;
  return { id: item.id ?? around?.id ?? null, isArtifact };
}

function toRun(
  item: TextItem,
  view: readonly number[],
  isApart: boolean,
  mark: { id: string | null; isArtifact: boolean } | undefined,
): Turned {
  const [a, b, c, d, x, y] = multiply(view, item.transform.map(Number));
  return {
    text: item.str.trim(),
    x,
    right: x + item.width,
    y,
    size: Math.hypot(c, d) || item.height,
    font: item.fontName,
    isBold: false,
    endsInHyphen: false,
    isApart: isApart || /^\s/.test(item.str),
    content: mark?.id ?? null,
    isArtifact: mark?.isArtifact ?? false,
    origin: [Number(item.transform[4]), Number(item.transform[5])],
    table: null,
    turn: turnOf(a, b),
  };
}

function multiply(
  outer: readonly number[],
  inner: readonly number[],
): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Quarter turns clockwise; null: slanted. */
function turnOf(a: number, b: number): Turned["turn"] {
  if (Math.abs(b) < Math.abs(a) * 0.05) return a > 0 ? 0 : 2;
  if (Math.abs(a) < Math.abs(b) * 0.05) return b > 0 ? 1 : 3;
  return null;
}

/** Text that stands another way than most of its page is a stamp or a picture's; a page lying on its side is turned. */
function upright(runs: readonly Turned[], width: number, height: number): Pick<PageText, "runs" | "width" | "height"> {
  const letters = [0, 0, 0, 0];
  for (const { turn, text } of runs) if (turn !== null) letters[turn] = (letters[turn] ?? 0) + text.length;
  const most = letters.indexOf(Math.max(...letters));
  const kept = runs.filter(({ turn }) => turn === most).map(({ turn: _, ...run }) => turned(run, most, width, height));
  return most % 2 === 0 ? { runs: kept, width, height } : { runs: kept, width: height, height: width };
}

function turned(run: Run, turn: number, width: number, height: number): Run {
  const { x, y } = run;
  const [left, down] = turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : [height - y, x];
  return turn === 0 ? run : { ...run, x: left, right: left + (run.right - x), y: down };
}
