import { expect, test } from "vitest";
import { type Block, SCHEMA_VERSION } from "../../app/document-model/document";
import { project } from "./rules";

const center = crypto.randomUUID();
const clause = { kind: "clause" as const, id: crypto.randomUUID(), center };

function block(id: string, text: string, kind: Block["kind"] = "paragraph"): Block {
  return { type: "block", id, kind, level: kind === "heading" ? 2 : 0, content: text ? [{ text }] : [] };
}

test("[R1] paragraphs are numbered in reading order, cells of tables too, each under the heading above it", () => {
  const cell = { header: false, colspan: 1, rowspan: 1, blocks: [block("cell-1", "I tabellen")] };
  const blocks = [
    block("intro-1", "Indledning"),
    block("head-1", "Økonomi", "heading"),
    { type: "table" as const, id: "table-1", rows: [[cell]] },
    block("after-1", "Efter"),
  ];
  const { paragraphs } = project({ schemaVersion: SCHEMA_VERSION, blocks, links: {} });
  expect(paragraphs.map(({ blockId, position, heading }) => [blockId, position, heading])).toEqual([
    ["intro-1", 0, ""],
    ["head-1", 1, ""],
    ["cell-1", 2, "Økonomi"],
    ["after-1", 3, "Økonomi"],
  ]);
});

test("[R1] only links of paragraphs that exist become rows, and a doubled or missing id gives no second row", () => {
  const blocks = [block("same-1", "Først"), block("same-1", "Igen"), block("", "Uden"), block("null-1", "a\0b")];
  const links = { "same-1": [clause], "gone-1": [clause] };
  const rows = project({ schemaVersion: SCHEMA_VERSION, blocks, links });
  expect(rows.paragraphs.map(({ blockId, text }) => [blockId, text])).toEqual([
    ["same-1", "Først"],
    ["null-1", "ab"],
  ]);
  expect(rows.links).toEqual([{ blockId: "same-1", ...clause }]);
});
