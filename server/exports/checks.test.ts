import { describe, expect, test } from "vitest";
import { type Block, type ResponseDocument, SCHEMA_VERSION, type Table } from "../../app/document-model/document";
import { problemsOf } from "./checks";
import { letterOf } from "./letter/letter";
import { sampleDocument, sampleFacts } from "./letter/sample";

const block = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: [{ text }],
  ...more,
});
const heading = (id: string, text: string, level: number) => block(id, text, { kind: "heading", level });

function problems(blocks: (Block | Table)[], title = "Svar") {
  const text: ResponseDocument = { schemaVersion: SCHEMA_VERSION, blocks, links: {} };
  return problemsOf(text, letterOf(text, { ...sampleFacts, title }), title);
}

describe("[X17] what is told before an export", () => {
  test("is a character that no PDF shows, with its paragraph and the character, also in the title", () => {
    expect(problems([block("b-1", "Alt er vel."), block("b-2", "Tak 🎉 og 🎉 \u{f123}")], "Svar 🎉")).toEqual([
      { kind: "missing-glyph", blockId: null, words: expect.stringContaining("Svar 🎉"), signs: ["🎉"] },
      { kind: "missing-glyph", blockId: "b-2", words: "Tak 🎉 og 🎉 \u{f123}", signs: ["🎉", "\u{f123}"] },
    ]);
  });

  test("[F5] is what looks like a CPR number, with the words around it and without the number", () => {
    expect(problems([block("b-1", "Borgeren 010190-1234 bor her, sag 12-10-2017.")])).toEqual([
      { kind: "cpr", blockId: "b-1", words: "Borgeren ••••••-•••• bor her, sag 12-10-2017." },
    ]);
  });

  test("is a missing title, a skipped heading, and a table without a header row", () => {
    const cell = (id: string) => ({ header: false, colspan: 1, rowspan: 1, blocks: [block(id, "Tal")] });
    const table: Table = { type: "table", id: "t-1", rows: [[cell("c-1")], [cell("c-2")]] };
    const blocks = [heading("h-1", "Et", 1), heading("h-3", "Tre", 3), heading("h-2", "To", 2), table];
    expect(problems(blocks, " ").map(({ kind, blockId }) => [kind, blockId])).toEqual([
      ["no-title", null],
      ["skipped-heading", "h-3"],
      ["no-header-row", "c-1"],
    ]);
  });

  test("is nothing where there is nothing to mend", () => {
    expect(problems([heading("h-1", "Et", 1), block("b-1", "Alt er vel.")])).toEqual([]);
    const found = problemsOf(sampleDocument, letterOf(sampleDocument, sampleFacts), sampleFacts.title);
    expect(found.map(({ kind }) => kind)).toEqual(["skipped-heading"]);
    expect(problems([heading("h-2", "To", 2), heading("h-3", "Tre", 3)])).toEqual([]);
  });
});
