import { STANCES } from "../../app/document-model/document";
import { isId } from "../../db/ids";
import { type Filters, HIT_KINDS, type HitKind, type Part } from "./shapes";

/** What was written, cut to what is searched for: words in lower case and phrases as they stand between quotes. Pure. */
export type Query = { text: string; words: string[]; phrases: string[] };

const MAX_LENGTH = 500;
/** Each word is a look-up; whoever pastes a paragraph means its first lines. */
const MAX_WORDS = 16;
const MAX_PHRASES = 4;
const QUOTES = /["“”„«»]/;
/** Where a word ends: every sign but a point between digits. The same ranges as `search_plain` in the migration. */
const SIGNS = /[^0-9A-Za-z.À-ÖØ-öø-ʯͰ-ӿ]|\.(?![0-9])|(?<![0-9])\./g;

/** Whatever is written is a query: a quote without its partner opens no phrase, every other sign parts words. [Q3] */
export function readQuery(written: string): Query {
  const text = written.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, MAX_LENGTH).trim();
  const pieces = text.split(QUOTES);
  // Between quotes are the odd pieces; the last one is between quotes only when it is followed by another.
  const isQuoted = (index: number) => index % 2 === 1 && index < pieces.length - 1;
  const quoted = pieces
    .filter((piece, index) => isQuoted(index) && wordsOf(piece).length > 0)
    .map((piece) => piece.trim());
  const loose = pieces.filter((_, index) => !isQuoted(index)).flatMap(wordsOf);
  return {
    text,
    words: [...new Set(loose)].slice(0, MAX_WORDS),
    phrases: [...new Set(quoted.map((phrase) => phrase.toLowerCase()))].slice(0, MAX_PHRASES),
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().replace(SIGNS, " ").split(" ").filter(Boolean);
}

/** Only what can be a year, an id, a kind; anything else filters nothing. */
export function readFilters(asked: Partial<Filters>): Filters {
  const { year = "", center = "", source = "", kind = "", stance = "" } = asked;
  return {
    year: /^[12]\d{3}$/.test(year) ? year : "",
    center: isId(center) ? center : "",
    source: isId(source) ? source : "",
    kind: HIT_KINDS.find((known) => known === kind) ?? "",
    stance: STANCES.find((known) => known === stance) ?? "",
  };
}

/** A word as PostgreSQL's tsquery takes it, whatever signs are in it. */
export function lexeme(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

export function all(queries: readonly string[]): string {
  return queries.map((query) => `(${query})`).join(" & ");
}

export function any(queries: readonly string[]): string {
  return queries.map((query) => `(${query})`).join(" | ");
}

/** Remarks are many, all else is few: each has candidates of its own, so that a clause is not lost among remarks. */
const GROUPS: readonly HitKind[][] = [["source", "clause", "response"], ["remark"]];

/**
 * Where is looked, a list of steps for each group, the newest years first: when they hold enough, older ones are never
 * read. `years` are those that have entries, the newest first.
 */
export function scopes(
  { year, kind, center, source, stance }: Filters,
  years: readonly number[],
  municipality: string,
): string[][] {
  const asked = year ? years.filter((one) => String(one) === year) : years;
  const steps = [asked.slice(0, 1), asked.slice(1, 3), asked.slice(3)].filter((step) => step.length > 0);
  const filters = { c: center, s: source, t: stance };
  const more = Object.entries(filters).flatMap(([sign, value]) => (value ? [lexeme(`#${sign}${value}`)] : []));
  const kinds = GROUPS.map((group) => group.filter((one) => !kind || one === kind)).filter((group) => group.length > 0);
  const placesOf = (group: HitKind[], step: number[]) =>
    step.flatMap((one) => group.map((name) => lexeme(`#${name}/${one}/${municipality}`)));
  return kinds.map((group) => steps.map((step) => all([any(placesOf(group, step)), ...more])));
}

/** A letter too many, or two in the wrong order: what trigrams of short words are blind to. */
export function misspellings(word: string): string[] {
  if (word.length < 4 || word.length > 12) return [];
  const letters = [...word];
  const without = letters.map((_, index) => letters.toSpliced(index, 1).join(""));
  const swapped = letters
    .slice(1)
    .map((letter, index) => letters.toSpliced(index, 2, letter, letters[index] ?? "").join(""));
  return [...new Set([...without, ...swapped])].filter((one) => one !== word);
}

/** Signs that no plain form has. */
export const OPENS = "<";
export const CLOSES = ">";
const SNIPPET = 320;
const BEFORE = 90;

/**
 * The text in parts by what the database marked in its plain form, which is as long, sign for sign. Of a long text the
 * place around its first hit; "…" says where it was cut.
 */
export function parts(text: string, marked: string, isWhole: boolean): Part[] {
  const ranges = text.length === marked.replace(/[<>]/g, "").length ? rangesIn(marked) : [];
  const from = isWhole || text.length <= SNIPPET ? 0 : wordStart(text, Math.max(0, (ranges[0]?.from ?? 0) - BEFORE));
  const to = isWhole || text.length - from <= SNIPPET ? text.length : wordEnd(text, from + SNIPPET);
  const found: Part[] = from > 0 ? [{ text: "… ", isHit: false }] : [];
  let at = from;
  for (const range of ranges.filter((one) => one.from >= from && one.to <= to)) {
    found.push(
      { text: text.slice(at, range.from), isHit: false },
      { text: text.slice(range.from, range.to), isHit: true },
    );
    at = range.to;
  }
  found.push({ text: text.slice(at, to), isHit: false }, { text: to < text.length ? " …" : "", isHit: false });
  return found.filter((part) => part.text !== "");
}

function rangesIn(marked: string): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  let place = 0;
  let from = 0;
  for (const sign of marked.split("")) {
    if (sign === OPENS) from = place;
    else if (sign === CLOSES) ranges.push({ from, to: place });
    else place += 1;
  }
  return ranges;
}

function wordStart(text: string, place: number): number {
  const blank = text.indexOf(" ", place);
  return place === 0 || blank < 0 || blank - place > 40 ? place : blank + 1;
}

function wordEnd(text: string, place: number): number {
  const blank = text.lastIndexOf(" ", place);
  return blank > place - 40 ? blank : place;
}
