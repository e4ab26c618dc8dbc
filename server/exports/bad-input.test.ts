import JSZip from "jszip";
import { afterAll, describe, expect, test } from "vitest";
import { type Block, type ResponseDocument, SCHEMA_VERSION, type Table } from "../../app/document-model/document";
import { readMarkup } from "../../tests/fidelity/markup";
import { readDocx } from "../../tests/fidelity/read-docx";
import { readOdt } from "../../tests/fidelity/read-odf";
import { whole } from "../../tests/fidelity/seen";
import { openWord } from "../agreements";
import { letterOf } from "./letter/letter";
import { CLAUSE_IDS, sampleFacts } from "./letter/sample";
import { letterFile } from "./letter-file";
import { createPress } from "./pdf/press";
import { remarksOf } from "./remarks/remarks";
import { remarkSheet } from "./remarks/sheet";
import { draftNameOf, fileNameOf } from "./rules";

const press = createPress();
afterAll(() => press.stop());

const NASTY = "a<b>c:d\"e/f\\g|h?i*j\u0007 & 'k'";
const ARABIC = "مرحبا بالعالم";

const block = (id: string, text: string): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: [{ text }],
});
const textOf = (...blocks: (Block | Table)[]): ResponseDocument => {
  const link = { kind: "clause" as const, id: CLAUSE_IDS.mentor, center: "44444444-4444-4444-8444-444444444444" };
  const links = Object.fromEntries(blocks.map(({ id }) => [id, [link]]));
  return { schemaVersion: SCHEMA_VERSION, blocks, links };
};

/** Every file but the PDF, read again: whole, and with these words in it. */
async function holds(text: ResponseDocument, words: string, title = sampleFacts.title) {
  const letter = letterOf(text, { ...sampleFacts, title });
  const docx = await letterFile(press, letter, "docx");
  openWord(docx);
  expect(whole(await readDocx(docx))).toContain(words);
  expect(whole(await readOdt(await letterFile(press, letter, "odt")))).toContain(words);
  const html = new TextDecoder().decode(await letterFile(press, letter, "html"));
  expect(() => readMarkup(html)).not.toThrow();
  const sheet = await remarkSheet(letter, remarksOf(text, sampleFacts, new Map()));
  const xml = await (await JSZip.loadAsync(sheet)).file("xl/worksheets/sheet1.xml")?.async("string");
  expect(() => readMarkup(xml ?? "")).not.toThrow();
  return letter;
}

describe("[X18] strange input gives a clean file or a message", () => {
  test("what no file system takes is in no file's name", () => {
    const about = { userKey: NASTY, kind: "hearing" as const };
    for (const name of [fileNameOf({ number: 1 }, about, "package"), draftNameOf(about, "pdf")])
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
  });

  test("signs of markup and paths are words like others, in text and title", async () => {
    const letter = await holds(textOf(block("b-1", NASTY)), NASTY.replace("\u0007", ""), NASTY);
    expect((await press.pdfOf(letter)).length).toBeGreaterThan(5000);
  });

  test("emoji, right-to-left words and private-use glyphs stand in every file that can show them; the PDF says which it cannot", async () => {
    for (const words of ["Tak 🎉", ARABIC, "Fra et andet program \u{f8ff}"]) {
      const letter = await holds(textOf(block("b-1", "Alt er vel."), block("b-2", words)), words);
      await expect(press.pdfOf(letter)).rejects.toMatchObject({
        code: "missing-glyph",
        fields: { "b-2": "missing-glyph" },
      });
    }
    const emoji = letterOf(textOf(block("b-1", "Alt er vel.")), { ...sampleFacts, title: "Svar 🎉" });
    await expect(press.pdfOf(emoji)).rejects.toMatchObject({ fields: { title: "missing-glyph" } });
  });

  test("a title of 300 letters, and words of 2,000 without a space", async () => {
    const long = "x".repeat(2000);
    const letter = await holds(textOf(block("b-1", long)), long, "Titel ".repeat(50));
    expect((await press.pdfOf(letter)).length).toBeGreaterThan(5000);
  });

  test("the largest table there is", async () => {
    const cell = (y: number, x: number) => ({
      header: y === 0,
      colspan: 1,
      rowspan: 1,
      blocks: [block(`c-${y}-${x}`, `${y}×${x}`)],
    });
    const rows = Array.from({ length: 200 }, (_, y) => Array.from({ length: 20 }, (_, x) => cell(y, x)));
    const letter = await holds(textOf({ type: "table", id: "t-1", rows }), "199×19");
    expect((await press.pdfOf(letter)).length).toBeGreaterThan(50_000);
  }, 60_000);
});
