import { expect, test } from "vitest";
import type { Block, ResponseDocument } from "../../../app/document-model/document";
import { SCHEMA_VERSION, textOf } from "../../../app/document-model/document";
import { writeDocument } from "../../../app/document-model/write";
import { moveSection } from "../../../app/editor/desk/outline/move-section";
import { keepSame, placeBeside, sectionsOf } from "../../../app/editor/desk/outline/sections";
import { HeadlessPage, HeadlessServer } from "../headless-page";
import { link } from "../words";

/** "# Ansvar" is a heading of level 1; "[a]" after a line is a link of it. */
function seed(...lines: string[]): Uint8Array {
  const links: ResponseDocument["links"] = {};
  const blocks = lines.map((line, index): Block => {
    const id = `block-${String(index + 1).padStart(2, "0")}`;
    const [, signs = "", text = "", letter] = /^(#{0,3}) ?(.*?)(?: \[([a-f])\])?$/.exec(line) ?? [];
    if (letter) links[id] = [link(letter)];
    const kind = signs ? "heading" : "paragraph";
    return { type: "block", id, kind, level: signs.length, content: text ? [{ text }] : [] };
  });
  return writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links });
}

const TEXT = ["Før.", "# Et", "a [a]", "## Et-et", "b", "## Et-to [b]", "c", "# To", "d", "## To-et", "e"];

const titles = (page: HeadlessPage) => sectionsOf(page.state.doc).map(({ title }) => title);
const lines = (page: HeadlessPage) =>
  page.document.blocks.map((block) => (block.type === "block" ? textOf(block) : "table"));

function move(page: HeadlessPage, title: string, by: 1 | -1): boolean {
  const sections = sectionsOf(page.state.doc);
  const at = sections.findIndex((section) => section.title === title);
  const before = placeBeside(sections, at, by);
  const tr = before === null ? null : moveSection(page.state, sections[at]!, before);
  page.pause();
  if (tr) page.dispatch(tr);
  page.pause();
  return tr !== null;
}

test("[E16] a section goes to the next heading of its level or above", () => {
  const page = new HeadlessPage(seed(...TEXT));
  expect(sectionsOf(page.state.doc).map(({ title, level, from, to }) => [title, level, from, to])).toEqual([
    ["Et", 1, 1, 7],
    ["Et-et", 2, 3, 5],
    ["Et-to", 2, 5, 7],
    ["To", 1, 7, 11],
    ["To-et", 2, 9, 11],
  ]);
});

test("[E16] a section moves with all under it, and ids and links go along", () => {
  const page = new HeadlessPage(seed(...TEXT));
  const ids = page.ids;
  expect(move(page, "Et", 1)).toBe(true);
  expect(lines(page)).toEqual(["Før.", "To", "d", "To-et", "e", "Et", "a", "Et-et", "b", "Et-to", "c"]);
  expect(page.lines).toContain("a [a]");
  expect(page.lines).toContain("Et-to [b]");
  expect([...page.ids].sort()).toEqual([...ids].sort());
  expect(page.ids.indexOf("block-02")).toBe(5);
});

test("[E16] at the end of its parent a section goes below the next one's own words, and back out of it", () => {
  const page = new HeadlessPage(seed(...TEXT));
  move(page, "Et-to", 1);
  expect(lines(page)).toEqual(["Før.", "Et", "a", "Et-et", "b", "To", "d", "Et-to", "c", "To-et", "e"]);
  move(page, "Et-to", -1);
  expect(titles(page)).toEqual(["Et", "Et-et", "Et-to", "To", "To-et"]);
});

test("[E16] the first does not go up, and the last not down", () => {
  const page = new HeadlessPage(seed(...TEXT));
  expect(move(page, "Et", -1)).toBe(false);
  expect(move(page, "To-et", 1)).toBe(false);
  expect(move(page, "To", 1)).toBe(false);
  expect(lines(page)).toEqual(TEXT.map((line) => line.replace(/^#+ | \[.\]$/g, "")));
});

test("[E16] a move is one step of undo", () => {
  const page = new HeadlessPage(seed(...TEXT));
  page.caret(0, -1).type(" Nyt.");
  move(page, "To", -1);
  page.undo();
  expect(lines(page)[0]).toBe("Før. Nyt.");
  expect(titles(page)).toEqual(["Et", "Et-et", "Et-to", "To", "To-et"]);
  expect(page.lines).toContain("a [a]");
});

test("[E16] the caret stays in its words when they move, and when others move past it", () => {
  const page = new HeadlessPage(seed(...TEXT));
  page.caret(4, 1);
  move(page, "Et", 1);
  expect(page.state.selection.$from.parent.textContent).toBe("b");
  move(page, "To-et", 1);
  expect(page.state.selection.$from.parent.textContent).toBe("b");
});

test("[E16] what another writes outside the section meanwhile stays in its own paragraph", () => {
  const [ann, bo] = [new HeadlessPage(seed(...TEXT)), new HeadlessPage(seed(...TEXT))];
  const server = new HeadlessServer(seed(...TEXT), [ann, bo]);
  move(ann, "Et-to", -1);
  for (const [index, words] of [
    [1, " (Bo)"],
    [7, " (Bo)"],
    [10, " (Bo)"],
  ] as const)
    bo.caret(index, -1).type(words);
  server.sync();
  server.sync();
  const expected = ["Før.", "Et (Bo)", "Et-to", "c", "a", "Et-et", "b", "To (Bo)", "d", "To-et", "e (Bo)"];
  expect([...lines(ann)].sort()).toEqual([...expected].sort());
  expect(lines(ann)).toEqual(lines(bo));
  expect(ann.ids).toEqual(bo.ids);
  expect(new Set(ann.ids).size).toBe(TEXT.length);
});

test("[E16] words that change below a heading leave the outline as it is", () => {
  const page = new HeadlessPage(seed(...TEXT));
  const before = sectionsOf(page.state.doc);
  page.caret(2, -1).type(" mere");
  expect(keepSame(before, sectionsOf(page.state.doc))).toBe(before);
  page.caret(1, -1).type("!");
  expect(keepSame(before, sectionsOf(page.state.doc))).not.toBe(before);
});
