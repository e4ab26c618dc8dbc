import { expect, test } from "vitest";
import { type Block, SCHEMA_VERSION } from "~/document-model/document";
import { onlyChanged } from "./only-changed";

const block = (id: string, more: Partial<Block> = {}): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: [{ text: id }],
  ...more,
});
const heading = (id: string) => block(id, { kind: "heading", level: 1 });
const noted = (id: string, note: string) => block(id, { content: [{ text: id, notes: [note] }] });

test("[A29] what has changed is read under its heading, with its own footnotes, and what is gone behind what it stood behind", () => {
  const blocks = [
    block("a"),
    heading("h1"),
    noted("b", "n1"),
    block("c"),
    heading("h2"),
    noted("d", "n2"),
    block("e"),
    block("n1", { kind: "footnote" }),
    block("n2", { kind: "footnote" }),
  ];
  const { text, under } = onlyChanged(
    { text: { schemaVersion: SCHEMA_VERSION, blocks, links: {} }, under: { a: "Før" } },
    [
      { kind: "changed", id: "c", before: "x", after: "c", aspects: ["words"] },
      { kind: "removed", id: "z", before: "z", behind: "d" },
    ],
  );
  expect(text.blocks.map(({ id }) => id)).toEqual(["c", "d", "n2"]);
  expect(under).toEqual({ c: "h1", d: "h2" });
});
