import { allBlocks, type ResponseDocument, textOf } from "./document";

/**
 * Finds what is written like a CPR number: by its date, because the check digit has not been promised since
 * 1 October 2007. Pure. [F5]
 */
const CPR = /(?<![\d.])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(\d{2})[ -]?(\d{4})(?!\d)/g;

/** The places (from, to) of every CPR number in the text. */
export function findCpr(text: string): { from: number; to: number }[] {
  return [...text.matchAll(CPR)].flatMap((match) => {
    const [whole, day = "", month = "", year = "", serial = ""] = match;
    if (!isDate(centuryOf(Number(year), Number(serial[0])) + Number(year), Number(month), Number(day))) return [];
    return [{ from: match.index, to: match.index + whole.length }];
  });
}

export function hasCpr(text: string): boolean {
  return findCpr(text).length > 0;
}

/** The ids of the blocks that hold what is written like a CPR number, in reading order. */
export function blocksWithCpr(document: ResponseDocument): string[] {
  return [...allBlocks(document)].filter((block) => hasCpr(textOf(block))).map((block) => block.id);
}

/** The seventh digit says which hundred years the two digits of the year belong to. */
function centuryOf(year: number, seventh: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
