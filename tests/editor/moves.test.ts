import { CellSelection } from "@tiptap/pm/tables";
import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { allBlocks, textOf } from "../../app/document-model/document";
import { addLink, setStance } from "../../app/document-model/links";
import { readDocument } from "../../app/document-model/read";
import { insertTable } from "../../app/editor/schema/insert-table";
import { Person } from "./fuzz/person";
import { link, seedOf } from "./words";

/** The page's own editor and keys, without a screen: what a person expects of links when text is moved about. */
const opened: Person[] = [];
afterEach(() => {
  for (const person of opened.splice(0)) person.leave();
});

function open(...lines: string[]): Person {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedOf(...lines), "provider");
  const person = new Person("Ann", doc);
  opened.push(person);
  return person;
}

function lines({ doc }: Person): string[] {
  const document = readDocument(doc);
  return [...allBlocks(document)].map((block) => {
    const said = (document.links[block.id] ?? []).map(
      ({ id, stance }) => id.slice(0, 1) + (stance ? `=${stance}` : ""),
    );
    return textOf(block) + (said.length > 0 ? ` [${said.join(" ")}]` : "");
  });
}

const ids = ({ blocks }: Person) => blocks.map(({ id }) => id);

/** Selects from the beginning of one block, or an offset in it, to the end of another, or an offset in that. */
function select(person: Person, first: number, last = first, from = 0, to?: number): void {
  const [one, other] = [person.blocks[first], person.blocks[last]];
  if (!one || !other) throw new Error(`Expected blocks ${first} and ${last}; there are ${person.blocks.length}.`);
  person.select(one.pos + 1 + from, other.pos + 1 + (to ?? other.node.content.size));
}

function caret(person: Person, index: number, offset = 0): void {
  select(person, index, index, offset, offset);
}

function endOf(person: Person, index: number): number {
  return person.blocks[index]?.node.content.size ?? 0;
}

describe("[E2] cut and paste", () => {
  test("of several paragraphs onto an empty line is a move: ids, links and stances go along", () => {
    const ann = open("En. [a]", "To. [b c]", "Tre.", "");
    ann.doc.transact(() => setStance(ann.doc, "block-02", link("b"), "question"));
    select(ann, 0, 1);
    const slice = ann.cut();
    caret(ann, ann.blocks.length - 1);
    ann.paste(slice);
    expect(lines(ann).filter((line) => line !== "")).toEqual(["Tre.", "En. [a]", "To. [b=question c]"]);
    expect(ids(ann).slice(-2)).toEqual(["block-01", "block-02"]);
    ann.pause();
    // The paste is a step of its own, and so is the cut.
    ann.press("Mod-z");
    ann.press("Mod-z");
    expect(lines(ann)).toEqual(["En. [a]", "To. [b=question c]", "Tre.", ""]);
    expect(ids(ann)).toEqual(["block-01", "block-02", "block-03", "block-04"]);
  });

  test("of a whole paragraph into the middle of another gives that one its links: its words are there now", () => {
    const ann = open("En. [a]", "Før efter. [b]");
    select(ann, 0);
    const slice = ann.cut();
    caret(ann, 1, 4);
    ann.paste(slice);
    expect(lines(ann)).toEqual([" [a]", "Før En.efter. [a b]"]);
    ann.press("Mod-z");
    ann.press("Mod-z");
    expect(lines(ann)).toEqual(["En. [a]", "Før efter. [b]"]);
  });

  test("of several paragraphs into the middle of another: each part has the links of what it was made of", () => {
    const ann = open("En. [a]", "To. [b]", "Før efter. [c]");
    select(ann, 0, 1);
    const slice = ann.copied();
    caret(ann, 2, 4);
    ann.paste(slice);
    expect(lines(ann)).toEqual(["En. [a]", "To. [b]", "Før En. [a c]", "To.efter. [b c]"]);
    expect(new Set(ids(ann)).size).toBe(4);
  });

  test("of several paragraphs to the beginning of another: the id stays with that one's text", () => {
    const ann = open("En. [a]", "To. [b]", "Sidst. [c]");
    select(ann, 0, 1);
    const slice = ann.copied();
    caret(ann, 2, 0);
    ann.paste(slice);
    expect(lines(ann).map((line) => line.slice(0, 3))).toEqual(["En.", "To.", "En.", "To."]);
    expect(lines(ann)[3]).toBe("To.Sidst. [b c]");
    expect(ids(ann)[3]).toBe("block-03");
    expect(lines(ann)[2]).toContain("[a");
  });

  test("of an empty and a whole paragraph to the beginning of another: both texts keep their links", () => {
    const ann = open("En. [a]", "", "To. [b]");
    select(ann, 1, 2);
    const slice = ann.cut();
    caret(ann, 0, 0);
    ann.paste(slice);
    expect(lines(ann).filter((line) => line !== "")).toEqual(["To.En. [a b]"]);
  });

  test("[E5] of some words takes no link along", () => {
    const ann = open("En og to. [a]", "Andet.");
    select(ann, 0, 0, 3, 5);
    const slice = ann.cut();
    caret(ann, 1, 0);
    ann.paste(slice);
    expect(lines(ann)).toEqual(["En  to. [a]", "ogAndet."]);
  });
});

describe("[E2] drag", () => {
  test("of several paragraphs keeps every id and link, and undo puts them back", () => {
    const ann = open("En. [a]", "To. [b]", "Tre.", "Fire.");
    select(ann, 0, 1);
    ann.drag(ann.state.doc.content.size);
    expect(lines(ann)).toEqual(["", "Tre.", "Fire.", "En. [a]", "To. [b]"]);
    expect(ids(ann).slice(-2)).toEqual(["block-01", "block-02"]);
    ann.press("Mod-z");
    expect(lines(ann)).toEqual(["En. [a]", "To. [b]", "Tre.", "Fire."]);
    expect(ids(ann)).toEqual(["block-01", "block-02", "block-03", "block-04"]);
  });
});

describe("[E1] [L3] lists", () => {
  test("made, indented, left and joined: no link is lost on the way, and undo leads back through all of it", () => {
    const ann = open("En. [a]", "To. [b]", "Tre. [c]");
    select(ann, 0, 2);
    ann.press("Mod-Shift-8");
    caret(ann, 1);
    ann.press("Tab");
    ann.pause();
    caret(ann, 2);
    ann.press("Backspace");
    ann.press("Backspace");
    expect(lines(ann)).toEqual(["En. [a]", "To.Tre. [b c]"]);
    ann.press("Mod-z");
    ann.press("Mod-z");
    expect(lines(ann)).toEqual(["En. [a]", "To. [b]", "Tre. [c]"]);
    expect(ann.blocks.map(({ node }) => node.attrs["kind"])).toEqual(["paragraph", "paragraph", "paragraph"]);
  });

  test("an item that is split gives both items its links; one begun at the end has none", () => {
    const ann = open("Et punkt her. [a]");
    caret(ann, 0);
    ann.press("Mod-Shift-7");
    caret(ann, 0, 3);
    ann.press("Enter");
    expect(lines(ann)).toEqual(["Et  [a]", "punkt her. [a]"]);
    caret(ann, 1, endOf(ann, 1));
    ann.press("Enter");
    ann.type("Nyt");
    expect(lines(ann)).toEqual(["Et  [a]", "punkt her. [a]", "Nyt"]);
  });
});

describe("[E2] [L3] tables", () => {
  /** A table of three by three below "Før.", with "A" and "B" linked in the first row. */
  function withTable(): Person {
    const ann = open("Før. [f]");
    caret(ann, 0);
    insertTable(ann.editor);
    ann.type("A");
    caret(ann, 2);
    ann.type("B");
    for (const [index, letter] of [
      [1, "a"],
      [2, "b"],
    ] as const) {
      caret(ann, index);
      ann.link((id) => addLink(ann.doc, id, link(letter)));
    }
    return ann;
  }

  function selectCells(ann: Person, first: number, last: number): void {
    const cellOf = (index: number) => ann.state.doc.resolve(ann.blocks[index]?.pos ?? 0).before(3);
    ann.dispatch(ann.state.tr.setSelection(CellSelection.create(ann.state.doc, cellOf(first), cellOf(last))));
  }

  const linked = (ann: Person) => lines(ann).filter((line) => line.includes("["));

  test("cells that are merged keep their paragraphs, each with its id and links; so do those that are split again", () => {
    const ann = withTable();
    const [, a, b] = ids(ann);
    selectCells(ann, 1, 2);
    ann.editor.commands.mergeCells();
    expect(linked(ann)).toEqual(["Før. [f]", "A [a]", "B [b]"]);
    expect(ids(ann).slice(1, 3)).toEqual([a, b]);
    ann.editor.commands.splitCell();
    expect(linked(ann)).toEqual(["Før. [f]", "A [a]", "B [b]"]);
    expect(ids(ann).every((id) => id !== null)).toBe(true);
    expect(new Set(ids(ann)).size).toBe(ids(ann).length);
    ann.press("Mod-z");
    expect(linked(ann)).toEqual(["Før. [f]", "A [a]", "B [b]"]);
    expect(ids(ann).slice(1, 3)).toEqual([a, b]);
  });

  test("a row or column put in or taken out leaves the links of all others, and undo brings back those of what was taken out", () => {
    const ann = withTable();
    ann.pause();
    caret(ann, 1);
    ann.editor.commands.addColumnAfter();
    ann.editor.commands.addRowBefore();
    expect(linked(ann)).toEqual(["Før. [f]", "A [a]", "B [b]"]);
    ann.pause();
    caret(ann, lines(ann).indexOf("B [b]"));
    ann.editor.commands.deleteColumn();
    expect(linked(ann)).toEqual(["Før. [f]", "A [a]"]);
    ann.press("Mod-z");
    expect(linked(ann)).toEqual(["Før. [f]", "A [a]", "B [b]"]);
  });

  test("a paragraph cut out of a cell is the same outside", () => {
    const ann = withTable();
    const [, a] = ids(ann);
    select(ann, 1);
    const slice = ann.cut();
    caret(ann, ann.blocks.length - 1);
    ann.paste(slice);
    expect(linked(ann)).toEqual(["Før. [f]", "B [b]", "A [a]"]);
    expect(ids(ann).at(-1)).toBe(a);
  });
});
