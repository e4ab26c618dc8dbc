import { isDay } from "../../../deadline";
import type { When } from "./shapes";

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const MONTH =
  "jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const IN_WORDS = new RegExp(String.raw`(?<!\d)(\d{1,2})\.?\s+(${MONTH})\b\.?(?:\s+(\d{4}))?`, "giu");
/** "12.1.2027", "12-01-27", "12/1 2027"; not "12.1" alone, which is a point, nor a KLE number. */
const IN_FIGURES = /(?<![\d.\-/])(\d{1,2})([./-])\s?(\d{1,2})(?:\2\s?|\s)(\d{4}|\d{2})(?![\d.-]*\d)/gu;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
const TIME = /\b(?:kl\.?|klokken)\s*(\d{1,2})(?:[.:](\d{2}))?(?!\d)/iu;

/** A day in a text, from sign `from` to sign `to`. */
export type Dated = When & { from: number; to: number };

/**
 * The days a sentence names, in its order. One without a year is the first of its name from `today` on; a day that no
 * calendar has is none. A time of day belongs to the day it follows, or goes before.
 */
export function daysIn(text: string, today: string): Dated[] {
  const found = [...inWords(text, today), ...inFigures(text), ...iso(text)].sort((one, other) => one.from - other.from);
  return found.map(({ day, from, to }, index) => {
    const after = text.slice(to, found[index + 1]?.from);
    const before = index === 0 ? text.slice(0, from) : "";
    return { day, time: timeIn(after) ?? timeIn(before), from, to };
  });
}

type Bare = { day: string; from: number; to: number };

function inWords(text: string, today: string): Bare[] {
  return [...text.matchAll(IN_WORDS)].flatMap((match) => {
    const [whole, date = "", name = "", year] = match;
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    const years = year ? [Number(year)] : yearsFrom(today);
    const day = years.map((one) => dayOf(one, month, Number(date))).find((one) => one && (year || one >= today));
    return day ? [{ day, from: match.index, to: match.index + whole.length }] : [];
  });
}

/** Enough for the 29th of February. */
function yearsFrom(today: string): number[] {
  const first = Number(today.slice(0, 4));
  return Array.from({ length: 9 }, (_, index) => first + index);
}

function inFigures(text: string): Bare[] {
  return [...text.matchAll(IN_FIGURES)].flatMap((match) => {
    const [whole, date = "", , month = "", year = ""] = match;
    const day = dayOf(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(date));
    return day ? [{ day, from: match.index, to: match.index + whole.length }] : [];
  });
}

function iso(text: string): Bare[] {
  return [...text.matchAll(ISO)].flatMap((match) => {
    const [day] = match;
    return isDay(day) ? [{ day, from: match.index, to: match.index + day.length }] : [];
  });
}

function dayOf(year: number, month: number, date: number): string | null {
  const day = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

function timeIn(text: string): string | null {
  const [, hour = "", minute = "00"] = TIME.exec(text) ?? [];
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
}
