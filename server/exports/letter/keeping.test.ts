import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { type Block, SCHEMA_VERSION, type Table } from "../../../app/document-model/document";
import { docxOf } from "../docx/write";
import { odtOf } from "../odt/write";
import { headerColumnsOf, isShort, isSmall, leadsOn } from "./keeping";
import { letterOf } from "./letter";
import { sampleFacts } from "./sample";
import type { Letter, LetterTable } from "./shapes";

const block = (id: string, text: string): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: [{ text }],
});

/** A table of rows of words; "*" before them makes a header of the cell. */
function tableOf(...rows: string[][]): Table {
  const cell = (said: string, place: string) => ({
    header: said.startsWith("*"),
    colspan: 1,
    rowspan: 1,
    blocks: [block(place, said.replace("*", ""))],
  });
  return { type: "table", id: "t-1", rows: rows.map((row, y) => row.map((said, x) => cell(said, `c-${y}-${x}`))) };
}

const letterWith = (...blocks: (Block | Table)[]) =>
  letterOf({ schemaVersion: SCHEMA_VERSION, blocks, links: {} }, sampleFacts);

function gridOf(table: Table): LetterTable {
  const [node] = letterWith(table).body;
  if (node?.kind !== "table") throw new Error("Expected a table.");
  return node;
}

const part = async (bytes: Uint8Array, name: string) =>
  (await JSZip.loadAsync(bytes)).file(name)?.async("string") ?? "";
const headed = tableOf(["*Opgave", "*Frist"], ["*Plan", "14 dage"], ["*Møde", "3 dage"]);

describe("[X20] what belongs together stays on one page", () => {
  test("a line that ends in a colon leads on, whatever its words look like", () => {
    expect(leadsOn({ content: [{ text: "Kommunen foreslår " }, { text: "følgende: ", bold: true }] })).toBe(true);
    expect(leadsOn({ content: [{ text: "Kl. 10:30 mødes parterne." }] })).toBe(false);
    expect(leadsOn({ content: [] })).toBe(false);
  });

  test("a table of a few short rows is small, one of many rows or words is not; a cell of a page's words may be parted", () => {
    expect(isSmall(gridOf(headed))).toBe(true);
    expect(isSmall(gridOf(tableOf(...Array.from({ length: 9 }, () => ["a", "b"]))))).toBe(false);
    expect(isSmall(gridOf(tableOf(["ord ".repeat(300)])))).toBe(false);
    const [long, short] = gridOf(tableOf(["ord ".repeat(400), "b"])).cells;
    expect([long && isShort(long), short && isShort(short)]).toEqual([false, true]);
  });

  test("in Word and OpenDocument too", async () => {
    const letter = letterWith(block("b-1", "Der er tre frister:"), headed);
    const word = await part(await docxOf(letter), "word/document.xml");
    // The line, and every paragraph of the table but for those of its last row.
    expect(word.match(/<w:keepNext\/>/g)).toHaveLength(1 + 4);
    const open = await part(await odtOf(letter), "content.xml");
    for (const said of ['text:style-name="Optakt"', 'table:style-name="Lille"', 'table:style-name="Hel"'])
      expect(open).toContain(said);
  });
});

describe("[X31] what leads on inside a list, and a quote with its source", () => {
  const item = (id: string, text: string, level: number): Block => ({ ...block(id, text), kind: "bullet", level });
  const said = letterWith(item("b-1", "Der er to grunde:", 0), item("b-2", "Den ene.", 1), item("b-3", "Som sagt:", 0));
  const quoting: Letter = {
    ...said,
    body: [{ kind: "quote", id: "q-1", content: [{ text: "Ord" }], reference: "", source: "Pkt. 4" }],
  };

  test("a point that leads to points below it is kept with them; one that leads nowhere is not", async () => {
    const word = await part(await docxOf(said), "word/document.xml");
    expect(word.match(/<w:keepNext\/>/g)).toHaveLength(1);
    const open = await part(await odtOf(said), "content.xml");
    expect(open.match(/text:style-name="PunktOptakt"/g)).toHaveLength(1);
  });

  test("a quote is kept with the line that says where it is from", async () => {
    expect(await part(await docxOf(quoting), "word/document.xml")).toMatch(/<w:pStyle w:val="Quote"\/><w:keepNext\/>/);
    expect(await part(await odtOf(quoting), "content.xml")).toContain('text:style-name="QuotationsMedKilde"');
  });

  test("in OpenDocument head and foot have heights of their own, or LibreOffice forgets all of it", async () => {
    const styles = await part(await odtOf(said), "styles.xml");
    expect(styles).toContain("<style:footer-style><style:header-footer-properties svg:height=");
    expect(styles).not.toContain("fo:min-height");
  });
});

describe("[X20] a cell that heads its row", () => {
  test("makes a header column only with all the others below and above it, and never of a whole table", () => {
    expect(headerColumnsOf(gridOf(headed))).toBe(1);
    expect(headerColumnsOf(gridOf(tableOf(["*a", "*b"], ["*c", "d"], ["e", "f"])))).toBe(0);
    expect(headerColumnsOf(gridOf(tableOf(["*a", "*b"], ["*c", "*d"])))).toBe(1);
    expect(headerColumnsOf(gridOf(tableOf(["*a"], ["*b"])))).toBe(0);
  });

  test("is in a header column of OpenDocument, and in a first column that Word is told of", async () => {
    const open = await part(await odtOf(letterWith(headed)), "content.xml");
    expect(open).toContain('<table:table-header-columns><table:table-column table:number-columns-repeated="1"/>');
    expect(await part(await docxOf(letterWith(headed)), "word/document.xml")).toMatch(
      /<w:tblLook[^>]*firstColumn="(1|true)"/,
    );
    const plain = letterWith(tableOf(["*a", "*b"], ["c", "d"]));
    expect(await part(await odtOf(plain), "content.xml")).not.toContain("header-columns");
    expect(await part(await docxOf(plain), "word/document.xml")).not.toMatch(/firstColumn="(1|true)"/);
  });
});

test("[X12] every page of a draft in OpenDocument says that it is one", async () => {
  const draft = letterOf(
    { schemaVersion: SCHEMA_VERSION, blocks: [block("b-1", "Tekst")], links: {} },
    { ...sampleFacts, version: { number: null, frozenAt: sampleFacts.version.frozenAt } },
  );
  expect(await part(await odtOf(draft), "styles.xml")).toMatch(/<style:header><text:p[^>]*>UDKAST</);
  expect(await part(await odtOf(letterWith(block("b-1", "Tekst"))), "styles.xml")).not.toContain("UDKAST");
});
