import { forEach } from "../docx/parts";
import { childrenOf } from "../docx/xml";

/** Which of a workbook's styles show a number as a day, and where its days are counted from. */
export type Formats = { days: ReadonlySet<number>; countsFrom1904: boolean };

/** Excel's own formats for days, of every language. */
function isBuiltIn(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

export function readFormats(xml: string | null, countsFrom1904: boolean): Formats {
  const own = new Map<number, string>();
  const days = new Set<number>();
  forEach(xml, ["numFmt", "cellXfs"], (element) => {
    if (element.name === "numFmt") {
      own.set(Number(element.attributes["numFmtId"]), element.attributes["formatCode"] ?? "");
      return;
    }
    childrenOf(element, "xf").forEach(({ attributes }, style) => {
      const id = Number(attributes["numFmtId"]);
      if (isBuiltIn(id) || isDay(own.get(id) ?? "")) days.add(style);
    });
  });
  return { days, countsFrom1904 };
}

/** "dd/mm/yyyy", but not what stands between quotes or brackets, or is a time alone. */
function isDay(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));
}

const DAY_MS = 24 * 3_600_000;
const FROM = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
/** The last day Excel knows: 31-12-9999. */
const LAST = 2_958_465;

/** "02-03-2026"; null for a number that is no day. */
export function dayOf({ days, countsFrom1904 }: Formats, style: string | undefined, number: number): string | null {
  if (style === undefined || !days.has(Number(style)) || !(number >= 1 && number <= LAST)) return null;
  const day = new Date(FROM[countsFrom1904 ? 1904 : 1900] + Math.floor(number) * DAY_MS);
  return day.toISOString().slice(0, 10).split("-").reverse().join("-");
}
