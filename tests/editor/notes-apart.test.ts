import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { readDocument } from "../../app/document-model/read";
import { verbatim } from "../../app/document-model/verbatim";
import { Person } from "./fuzz/person";
import { seedOf } from "./words";

let ann: Person;
afterEach(() => ann.leave());

/** Every block as "paragraph 01: Vi støtter [b]"; notes are shown by their words alone. */
function shown(): string[] {
  const { blocks, links } = readDocument(ann.doc);
  return blocks.flatMap((block) => {
    if (block.type === "table") return ["table"];
    const text = block.content.map((inline) => ("text" in inline ? inline.text : "/")).join("");
    const letters = (links[block.id] ?? []).map(({ id }) => ` [${id[0]}]`).join("");
    return block.kind === "footnote" ? `note: ${text}${letters}` : `${block.id.slice(-2)}: ${text}${letters}`;
  });
}

/** A text whose first paragraph has a note on its last word. */
function withNote(...lines: string[]): void {
  const doc = verbatim(new Y.Doc());
  Y.applyUpdate(doc, seedOf(...lines));
  ann = new Person("Ann", doc);
  caret(0, "end");
  ann.editor.commands.toggleNote();
  ann.type("Kilden");
  ann.pause();
}

function at(index: number, where: "start" | "end" | number): number {
  const { node, pos } = ann.blocks[index] ?? { pos: 0, node: null };
  return pos + 1 + (where === "start" ? 0 : where === "end" ? (node?.content.size ?? 0) : where);
}

function caret(index: number, where: "start" | "end" | number): void {
  ann.select(at(index, where));
}

test("[E44] a paragraph pasted with its note before another's words leaves those words in their paragraph", () => {
  withNote("Alfa [a]", "Beta", "Gamma [b]");
  ann.select(at(0, "start"), at(1, "end"));
  const cut = ann.cut();
  expect(shown()).toEqual(["01:  [a]", "02: Beta", "03: Gamma [b]"]);
  caret(2, "start");
  ann.paste(cut);
  expect(
    shown()
      .slice(1)
      .map((line) => line.slice(4)),
  ).toEqual(["Beta", expect.stringMatching(/^Alfa \[a\]/), ": Kilden", "Gamma [b]"]);
  expect(shown().at(-1)).toBe("03: Gamma [b]");
});

test("[E44] a note pasted at the head of other paragraphs stays a note", () => {
  withNote("Alfa", "Beta [b]", "Gamma");
  ann.select(at(1, "start"), at(2, "end"));
  const copied = ann.copied();
  caret(3, "end");
  ann.paste(copied);
  expect(shown()).toEqual([
    "01: Alfa",
    "note: Kilden",
    "02: Beta [b]",
    "03: Gamma",
    "note: Kilden",
    expect.stringMatching(/Beta \[b\]$/),
  ]);
});

test("[E44] Ctrl and Backspace or Delete join what a note stands between, and the note stays whole", () => {
  withNote("Alfa [a]", "Beta [b]");
  caret(2, "start");
  ann.press("Mod-Backspace");
  expect(shown()).toEqual(["01: AlfaBeta [a] [b]", "note: Kilden"]);
  ann.press("Mod-z");
  caret(0, "end");
  ann.press("Mod-Delete");
  expect(shown()).toEqual(["01: AlfaBeta [a] [b]", "note: Kilden"]);
});

test("[E44] what is written over from the middle of a note to the middle of a paragraph leaves the rest of each", () => {
  withNote("Alfa", "Beta gamma [b]");
  ann.select(at(1, 3), at(2, 5));
  ann.type("x");
  expect(shown()).toEqual(["01: Alfa", "note: Kilx", "02: gamma [b]"]);
  ann.press("Mod-z");
  ann.select(at(0, 2), at(1, 3));
  ann.type("y");
  expect(shown()).toEqual(["01: Aly", "note: den", "02: Beta gamma [b]"]);
});

test("[E44] what is dragged from a note on lands as the paragraphs it is, with their links", () => {
  withNote("Alfa", "Beta [b]", "Gamma [c]", "Delta");
  ann.select(at(1, "start"), at(3, "end"));
  ann.drag(at(4, "end"));
  const landed = shown().map((line) => line.replace(/^\d\d: /, ""));
  expect(landed).toEqual(expect.arrayContaining(["Delta", "note: Kilden", "Beta [b]", "Gamma [c]"]));
});
