import { expect, test } from "vitest";
import { list, p, paperOf, textsOf } from "./word-by-hand";

const cell = (inside: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside.startsWith("<") ? inside : p(inside)}</w:tc>`;
const row = (cells: string[], properties = "") =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((each) => (each.startsWith("<w:tc>") ? each : cell(each))).join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const HEADER = "<w:tblHeader/>";

test("a table is read row by row, and parted from the table before it", async () => {
  const one = table(row(["Krav", "Frist"]), row(["Plan", "1. maj"]));
  const { lines } = await paperOf({ body: p("Før") + one + p("") + one });
  expect(lines.map((line) => line.row ?? line.text)).toEqual([
    "Før",
    ["Krav", "Frist"],
    ["Plan", "1. maj"],
    ["Krav", "Frist"],
    ["Plan", "1. maj"],
  ]);
  expect(lines.map(({ gap }) => gap)).toEqual([1, 1, 0, 1, 0]);
});

test("[S2] the paragraphs of a cell, its lists and the tables in it are its words", async () => {
  const inner = table(row(["a", "b"]), row(["c", "d"]));
  const body = table(row(["Emne", "Krav"]), row([cell(p("Plan")), cell(p("Et") + p("To") + inner)]));
  expect(await textsOf({ body })).toEqual(["Emne | Krav", "Plan | Et To a b c d"]);
});

test("[S2] a cell over two columns is one and a blank, over two rows it is in both; a header over two names both", async () => {
  const body = table(
    row([cell("Kommune"), cell("Frister", span(2))]),
    row([cell("Ishøj", '<w:vMerge w:val="restart"/>'), cell("Maj"), cell("Juni")]),
    row([cell(p(""), "<w:vMerge/>"), cell("Senere", span(2))]),
  );
  expect(await textsOf({ body })).toEqual(["Kommune | Frister | Frister", "Ishøj | Maj | Juni", "Ishøj | Senere | "]);
});

test("[S2] rows marked as a table's head are one", async () => {
  const body = table(
    row([cell("2026", span(2)), "Ansvar"], HEADER),
    row(["Maj", "Juni", ""], HEADER),
    row(["ja", "nej", "Ishøj"]),
  );
  expect(await textsOf({ body })).toEqual(["2026 Maj | 2026 Juni | Ansvar", "ja | nej | Ishøj"]);
});

test("[S2] a frame, and a row alone, are no table: what they hold is read as it stands", async () => {
  const framed = table(row([cell(p("Formål", '<w:outlineLvl w:val="0"/>') + p("Aftalen gælder alle."))]));
  const signed = table(row(["For regionen", "For kommunen"]));
  expect(await textsOf({ body: framed + signed })).toEqual([
    "#1 Formål",
    "Aftalen gælder alle.",
    "For regionen",
    "For kommunen",
  ]);
});

test("[S17] a cell that holds a number alone is that number", async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const numbered = `<w:p><w:pPr>${list(1)}</w:pPr></w:p>`;
  const body = table(row(["Nr.", "Krav"]), row([cell(numbered), "Plan"]), row([cell(numbered), "Møde"]));
  expect(await textsOf({ numbering, body })).toEqual(["Nr. | Krav", "1. | Plan", "2. | Møde"]);
});

test("[S2] a deleted row is not read, and one that begins further in has blank cells first", async () => {
  const body = table(row(["A", "B"]), row(["væk", "væk"], "<w:del/>"), row(["b"], '<w:gridBefore w:val="1"/>'));
  expect(await textsOf({ body })).toEqual(["A | B", " | b"]);
});

test("[S16] spans beyond all columns, and rows outside any table, harm nobody", async () => {
  const body =
    table(row([cell("A", span(1e9)), cell("B", span(-4))]), row(["c", "d"])) + row(["løs", "række"]) + cell("celle");
  const found = await textsOf({ body });
  expect(found.at(0)?.split(" | ").length).toBe(64);
  expect(found.slice(1)).toEqual(["c | d", "løs", "række", "celle"]);
});
