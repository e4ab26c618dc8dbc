/**
 * The day a deadline sorts by, of what people write: "april/maj 2018", "ultimo juni", "inden sommerferien", "2. kvartal",
 * "uge 12". A stretch of time sorts by its last day; without a year it is the next one from `today` on. Null of what says
 * no time ("løbende"): that sorts last. Pure; days are "YYYY-MM-DD". [M12]
 */
export function dayOfDeadline(written: string, today: string): string | null {
  const words = written.toLowerCase().replace(/\s+/g, " ").trim();
  const exact = exactDay(words, today);
  if (exact !== undefined) return exact;
  const year = yearIn(words);
  const end = endOf(words.replace(YEAR, " "));
  if (end) return year === null ? nextFrom(today, end) : end(year);
  if (year === null) return null;
  if (/\bprimo\b/.test(words)) return lastOfMonth(year, 1);
  if (/\bmedio\b/.test(words)) return lastOfMonth(year, 6);
  // "inden 2020" is over when 2020 begins; "inden udgangen af 2020" is not.
  const isBefore = /\b(?:inden|før) (?:år )?\d{4}/.test(words);
  return `${isBefore ? year - 1 : year}-12-31`;
}

type OfYear = (year: number) => string;

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
/** "jul" is Christmas. */
const MONTH =
  "(januar|jan|februar|feb|marts|mar|april|apr|maj|juni|jun|juli|august|aug|september|sept|sep|oktober|okt|november|nov|december|dec)\\.?(?![a-zæøå])";
const YEAR = /(?<![\d.,])(?:19|20)\d{2}(?![\d.]*\d)/g;
const NUMBERS: Record<string, number> = { første: 1, andet: 2, anden: 2, tredje: 3, fjerde: 4 };

function yearIn(words: string): number | null {
  const years = words.match(YEAR);
  return years ? Math.max(...years.map(Number)) : null;
}

/** "8. marts 2018", "8.3.18", "8/3-2018", "2018-03-08"; null where the calendar has no such day, undefined where it is none. */
function exactDay(words: string, today: string): string | null | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(words);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /(?<!\d)(\d{1,2})[./](\d{1,2})[-./ ]{1,2}(\d{4}|\d{2})(?!\d)/.exec(words);
  if (short) return dayOf(fullYear(Number(short[3])), Number(short[2]), Number(short[1]));
  const named = new RegExp(`(?<!\\d)(\\d{1,2})\\.? ${MONTH}(?: (\\d{4}))?`).exec(words);
  if (!named) return undefined;
  const [, date, name = "", year] = named;
  const month = monthOf(name);
  const ofYear: OfYear = (one) => dayOf(one, month, Number(date)) ?? "";
  if (year !== undefined) return ofYear(Number(year)) || null;
  return nextFrom(today, ofYear) || null;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** What a stretch of time without its year ends with. */
function endOf(words: string): OfYear | null {
  return monthEnd(words) ?? partOfYear(words) ?? season(words) ?? week(words);
}

/** Primo is until the tenth, medio until the twentieth. Of several months the last counts, over New Year too. */
function monthEnd(words: string): OfYear | null {
  const named = [...words.matchAll(new RegExp(`(?<![a-zæøå])${MONTH}`, "g"))].map(([, name = ""]) => monthOf(name));
  const month = named.at(-1);
  if (month === undefined) return null;
  if (/\bprimo\b/.test(words)) return (year) => dayOf(year, month, 10) ?? "";
  if (/\b(?:medio|midt i)\b/.test(words)) return (year) => dayOf(year, month, 20) ?? "";
  return (year) => lastOfMonth(year, month);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function partOfYear(words: string): OfYear | null {
  const [, quarter] = /\b(?:q|kvartal )?([1-4])\.? ?kvartal|\bq([1-4])\b/.exec(words) ?? [];
  const [, inWords = ""] = /(første|andet|anden|tredje|fjerde) (?:kvartal|halvår)/.exec(words) ?? [];
  const [, half] = /\b([12])\.? ?halvår/.exec(words) ?? [];
  if (/halvår/.test(words)) {
    const which = Number(half) || NUMBERS[inWords] || 0;
    return which === 1 || which === 2 ? (year) => lastOfMonth(year, which * 6) : null;
  }
  const which = Number(quarter ?? /\bq([1-4])\b/.exec(words)?.[1]) || NUMBERS[inWords] || 0;
  return which >= 1 && which <= 4 ? (year) => lastOfMonth(year, which * 3) : null;
}

/**
 * Schools close for the summer on the last Saturday of June, so "inden sommerferien" is the Friday before it; after it
 * is the end of August. "Inden jul" is 23 December. Seasons are those of three months.
 */
const SEASONS: readonly [RegExp, OfYear][] = [
  [/efter sommer/, (year) => lastOfMonth(year, 8)],
  [/sommerferie|(inden|før) sommer/, (year) => beforeSchoolHolidays(year)],
  [/sommer/, (year) => lastOfMonth(year, 8)],
  [/efterår/, (year) => lastOfMonth(year, 11)],
  [/forår/, (year) => lastOfMonth(year, 5)],
  [/(inden|før) jul/, (year) => `${year}-12-23`],
  [/årsskifte|nytår|årets udgang|udgangen af året|årets slutning/, (year) => `${year}-12-31`],
  [/vinter/, (year) => lastOfMonth(year, 2)],
];

function season(words: string): OfYear | null {
  return SEASONS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function beforeSchoolHolidays(year: number): string {
  const last = new Date(Date.UTC(year, 5, 30));
  const back = (last.getUTCDay() + 1) % 7;
  return textOfDay(new Date(Date.UTC(year, 5, 29 - back)));
}

/** By its Friday: what is due in a week is due when the offices close for it. */
function week(words: string): OfYear | null {
  const [, written] = /\buge (\d{1,2})\b/.exec(words) ?? [];
  const number = Number(written);
  if (!(number >= 1 && number <= 53)) return null;
  return (year) => {
    const fourth = new Date(Date.UTC(year, 0, 4));
    const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
    return textOfDay(new Date(Date.UTC(year, 0, monday + 7 * (number - 1) + 4)));
  };
}

/** Of this year or a later one: the first that is not past. */
function nextFrom(today: string, ofYear: OfYear): string {
  const year = Number(today.slice(0, 4));
  // 29 February may be four, around a century eight years off.
  for (let one = year; one <= year + 8; one++) if (ofYear(one) >= today) return ofYear(one);
  return "";
}

function lastOfMonth(year: number, month: number): string {
  return textOfDay(new Date(Date.UTC(year, month, 0)));
}

function dayOf(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? textOfDay(at) : null;
}

function textOfDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
