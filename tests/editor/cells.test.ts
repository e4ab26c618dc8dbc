import { type Node as PmNode, Slice } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import { putCells } from "../../app/editor/paste/cells/put";
import { HeadlessPage, schema } from "./headless-page";
import { link, seedOf } from "./words";

const { table, tableRow, tableHeader, tableCell, block } = schema.nodes;

type Sketch = string | { text: string; colspan?: number; rowspan?: number; header?: true };

/** "a" is a cell with that word, "" an empty one. */
function tableWith(rows: readonly (readonly Sketch[])[]): PmNode {
  const cell = (sketch: Sketch) => {
    const { text, header, ...spans } = typeof sketch === "string" ? { text: sketch, header: undefined } : sketch;
    return (header ? tableHeader : tableCell)!.create(spans, block!.create(null, text ? schema.text(text) : null));
  };
  return table!.create(
    null,
    rows.map((row) => tableRow!.create(null, row.map(cell))),
  );
}

/** A page with these tables, a line before each and one at the end. */
function pageWith(...tables: PmNode[]): HeadlessPage {
  const page = new HeadlessPage(seedOf("Slut."));
  for (const each of tables) page.dispatch(page.state.tr.insert(0, [block!.create(null, schema.text("Før.")), each]));
  return page;
}

/** The nth table's cells: their words, paragraphs by "/", spans as "→2" and "↓2", headers with a star. */
function grid(page: HeadlessPage, index = 0): string[][] {
  const tables = page.state.doc.children.filter(({ type }) => type === table);
  return tables[index]!.children.map((row) =>
    row.children.map((cell) => {
      const { colspan, rowspan } = cell.attrs;
      const signs = `${cell.type === tableHeader ? "*" : ""}${colspan > 1 ? `→${colspan}` : ""}${rowspan > 1 ? `↓${rowspan}` : ""}`;
      return signs + cell.children.map(({ textContent }) => textContent).join("/");
    }),
  );
}

function cellAt(page: HeadlessPage, index: number): number {
  const found: number[] = [];
  page.state.doc.descendants((node, pos) => {
    if (node.type === tableCell || node.type === tableHeader) found.push(pos);
  });
  return found[index]!;
}

function caretInCell(page: HeadlessPage, index: number): void {
  const at = page.state.doc.resolve(cellAt(page, index) + 2);
  page.dispatch(page.state.tr.setSelection(TextSelection.near(at)));
}

function selectCells(page: HeadlessPage, from: number, to: number): void {
  const selection = CellSelection.create(page.state.doc, cellAt(page, from), cellAt(page, to));
  page.dispatch(page.state.tr.setSelection(selection));
}

function paste(page: HeadlessPage, slice: Slice) {
  const { tr } = page.state;
  const left = putCells(tr, slice);
  page.dispatch(tr.setMeta("uiEvent", "paste"));
  page.state.doc.check();
  return left;
}

const sliceOf = (node: PmNode) => new Slice(tableRow!.create(null, []).content.addToEnd(node), 0, 0);

test("[E14] cells that were copied fill from the caret's cell on, and the cells there stay what they are", () => {
  const head: Sketch[] = ["A", "B", "C"].map((text) => ({ text, header: true }));
  const page = pageWith(tableWith([head, ["a", "b", "c"], ["", "", ""]]));
  selectCells(page, 0, 4);
  const { selection } = page.state;
  caretInCell(page, 4);
  expect(paste(page, selection.content())).toEqual([]);
  expect(grid(page)).toEqual([
    ["*A", "*B", "*C"],
    ["a", "A", "B"],
    ["", "a", "b"],
  ]);
  expect(page.state.selection.$head.parent.textContent).toBe("b");
});

test("[E14] rows and columns are added where there are too few", () => {
  const page = pageWith(tableWith([["a", "b"], ["c", "d"]])); // biome-ignore format: a table
  caretInCell(page, 3);
  expect(paste(page, sliceOf(tableWith([["1", "2"], ["3", ""], ["5", "6"]])))).toEqual([]); // biome-ignore format: a table
  // As wide as the table: rows of their own, nothing is covered.
  expect(grid(page)).toEqual([["a", "b"], ["1", "2"], ["3", ""], ["5", "6"], ["c", "d"]]); // biome-ignore format: a table
  caretInCell(page, 9);
  expect(paste(page, sliceOf(tableWith([["x", "y", "z"], ["u", "v", "w"]])))).toEqual([]); // biome-ignore format: a table
  expect(grid(page).slice(-2)).toEqual([
    ["c", "x", "y", "z"],
    ["", "u", "v", "w"],
  ]);
});

test("[E14] whole rows fill rows that are empty, as do a whole table's", () => {
  const page = pageWith(tableWith([["a", "b"], ["", ""]])); // biome-ignore format: a table
  selectCells(page, 0, 1);
  const { selection } = page.state;
  caretInCell(page, 2);
  paste(page, selection.content());
  expect(grid(page)).toEqual([["a", "b"], ["a", "b"]]); // biome-ignore format: a table
  selectCells(page, 0, 3);
  const whole = page.state.selection.content();
  const other = pageWith(tableWith([["", ""]]));
  caretInCell(other, 0);
  paste(other, whole);
  expect(grid(other)).toEqual([["a", "b"], ["a", "b"]]); // biome-ignore format: a table
});

test("[E14] what no table has room for is left out, and told", () => {
  const page = pageWith(tableWith([Array.from({ length: 20 }, () => "")]));
  caretInCell(page, 18);
  const left = paste(page, sliceOf(tableWith([["1", "2", "3"], ["4", "5", "6"]]))); // biome-ignore format: a table
  expect(left).toEqual([{ kind: "wide-table", text: "3\t6" }]);
  expect(grid(page).map((row) => row.slice(-2))).toEqual([["1", "2"], ["4", "5"]]); // biome-ignore format: a table

  const long = pageWith(tableWith(Array.from({ length: 199 }, () => ["a", "b"])));
  caretInCell(long, 4);
  expect(paste(long, sliceOf(tableWith([["1", "2"], ["3", "4"]])))).toEqual([{ kind: "wide-table", text: "3\t4" }]); // biome-ignore format: a table
  expect(grid(long)).toHaveLength(200);
  expect(grid(long).slice(1, 4)).toEqual([["a", "b"], ["1", "2"], ["a", "b"]]); // biome-ignore format: a table
});

test("[E14] a cell that spans several takes the words of all that come to lie on it; one that is spread out goes into its first", () => {
  const page = pageWith(tableWith([[{ text: "bred", colspan: 2 }, ""], ["", "", ""]])); // biome-ignore format: a table
  caretInCell(page, 0);
  paste(page, sliceOf(tableWith([["1", "2"], [{ text: "3", colspan: 2 }]]))); // biome-ignore format: a table
  expect(grid(page)).toEqual([["→21/2", ""], ["3", "", ""]]); // biome-ignore format: a table
});

test("[E14] one cell or one paragraph goes into every cell that is selected", () => {
  const page = pageWith(tableWith([["a", "b"], ["c", "d"]])); // biome-ignore format: a table
  selectCells(page, 0, 0);
  const one = page.state.selection.content();
  selectCells(page, 1, 3);
  paste(page, one);
  expect(grid(page)).toEqual([["a", "a"], ["c", "a"]]); // biome-ignore format: a table
  selectCells(page, 0, 2);
  paste(page, page.copy(0));
  expect(grid(page)).toEqual([["Før.", "a"], ["Før.", "a"]]); // biome-ignore format: a table
  expect(new Set(page.ids).size).toBe(page.ids.length);
});

test("[E14] [L3] cells that are copied bring their links, and what they cover takes its own away", () => {
  const page = pageWith(tableWith([["a", "b", "c"], ["d", "e", "f"]])); // biome-ignore format: a table
  page.link(1, link("a"));
  page.link(5, link("b"));
  selectCells(page, 0, 1);
  const { selection } = page.state;
  caretInCell(page, 3);
  paste(page, selection.content());
  expect(page.lines).toEqual(["Før.", "a [a]", "b", "c", "a [a]", "b", "f", "Slut."]);
  page.undo();
  expect(page.lines).toEqual(["Før.", "a [a]", "b", "c", "d", "e [b]", "f", "Slut."]);
});

test("[E14] text with a table among it becomes paragraphs in a cell, and it is told", () => {
  const page = pageWith(tableWith([["a", "b"]]));
  caretInCell(page, 1);
  const mixed = pageWith(tableWith([["1", "2"]]));
  const left = paste(page, mixed.state.doc.slice(0, mixed.state.doc.content.size));
  expect(left).toEqual([{ kind: "nested-table", text: "1\t2" }]);
  expect(grid(page)).toEqual([["a", expect.stringContaining("1/2/Slut.")]]);
});

test("[E14] outside tables cells become a table, one cell its words, and text is nobody's here", () => {
  const page = pageWith(tableWith([["a", "b"], ["c", "d"]])); // biome-ignore format: a table
  selectCells(page, 1, 3);
  const { selection } = page.state;
  page.caret(5, -1);
  paste(page, selection.content());
  expect(grid(page, 1)).toEqual([["b"], ["d"]]);
  selectCells(page, 0, 0);
  const one = page.state.selection.content();
  page.caret(0, -1);
  paste(page, one);
  expect(page.state.doc.firstChild?.textContent).toBe("Før.a");
  expect(putCells(page.state.tr, page.copy(0))).toBeNull();
});
