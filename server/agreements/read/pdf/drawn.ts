import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import { pdfjs } from "./open";
import type { Run } from "./runs";

/** What only the drawing of a page tells: ruling lines, which fonts are bold, and which text is not to be seen. */
export type Rule = { isLevel: boolean; at: number; from: number; to: number };
/** A small filled shape: some writers draw their bullets. `y` is its middle. */
export type Dot = { x: number; right: number; y: number };
export type Drawn = {
  rules: Rule[];
  dots: Dot[];
  isBold: (font: string) => boolean;
  isHidden: (run: Run) => boolean;
  /** How wide the soft hyphen is that the run ends in, which pdf.js leaves out of its text; 0: there is none. */
  hyphenAfter: (run: Run) => number;
};

type Matrix = [number, number, number, number, number, number];
type State = { matrix: Matrix; mode: number; leading: number; size: number; spacing: number };
type Hyphen = { x: number; y: number; width: number };
type Pen = State & {
  stack: State[];
  line: Matrix;
  /** How far along its line the writing has come. */
  along: number;
  rules: Rule[];
  dots: Dot[];
  hidden: Set<string>;
  seen: Set<string>;
  hyphens: Hyphen[];
};

const MAX_OPERATORS = 400_000;
const MAX_RULES = 4000;
const MAX_STACK = 500;
/** A page has no more rows. */
const MAX_HYPHENS = 500;
const BOLD = /bold|black|heavy|demi/i;
const PLAIN: Matrix = [1, 0, 0, 1, 0, 0];

export async function readDrawn(page: PDFPageProxy): Promise<Drawn> {
  const { OPS } = await pdfjs();
  const list = await page.getOperatorList();
  const view = page.getViewport({ scale: 1 });
  const pen = newPen();
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  const most = Math.min(list.fnArray.length, MAX_OPERATORS);
  for (let index = 0; index < most; index += 1) {
    const operator = names.get(list.fnArray[index] ?? -1);
    if (operator) draw(pen, operator, list.argsArray[index], view.transform);
  }
  return {
    rules: pen.rules.filter((rule) => rule.to - rule.from < (rule.isLevel ? view.width : view.height) * 0.93),
    dots: pen.dots,
    isBold: (font) => BOLD.test(fontName(page, font)),
    // A scan with its read text laid under it: all is hidden, and it is the paper.
    isHidden: (run) => pen.seen.size > 0 && pen.hidden.has(spot(run.origin)) && !pen.seen.has(spot(run.origin)),
    hyphenAfter: ({ origin: [x, y], x: left, right, size }) => {
      const isThere = (at: Hyphen) => Math.abs(at.y - y) < 1 && Math.abs(at.x - (x + right - left)) < size * 0.3;
      return pen.hyphens.find(isThere)?.width ?? 0;
    },
  };
}

function newPen(): Pen {
  const state: State = { matrix: PLAIN, mode: 0, leading: 0, size: 0, spacing: 0 };
  return {
    ...state,
    stack: [],
    line: PLAIN,
    along: 0,
    rules: [],
    dots: [],
    hidden: new Set(),
    seen: new Set(),
    hyphens: [],
  };
}

function fontName(page: PDFPageProxy, font: string): string {
  if (!page.commonObjs.has(font)) return "";
  const known: unknown = page.commonObjs.get(font);
  return known && typeof known === "object" && "name" in known ? String(known.name) : "";
}

function draw(pen: Pen, operator: string, given: unknown, view: readonly number[]): void {
  const args: unknown[] = Array.isArray(given) ? given : [];
  if (operator === "save" || operator === "paintFormXObjectBegin") {
    const { matrix, mode, leading, size, spacing } = pen;
    if (pen.stack.length < MAX_STACK) pen.stack.push({ matrix, mode, leading, size, spacing });
    if (operator !== "save") pen.matrix = times(pen.matrix, toMatrix(args[0]));
  } else if (operator === "restore" || operator === "paintFormXObjectEnd") Object.assign(pen, pen.stack.pop());
  else if (operator === "transform") pen.matrix = times(pen.matrix, toMatrix(args));
  else if (operator === "constructPath") addShape(pen, args, view);
  else write(pen, operator, args);
}

function write(pen: Pen, operator: string, args: readonly unknown[]): void {
  const [x, y] = [Number(args[0] ?? 0), Number(args[1] ?? 0)];
  if (operator === "beginText") go(pen, PLAIN);
  else if (operator === "setTextMatrix") go(pen, toMatrix(args.length === 6 ? args : args[0]));
  else if (operator === "moveText") go(pen, times(pen.line, [1, 0, 0, 1, x, y]));
  else if (operator === "setLeading") pen.leading = -x;
  else if (operator === "nextLine") go(pen, times(pen.line, [1, 0, 0, 1, 0, -pen.leading]));
  else if (operator === "setTextRenderingMode") pen.mode = x;
  else if (operator === "setFont") pen.size = y;
  else if (operator === "setCharSpacing") pen.spacing = x;
  else if (operator === "setLeadingMoveText") {
    pen.leading = -y;
    go(pen, times(pen.line, [1, 0, 0, 1, x, y]));
  } else if (operator === "showText") show(pen, args[0]);
}

function go(pen: Pen, line: Matrix): void {
  pen.line = line;
  pen.along = 0;
}

function show(pen: Pen, glyphs: unknown): void {
  const here = (): readonly [number, number] => {
    const at = times(pen.matrix, times(pen.line, [1, 0, 0, 1, pen.along, 0]));
    return [at[4], at[5]];
  };
  (pen.mode === 3 || pen.mode === 7 ? pen.hidden : pen.seen).add(spot(here()));
  if (!Array.isArray(glyphs)) return;
  const scale = Math.hypot(pen.matrix[0], pen.matrix[1]) * Math.hypot(pen.line[0], pen.line[1]);
  for (const glyph of glyphs) {
    if (typeof glyph === "number") pen.along -= (glyph / 1000) * pen.size;
    else if (typeof glyph === "object" && glyph !== null && "width" in glyph) {
      const width = (Number(glyph.width) / 1000) * pen.size;
      const [x, y] = "unicode" in glyph && glyph.unicode === "\u00ad" ? here() : [];
      if (x !== undefined && y !== undefined && pen.hyphens.length < MAX_HYPHENS)
        pen.hyphens.push({ x, y, width: width * scale });
      pen.along += width + pen.spacing;
    }
  }
}

/** Half a point is the same place. */
function spot([x, y]: readonly [number, number]): string {
  return `${Math.round(x * 2)} ${Math.round(y * 2)}`;
}

const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

/** What ends a path without painting it only clips. */
const END_PATH = 28;
const MAX_DOTS = 1000;

function addShape(pen: Pen, args: readonly unknown[], view: readonly number[]): void {
  if (args[0] === END_PATH) return;
  const box = args[2] instanceof Float32Array ? args[2] : null;
  const matrix = times(toMatrix(view), pen.matrix);
  const [x = 0, y = 0] = box ? point(matrix, box[0] ?? 0, box[1] ?? 0) : [];
  const [right = 0, bottom = 0] = box ? point(matrix, box[2] ?? 0, box[3] ?? 0) : [];
  const [wide, high] = [Math.abs(right - x), Math.abs(bottom - y)];
  if (Math.min(wide, high) > 1.5 && Math.max(wide, high) < 7 && wide < high * 1.5 && high < wide * 1.5) {
    if (pen.dots.length < MAX_DOTS)
      pen.dots.push({ x: Math.min(x, right), right: Math.max(x, right), y: (y + bottom) / 2 });
  } else addRules(pen, args, view);
}

/** Straight lines and the edges of boxes; a filled sliver is a line too. */
function addRules(pen: Pen, args: readonly unknown[], view: readonly number[]): void {
  const path = Array.isArray(args[1]) ? args[1][0] : null;
  if (!(path instanceof Float32Array) || path.length > 3000) return;
  const matrix = times(toMatrix(view), pen.matrix);
  let [from, first]: (readonly [number, number])[] = [
    [0, 0],
    [0, 0],
  ];
  for (let index = 0; index < path.length && pen.rules.length < MAX_RULES; ) {
    const step = path[index];
    if (step === CLOSE) {
      if (from && first) addRule(pen, from, first);
      index += 1;
      continue;
    }
    const last = index + (step === CURVE ? 5 : step === MOVE || step === LINE ? 1 : 3);
    const to = point(matrix, path[last] ?? 0, path[last + 1] ?? 0);
    if (step === LINE && from) addRule(pen, from, to);
    if (step === MOVE) first = to;
    from = to;
    index = last + 2;
  }
}

function addRule(pen: Pen, from: readonly [number, number], to: readonly [number, number]): void {
  const [wide, high] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  if (Math.max(wide, high) < 6 || Math.min(wide, high) > 1) return;
  const axis = wide > high ? 0 : 1;
  const ends = [from[axis], to[axis]].sort((a, b) => a - b);
  pen.rules.push({ isLevel: axis === 0, at: from[1 - axis] ?? 0, from: ends[0] ?? 0, to: ends[1] ?? 0 });
}

function point(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

function toMatrix(given: unknown): Matrix {
  const values = Array.isArray(given) || given instanceof Float32Array ? [...given].map(Number) : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
  return [a, b, c, d, e, f];
}

function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
