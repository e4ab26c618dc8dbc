import type { KleNumber } from "./shapes";

export const IS_TOPIC = /^\d\d\.\d\d\.\d\d$/;
/** A letter and two digits, as SF2900 has it. */
export const IS_FACET = /^[A-ZÆØÅ]\d\d$/;

type Days = Pick<KleNumber, "validFrom" | "validTo">;

/** Whether a number may be used on a day: both its first and its last day are its own. [F20] */
export function standingOn(day: string, { validFrom, validTo }: Days): "valid" | "expired" | "not-yet" {
  if (validTo !== null && day > validTo) return "expired";
  return validFrom !== null && day < validFrom ? "not-yet" : "valid";
}

/** What is wrong with using this number on a day, with what a sentence needs behind bars; null when nothing is. */
export function wrongOn(day: string, number: string, found: KleNumber | null): string | null {
  if (!found) return `kle-unknown|${number}`;
  const standing = standingOn(day, found);
  if (standing === "valid") return null;
  if (standing === "not-yet") return `kle-not-yet|${number}|${found.validFrom}`;
  const { successor } = found;
  const facts = `${number}|${found.validTo}`;
  return successor ? `kle-replaced|${facts}|${successor.number} ${successor.title}` : `kle-expired|${facts}`;
}

/**
 * The last day of what the list says "udgår 2027" of, without a day: the last one before that year. In a list of that very
 * year it still stands, so there it is the year's last. [F19]
 */
export function lastDayBefore(year: string, edition: string): string {
  return edition.slice(0, 4) < year ? `${Number(year) - 1}-12-31` : `${year}-12-31`;
}

/** The words of a query, as they are looked for. */
export function wordsOf(query: string): string[] {
  return query.toLocaleLowerCase("da").split(/\s+/).filter(Boolean).slice(0, 8);
}
