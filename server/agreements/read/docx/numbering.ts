import { leftOf, type Styles } from "./styles";
import { child, childrenOf, type Element, numberIn, readXml, switchIn, valueIn } from "./xml";

/**
 * Word's automatic numbers, counted as Word does: they stand nowhere in the text. A list (`w:num`) uses a scheme of levels
 * (`w:abstractNum`) and goes on where the last list of that scheme stopped, unless it says where to start.
 */
type Numbered = { text: string; left: number | null };

export type Numbering = {
  /** The next number of that list and level; null where the list has none. Counts, so ask once per paragraph. */
  next(asked: { id: string; level: number }): Numbered | null;
  /** The level a style stands for in its list: "heading 2" is the second of the scheme that its style names. */
  levelOfStyle(id: string, styleId: string): number | null;
};

type Level = {
  format: string;
  text: string;
  start: number;
  /** Starts again after a number of this level (counted from one) or above; 0: never. */
  restart: number;
  isLegal: boolean;
  styleId: string | undefined;
  left: number | null;
};
type Scheme = { id: string; levels: Map<number, Level>; link: string | undefined };
type List = { scheme: string; starts: Map<number, number>; levels: Map<number, Level> };
type Counting = {
  schemes: Map<string, Scheme>;
  lists: Map<string, List>;
  styles: Styles;
  /** By scheme: the last number given on each level. */
  counts: Map<string, (number | undefined)[]>;
  /** Lists and levels whose own start has been used. */
  started: Set<string>;
};

const LEVELS = 9;

export function readNumbering(xml: string | null, styles: Styles): Numbering {
  const counting: Counting = { schemes: new Map(), lists: new Map(), styles, counts: new Map(), started: new Set() };
  const read = (element: Element) => {
    const scheme = element.name === "w:abstractNum" ? schemeOf(element) : null;
    if (scheme) counting.schemes.set(scheme.id, scheme);
    else counting.lists.set(element.attributes["numId"] ?? "", listOf(element));
  };
  if (xml !== null) readXml(xml, { whole: new Set(["w:abstractNum", "w:num"]), read });
  return {
    next: ({ id, level }) => next(counting, id, Math.min(Math.max(level, 0), LEVELS - 1)),
    levelOfStyle(id, styleId) {
      const levels = [...(schemeFor(counting, id)?.levels ?? [])];
      return levels.find(([, level]) => level.styleId === styleId)?.[0] ?? null;
    },
  };
}

function schemeOf(element: Element): Scheme {
  const levels = new Map(childrenOf(element, "w:lvl").map((level) => [levelNumber(level), levelOf(level)]));
  return { id: element.attributes["abstractNumId"] ?? "", levels, link: valueIn(element, "w:numStyleLink") };
}

function levelNumber(element: Element): number {
  return Number.parseInt(element.attributes["ilvl"] ?? "0", 10);
}

function levelOf(element: Element): Level {
  return {
    format: valueIn(element, "w:numFmt") ?? "decimal",
    text: valueIn(element, "w:lvlText") ?? "",
    start: numberIn(element, "w:start") ?? 0,
    restart: numberIn(element, "w:lvlRestart") ?? LEVELS,
    isLegal: switchIn(element, "w:isLgl") ?? false,
    styleId: valueIn(element, "w:pStyle"),
    left: leftOf(child(element, "w:pPr")) ?? null,
  };
}

function listOf(element: Element): List {
  const list: List = { scheme: valueIn(element, "w:abstractNumId") ?? "", starts: new Map(), levels: new Map() };
  for (const override of childrenOf(element, "w:lvlOverride")) {
    const level = child(override, "w:lvl");
    const start = numberIn(override, "w:startOverride");
    if (level) list.levels.set(levelNumber(override), levelOf(level));
    if (start !== undefined) list.starts.set(levelNumber(override), start);
  }
  return list;
}

/** A scheme may be another's by way of a style of lists. */
function schemeFor({ schemes, lists, styles }: Counting, listId: string): Scheme | undefined {
  const scheme = schemes.get(lists.get(listId)?.scheme ?? "");
  if (scheme?.link === undefined || scheme.levels.size > 0) return scheme;
  return schemes.get(lists.get(styles.numberingOf(scheme.link) ?? "")?.scheme ?? "") ?? scheme;
}

function next(counting: Counting, listId: string, at: number): Numbered | null {
  const list = counting.lists.get(listId);
  const scheme = schemeFor(counting, listId);
  const levelAt = (index: number) => list?.levels.get(index) ?? scheme?.levels.get(index);
  const level = levelAt(at);
  if (!list || !scheme || !level) return null;
  const counts = counting.counts.get(scheme.id) ?? [];
  counting.counts.set(scheme.id, counts);
  counts[at] = nextCount(counting, { listId, list, level, at, last: counts[at] });
  for (let below = at + 1; below < LEVELS; below += 1) {
    if (at < (levelAt(below)?.restart ?? LEVELS)) counts[below] = undefined;
  }
  // "2.1" before any "2": Word shows the level above as it would start.
  const countAt = (index: number) => counts[index] ?? levelAt(index)?.start ?? 0;
  return { text: textOf(level, levelAt, countAt), left: level.left };
}

type Asked = { listId: string; list: List; level: Level; at: number; last: number | undefined };

function nextCount({ started }: Counting, { listId, list, level, at, last }: Asked): number {
  const start = list.starts.get(at);
  const key = `${listId} ${at}`;
  const isFirst = !started.has(key);
  started.add(key);
  if (start !== undefined && (isFirst || last === undefined)) return start;
  return last === undefined ? level.start : last + 1;
}

/** What a legal level leaves as it is. */
const FIGURES = new Set(["none", "decimal", "decimalZero"]);

/** "%1.%2." → "3.2."; letters get the sign that the reader of lines knows them by. */
function textOf(level: Level, levelAt: (index: number) => Level | undefined, countAt: (index: number) => number) {
  if (level.format === "bullet") return "•";
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = levelAt(index)?.format ?? "decimal";
    return written(countAt(index), level.isLegal && !FIGURES.has(format) ? "decimal" : format);
  });
  const isLetter = /^(?:lowerLetter|lowerRoman)$/.test(level.format);
  return (isLetter ? text.replace(/^\(?([a-z]{1,4})[.)]?$/, "$1)") : text.replace(/^\((\w{1,4})\)$/, "$1)")).trim();
}

function written(count: number, format: string): string {
  if (format === "none" || format === "bullet") return "";
  if (format === "decimalZero") return String(count).padStart(2, "0");
  if (format === "lowerLetter") return letters(count);
  if (format === "upperLetter") return letters(count).toUpperCase();
  if (format === "lowerRoman") return roman(count);
  return format === "upperRoman" ? roman(count).toUpperCase() : String(count);
}

/** After z comes aa, then bb. */
function letters(count: number): string {
  if (count < 1 || count > 26 * 10) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const ROMAN = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
] as const; // biome-ignore format: a table

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = "";
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
