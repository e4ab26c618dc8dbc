import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import JSZip from "jszip";
import { expect, test } from "vitest";
import { wordOf } from "../docx/word-by-hand";
import { delimitedRows } from "./delimited";
import { readTables } from "./index";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

type Book = { sheets: string[]; states?: string[]; strings?: string; styles?: string; more?: Record<string, string> };

/** A workbook of parts written by hand. */
async function bookOf({ sheets, states = [], strings, styles, more = {} }: Book): Promise<Uint8Array> {
  const zip = new JSZip();
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const list = (inside: string) => `<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  zip.file("[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"/>`);
  zip.file("_rels/.rels", list(relation("r1", "officeDocument", "xl/workbook.xml")));
  const named = sheets.map(
    (_, at) => `<sheet name="Ark${at}" sheetId="${at + 1}" state="${states[at] ?? "visible"}" r:id="s${at}"/>`,
  );
  zip.file(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join("")}</sheets></workbook>`,
  );
  const sheetParts = sheets.map((_, at) => relation(`s${at}`, "worksheet", `worksheets/sheet${at}.xml`));
  const others = relation("x1", "sharedStrings", "sharedStrings.xml") + relation("x2", "styles", "/xl/styles.xml");
  zip.file("xl/_rels/workbook.xml.rels", list(sheetParts.join("") + others));
  zip.file("xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${strings ?? ""}</sst>`);
  zip.file("xl/styles.xml", `<styleSheet xmlns="${MAIN}">${styles ?? ""}</styleSheet>`);
  for (const [at, inside] of sheets.entries())
    zip.file(`xl/worksheets/sheet${at}.xml`, `<worksheet xmlns="${MAIN}">${inside}</worksheet>`);
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const data = (...rows: string[]) => `<sheetData>${rows.map((row) => `<row>${row}</row>`).join("")}</sheetData>`;

test("[S31] of a workbook the cells are what Excel shows: shared words, days, numbers, and what a formula last gave", async () => {
  const bytes = await bookOf({
    strings: "<si><t>Emne</t></si><si><r><t>Nye </t></r><r><t>regler_x000D_</t></r><rPh><t>lyd</t></rPh></si>",
    styles:
      '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
    sheets: [
      data(
        '<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>',
        '<c r="A2"><v>3.2000000000000002</v></c><c r="B2" s="1"><v>46083</v></c><c r="C2" t="str"><f>HYPERLINK("http://ond.dk","x")</f><v>Vist tekst</v></c>',
        '<c r="A3"><f>1+1</f></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" t="b"><v>1</v></c>',
      ),
    ],
  });
  expect(await readTables(bytes, "svar.xlsx")).toEqual({
    tables: [
      [
        ["Emne", "", "Nye regler"],
        ["3.2", "02-03-2026", "Vist tekst"],
        ["", "", "SAND"],
      ],
    ],
  });
});

test("[S31] what Excel hides is not read, and a merged cell stands for each of its rows", async () => {
  const bytes = await bookOf({
    states: ["visible", "veryHidden", "hidden"],
    sheets: [
      `<cols><col min="2" max="2" hidden="1"/></cols>${data(
        inline("A1", "Kommunen") + inline("B1", "Skjult") + inline("C1", "Første"),
        inline("C2", "Anden"),
      )}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`.replace(
        "</sheetData>",
        `<row r="3" hidden="1">${inline("A3", "Skjult")}</row></sheetData>`,
      ),
      data(inline("A1", "Skjult ark")),
      data(inline("A1", "Skjult ark")),
    ],
  });
  expect(await readTables(bytes, "svar.xlsx")).toEqual({
    tables: [
      [
        ["Kommunen", "Første"],
        ["Kommunen", "Anden"],
      ],
    ],
  });
});

test("[S16] [S31] a workbook with macros, entities, a bomb or without end is refused", async () => {
  const sheets = [data(inline("A1", "x"))];
  const macros = await bookOf({ sheets, more: { "xl/vbaProject.bin": "x" } });
  expect(await readTables(macros, "svar.xlsx")).toEqual({ refused: "unsafe-file" });
  const entities = await bookOf({ sheets, more: { "xl/worksheets/sheet0.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>' } });
  expect(await readTables(entities, "svar.xlsx")).toEqual({ refused: "unsafe-file" });
  const bomb = await bookOf({ sheets: [data(inline("A1", " ".repeat(4_000_000)))] });
  expect(await readTables(bomb, "svar.xlsx")).toEqual({ refused: "unsafe-file" });
  // Words no file of a few kilobytes should say: each of 2,000 cells the same 10,000 letters.
  const words = Array.from({ length: 10_000 }, (_, at) => String.fromCharCode(97 + ((at * at) % 26))).join("");
  const many = Array.from({ length: 2_000 }, () => '<row><c t="s"><v>0</v></c></row>').join("");
  const repeated = await bookOf({ strings: `<si><t>${words}</t></si>`, sheets: [`<sheetData>${many}</sheetData>`] });
  expect(await readTables(repeated, "svar.xlsx")).toEqual({ refused: "too-large" });
  const whole = await bookOf({ sheets });
  expect(await readTables(whole.slice(0, whole.length - 30), "svar.xlsx")).toEqual({ refused: "damaged" });
});

test("[S31] every way of cutting a workbook short is a refusal or a table, never a fault", async () => {
  const bytes = await bookOf({ sheets: [data(inline("A1", "Emne"), inline("A2", "Vurdering"))] });
  for (let length = 0; length < bytes.length; length += 7) {
    const read = await readTables(bytes.slice(0, length), "svar.xlsx");
    expect("refused" in read || Array.isArray(read.tables)).toBe(true);
  }
  for (let at = 0; at < bytes.length; at += 11) {
    const read = await readTables(bytes.with(at, 255 - (bytes[at] ?? 0)), "svar.xlsx");
    expect("refused" in read || Array.isArray(read.tables)).toBe(true);
  }
});

test("[S31] a Word file gives its tables, and nothing of what stands around them", async () => {
  const row = (...cells: string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const table = (...rows: TableRow[]) => new Table({ rows });
  const children = [
    new Paragraph("Overblik"),
    table(row("Emne", "Vurdering"), row("Fisk", "Medtages")),
    new Paragraph("Mere"),
    table(row("Emne", "Vurdering"), row("Fugle", "Medtages ikke")),
  ];
  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  expect(await readTables(bytes, "svar.docx")).toEqual({
    tables: [
      [
        ["Emne", "Vurdering"],
        ["Fisk", "Medtages"],
      ],
      [
        ["Emne", "Vurdering"],
        ["Fugle", "Medtages ikke"],
      ],
    ],
  });
  expect(await readTables(await wordOf({}), "svar.docx")).toEqual({ tables: [] });
});

test("[S31] what is no table at all is refused by what it is", async () => {
  const text = (words: string) => new TextEncoder().encode(words);
  expect(await readTables(text(""), "x.txt")).toEqual({ refused: "empty-file" });
  expect(await readTables(text("%PDF-1.7"), "x.pdf")).toEqual({ refused: "format-not-read-yet" });
  expect(await readTables(text("<html><table></table></html>"), "x.html")).toEqual({ refused: "format-not-read-yet" });
  expect(await readTables(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "x.xlsx")).toEqual({ refused: "other-content" });
  expect(await readTables(new Uint8Array(20 * 1024 * 1024 + 1), "x.xlsx")).toEqual({ refused: "too-large" });
});

test("[S31] copied cells may hold lines and quotes; a quote that is never closed is but a sign", () => {
  expect(delimitedRows('Emne\tSvar\r\n"To\nlinjer og ""ord"""\tJa\n\n')).toEqual([
    ["Emne", "Svar"],
    ['To\nlinjer og "ord"', "Ja"],
  ]);
  expect(delimitedRows('Emne;Svar\n"Åben;Ja')).toEqual([
    ["Emne", "Svar"],
    ['"Åben', "Ja"],
  ]);
  expect(delimitedRows('a\tb\n"fem" dage\tnej')).toEqual([
    ["a", "b"],
    ['"fem" dage', "nej"],
  ]);
  expect(delimitedRows("\u0000\u200b \n")).toEqual([]);
});
