import { expect, test } from "vitest";
import { type Block, SCHEMA_VERSION } from "../../app/document-model/document";
import { changes, project } from "./rules";

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
  const asked = { ...clause, id: crypto.randomUUID(), stance: "question" as const };
  const links = { "same-1": [clause, asked], "gone-1": [clause] };
  const rows = project({ schemaVersion: SCHEMA_VERSION, blocks, links });
  expect(rows.paragraphs.map(({ blockId, text }) => [blockId, text])).toEqual([
    ["same-1", "Først"],
    ["null-1", "ab"],
  ]);
  expect(rows.links).toEqual([
    { blockId: "same-1", ...clause, stance: null },
    { blockId: "same-1", ...asked },
  ]);
});

test("[R1] of rows that are there already, only what differs is written", () => {
  const known = [
    { id: "a", text: "Først" },
    { id: "b", text: "Så" },
    { id: "c", text: "Til sidst" },
  ];
  const wanted = [known[0]!, { id: "b", text: "Derpå" }, { id: "d", text: "Nyt" }];
  const { gone, written } = changes(known, wanted, ({ id }) => id);
  expect(gone).toEqual([known[2]]);
  expect(written).toEqual([wanted[1], wanted[2]]);
});
