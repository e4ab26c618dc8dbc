import { forEach, refuseMacros, relations, targets, xmlOf } from "../docx/parts";
import { Unfit } from "../docx/unfit";
import { child, childrenOf, type Element } from "../docx/xml";
import { openZip, type Parts } from "../docx/zip";
import { tidy } from "./delimited";
import { dayOf, type Formats, readFormats } from "./formats";

/**
 * Reads a workbook's sheets, by the ZIP and XML readers of Word files and their limits. By hand: the packages that read
 * XLSX are not kept up, or have left the registry, and each brings a reader of ZIP and XML that is less strict than ours.
 * Formulas are never worked out: what stands is what Excel last showed. What Excel hides is not read. [S31]
 */
export function readSheets(bytes: Uint8Array): string[][][] {
  const parts = openZip(bytes);
  refuseMacros(parts);
  const main = relations(parts, "").get("officeDocument") ?? "xl/workbook.xml";
  const book = xmlOf(parts, main);
  if (book === null) throw new Unfit("damaged");
  const related = relations(parts, main);
  const { sheets, countsFrom1904 } = readBook(book);
  const strings = readStrings(partOf(parts, related.get("sharedStrings")));
  const formats = readFormats(partOf(parts, related.get("styles")), countsFrom1904);
  const paths = targets(parts, main);
  const budget = { cells: MOST.cells, letters: MOST.letters };
  return sheets.flatMap((id) => {
    const xml = partOf(parts, paths.get(id));
    const rows = xml === null ? [] : readSheet(xml, { strings, formats, budget });
    return rows.length > 0 ? [rows] : [];
  });
}

/** Far more than any overview, and still read in a second. */
const MOST = { strings: 300_000, cells: 300_000, letters: 10_000_000, columns: 200, merged: 10_000 } as const;

function partOf(parts: Parts, name: string | undefined): string | null {
  return name === undefined ? null : xmlOf(parts, name);
}

function readBook(xml: string): { sheets: string[]; countsFrom1904: boolean } {
  const sheets: string[] = [];
  let countsFrom1904 = false;
  forEach(xml, ["sheet", "workbookPr"], ({ name, attributes }) => {
    if (name === "workbookPr") countsFrom1904 = isOn(attributes["date1904"]);
    else if ((attributes["state"] ?? "visible") === "visible") sheets.push(attributes["id"] ?? "");
  });
  return { sheets, countsFrom1904 };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function readStrings(xml: string | null): string[] {
  const strings: string[] = [];
  forEach(xml, ["si"], (element) => {
    strings.push(textOf(element));
    if (strings.length > MOST.strings) throw new Unfit("too-large");
  });
  return strings;
}

/** Its own words or those of its runs; how they are pronounced is not said. */
function textOf(element: Element): string {
  const own = childrenOf(element, "t").map(wordsOf);
  const runs = childrenOf(element, "r").flatMap((run) => childrenOf(run, "t").map(wordsOf));
  return unescaped([...own, ...runs].join(""));
}

function wordsOf({ children }: Element): string {
  return children.filter((one) => typeof one === "string").join("");
}

/** Excel writes signs that XML may not hold as _x000D_. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

type Reading = { strings: readonly string[]; formats: Formats; budget: { cells: number; letters: number } };
type Row = { number: number; cells: string[] };
type Sheet = { rows: Map<number, Row>; hidden: Set<number>; merged: string[]; last: number };

function readSheet(xml: string, reading: Reading): string[][] {
  const sheet: Sheet = { rows: new Map(), hidden: new Set(), merged: [], last: 0 };
  forEach(xml, ["col", "row", "mergeCell"], (element) => {
    if (element.name === "col") hideColumns(sheet, element);
    else if (element.name === "row") readRow(sheet, element, reading);
    else if (sheet.merged.length < MOST.merged) sheet.merged.push(element.attributes["ref"] ?? "");
  });
  for (const ref of sheet.merged) fillDown(sheet, ref);
  const rows = [...sheet.rows.values()].sort((one, other) => one.number - other.number);
  return rows
    .map(({ cells }) => Array.from(cells, (cell = "") => tidy(cell)).filter((_, column) => !sheet.hidden.has(column)))
    .filter((cells) => cells.some((cell) => cell !== ""));
}

function hideColumns({ hidden }: Sheet, { attributes }: Element): void {
  if (!isOn(attributes["hidden"])) return;
  const [from, to] = [Number(attributes["min"]), Math.min(Number(attributes["max"]), MOST.columns)];
  for (let column = from; column <= to; column += 1) hidden.add(column - 1);
}

function readRow(sheet: Sheet, element: Element, reading: Reading): void {
  const number = Number(element.attributes["r"]) || sheet.last + 1;
  sheet.last = number;
  if (isOn(element.attributes["hidden"])) return;
  const cells: string[] = [];
  for (const cell of childrenOf(element, "c")) {
    const column = placeOf(cell.attributes["r"] ?? "")?.column ?? cells.length;
    if (column >= MOST.columns) continue;
    const text = shownIn(cell, reading);
    reading.budget.cells -= 1;
    reading.budget.letters -= text.length;
    if (reading.budget.cells < 0 || reading.budget.letters < 0) throw new Unfit("too-large");
    cells[column] = text;
  }
  sheet.rows.set(number, { number, cells });
}

/** What Excel shows in the cell. */
function shownIn(cell: Element, { strings, formats }: Reading): string {
  const value = child(cell, "v");
  const text = value ? wordsOf(value) : "";
  switch (cell.attributes["t"] ?? "n") {
    case "s":
      return strings[Number(text)] ?? "";
    case "inlineStr": {
      const inline = child(cell, "is");
      return inline ? textOf(inline) : "";
    }
    case "b":
      return text === "1" ? "SAND" : "FALSK";
    case "e":
      return "";
    case "n":
      return text === "" ? "" : (dayOf(formats, cell.attributes["s"], Number(text)) ?? rounded(text));
    default:
      return unescaped(text);
  }
}

/** 3.2 may be kept as 3.2000000000000002. */
function rounded(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text;
}

/** What stands in the first cell of a merged block stands for each of its rows. */
function fillDown({ rows }: Sheet, ref: string): void {
  const [from, to] = ref.split(":").map(placeOf);
  if (!from || !to || to.column - from.column > MOST.columns) return;
  const text = rows.get(from.row)?.cells[from.column];
  if (!text || from.row === to.row) return;
  for (const [number, { cells }] of rows) if (number > from.row && number <= to.row) cells[from.column] = text;
}

/** "B12" → column 1, row 12. */
function placeOf(ref: string): { column: number; row: number } | null {
  const [, letters = "", row = ""] = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  if (letters === "") return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(row) };
}
