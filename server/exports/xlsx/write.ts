import { escaped } from "../markup";
import { packed } from "../zip";

/**
 * One sheet of words, written by hand: seven small parts, no formulas and no numbers. The packages for it are far larger, not kept up,
 * or no longer on the registry.
 */
export type Sheet = { name: string; columns: readonly { name: string; width: number }[]; rows: readonly string[][] };

type About = { title: string; author: string; date: Date };

/** Excel holds no more letters in a cell; what is longer goes on in the row below. */
const LONGEST = 32_000;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook of one sheet: the same rows give the same bytes. What looks like a formula is text. [X1] */
export function xlsxOf(sheet: Sheet, about: About): Promise<Uint8Array> {
  const rows = sheet.rows.flatMap(withinCells);
  return packed(
    [
      ["[Content_Types].xml", types()],
      ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]], true)],
      ["docProps/core.xml", core(about)],
      [
        "xl/_rels/workbook.xml.rels",
        relations([
          ["worksheet", "worksheets/sheet1.xml"],
          ["styles", "styles.xml"],
        ]),
      ],
      ["xl/styles.xml", styles()],
      ["xl/workbook.xml", workbook(sheet.name)],
      ["xl/worksheets/sheet1.xml", worksheet(sheet, rows)],
    ],
    about.date,
  );
}

function withinCells(row: string[]): string[][] {
  const cells = row.map(piecesOf);
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, y) => cells.map((pieces) => pieces[y] ?? ""));
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const space = rest.lastIndexOf(" ", LONGEST);
    const at = space > LONGEST / 2 ? space + 1 : LONGEST;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

function worksheet({ columns }: Sheet, rows: readonly string[][]): string {
  const last = columnName(columns.length - 1);
  const cols = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const all = [columns.map(({ name }) => name), ...rows].map((row, y) => {
    const cells = row.map((text, x) => cellOf(`${columnName(x)}${y + 1}`, text, y === 0 ? 1 : 2));
    return `<row r="${y + 1}">${cells.join("")}</row>`;
  });
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><cols>${cols.join("")}</cols><sheetData>${all.join("")}</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function cellOf(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function columnName(at: number): string {
  return String.fromCharCode(65 + at);
}

function workbook(name: string): string {
  const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(name)}'!$1:$1</definedName></definedNames>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets>${titles}</workbook>`;
}

/** Plain, heading, and what is wrapped in its cell. */
function styles(): string {
  const fonts =
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>';
  const fills =
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F4"/></patternFill></fill></fills>';
  const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const cells = `<cellXfs count="3"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf><xf applyAlignment="1">${wrapped}</xf></cellXfs>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}">${fonts}${fills}${borders}<cellStyleXfs count="1"><xf/></cellStyleXfs>${cells}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function types(): string {
  const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = [
    ["/xl/workbook.xml", `${sheet}.sheet.main+xml`],
    ["/xl/worksheets/sheet1.xml", `${sheet}.worksheet+xml`],
    ["/xl/styles.xml", `${sheet}.styles+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`;
}

function relations(all: readonly (readonly [string, string])[], withCore = false): string {
  const each = all.map(([type, to], at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/${type}" Target="${to}"/>`);
  const core = `<Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`;
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}${withCore ? core : ""}</Relationships>`;
}

function core({ title, author, date }: About): string {
  const at = `${date.toISOString().slice(0, 19)}Z`;
  const space = `xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  return `${HEAD}<cp:coreProperties ${space}><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>da-DK</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
