import { isDay } from "../deadline";
import { isTitle, MOST_NUMBERS, type ReadNumber, refused } from "./read-list";
import { IS_TOPIC, lastDayBefore } from "./rules";

const NUMBER = "KLENummer='";
const TITLE = "':KLETitel='";
const KEYWORDS = "':Keywords[Weight]=";
/** The longest line of edition 3.23 has some 10,000 signs. */
const LONGEST_LINE = 200_000;
const MOST_KEYWORDS = 4000;

/** OS2KLE.txt: KLENummer='29.30.08':KLETitel='… [udgår 2027]':Keywords[Weight]=ord[5];andet ord[10]; */
export function readLines(text: string, edition: string): ReadNumber[] {
  const numbers: ReadNumber[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const at = index + 1;
    const read = numberIn(line, edition);
    if (!read) throw refused(numbers.length === 0 ? "kle-not-a-list" : "kle-not-a-line", at);
    if (seen.has(read.number)) throw refused("kle-twice", at);
    if (numbers.length === MOST_NUMBERS) throw refused("kle-too-many");
    seen.add(read.number);
    numbers.push(read);
  }
  return numbers;
}

function numberIn(line: string, edition: string): ReadNumber | null {
  const titleAt = line.indexOf(TITLE);
  if (!line.startsWith(NUMBER) || titleAt < 0 || line.length > LONGEST_LINE) return null;
  const rest = line.slice(titleAt + TITLE.length);
  const keywordsAt = rest.indexOf(KEYWORDS);
  if (keywordsAt < 0) return null;
  const number = line.slice(NUMBER.length, titleAt);
  const { title, ...ending } = endingIn(rest.slice(0, keywordsAt).trim(), edition);
  if (!IS_TOPIC.test(number) || !isTitle(title)) return null;
  const keywords = rest.slice(keywordsAt + KEYWORDS.length).replace(/\[\d+\]|\p{Cc}/gu, "");
  return { number, title, validFrom: null, ...ending, keywords: keywords.slice(0, MOST_KEYWORDS) };
}

/** "Sundhedsaftaler [udgår 2027]": a year or a day, and sometimes what takes its place. */
function endingIn(title: string, edition: string): Pick<ReadNumber, "title" | "validTo" | "successor"> {
  const opens = title.lastIndexOf("[");
  const said = title.endsWith("]") && opens >= 0 ? title.slice(opens + 1, -1) : "";
  const validTo = /^udgår\b/i.test(said) ? lastDayIn(said, edition) : null;
  if (validTo === null) return { title, validTo, successor: null };
  const successor = /\b\d\d\.\d\d\.\d\d\b(?!\.?\d)/.exec(said)?.[0] ?? null;
  return { title: title.slice(0, opens).trim(), validTo, successor };
}

function lastDayIn(said: string, edition: string): string | null {
  const [, day, month, ofYear] = /\b(\d\d?)[./-](\d\d?)[./-](\d{4})\b/.exec(said) ?? [];
  const written = ofYear ? `${ofYear}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : null;
  if (written && isDay(written)) return written;
  const year = /\b(20\d\d)\b/.exec(said)?.[1];
  return year ? lastDayBefore(year, edition) : null;
}
