import { TextSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import { isTableSize } from "../../app/editor/schema/insert-table";
import { keepHeaders, toggleHeaders } from "../../app/editor/schema/tables/headers";
import { hasHeader, MOST_COLUMNS, MOST_ROWS, tableOfCaret } from "../../app/editor/schema/tables/limits";
import { HeadlessPage, HeadlessServer, schema } from "./headless-page";
import { link, seedOf } from "./words";

test("[E14] a table has 1 to 200 rows and 1 to 20 columns", () => {
  expect([MOST_ROWS, MOST_COLUMNS]).toEqual([200, 20]);
  expect(isTableSize({ rows: 200, columns: 20 })).toBe(true);
  for (const [rows, columns] of [
    [0, 3],
    [201, 3],
    [3, 21],
    [1.5, 3],
    [Number.NaN, 3],
  ] as const)
    expect(isTableSize({ rows, columns }), `${rows} × ${columns}`).toBe(false);
});

test("[E14] the caret's table is found with its size and its headers", () => {
  const page = new HeadlessPage(seedOf("Før."));
  const { table, tableRow, tableHeader, tableCell, block } = schema.nodes;
  const row = (kind: typeof tableCell) =>
    tableRow!.create(null, [kind!.create(null, block!.create()), kind!.create(null, block!.create())]);
  page.dispatch(page.state.tr.insert(6, table!.create(null, [row(tableHeader), row(tableCell), row(tableCell)])));
  expect(tableOfCaret(page.caret(0, 0).state)).toBeNull();
  page.dispatch(page.state.tr.setSelection(TextSelection.near(page.state.doc.resolve(9))));
  const found = tableOfCaret(page.state)!;
  expect(found).toMatchObject({ rows: 3, columns: 2 });
  expect([hasHeader(found, "row"), hasHeader(found, "column")]).toEqual([true, false]);
});

/** A table of three rows and two columns, the first row made as headers, on two people's pages. */
function together() {
  const seed = seedOf("Før.");
  const [ann, ben] = [new HeadlessPage(seed), new HeadlessPage(seed)];
  const server = new HeadlessServer(seed, [ann, ben]);
  const { table, tableRow, tableHeader, tableCell, block } = schema.nodes;
  const row = (kind: typeof tableCell) =>
    tableRow!.create(null, [kind!.create(null, block!.create()), kind!.create(null, block!.create())]);
  ann.dispatch(ann.state.tr.insert(6, table!.create(null, [row(tableHeader), row(tableCell), row(tableCell)])));
  server.sync();
  return { ann, ben, server };
}

function placeOf(page: HeadlessPage) {
  return tableOfCaret(page.caret(1, 0).state)!;
}

function toggle(page: HeadlessPage, of: "row" | "column") {
  const { tr } = page.state;
  toggleHeaders(tr, placeOf(page), of);
  page.dispatch(tr);
}

/** Which cells are headers, row by row, as the document says it. */
function headers(page: HeadlessPage): string[] {
  const table = page.document.blocks.find(({ type }) => type === "table");
  return table?.type === "table" ? table.rows.map((row) => row.map(({ header }) => (header ? "H" : "-")).join("")) : [];
}

test("[E14] [E1] one makes the first row headers, or none, while another types in it: both stay, and so do ids and links", () => {
  const { ann, ben, server } = together();
  const { ids } = ann;
  ann.link(1, link("a"));
  toggle(ann, "row");
  ben.caret(1, 0).type("Mål");
  server.sync();
  toggle(ann, "row");
  ben.caret(1, -1).type(" 2");
  server.sync();
  expect(ann.lines[1]).toBe("Mål 2 [a]");
  expect(ben.lines).toEqual(ann.lines);
  expect(ann.ids).toEqual(ids);
  expect([headers(ann), headers(ben)]).toEqual([
    ["HH", "--", "--"],
    ["HH", "--", "--"],
  ]);
});

test("[E14] the corner is a header as long as its row or its column is", () => {
  const { ann } = together();
  toggle(ann, "column");
  expect(headers(ann)).toEqual(["HH", "H-", "H-"]);
  toggle(ann, "row");
  expect(headers(ann)).toEqual(["H-", "H-", "H-"]);
  toggle(ann, "column");
  expect(headers(ann)).toEqual(["--", "--", "--"]);
  toggle(ann, "row");
  expect([headers(ann)[0], hasHeader(placeOf(ann), "row"), hasHeader(placeOf(ann), "column")]).toEqual([
    "HH",
    true,
    false,
  ]);
});

test("[E14] a column that is added has its header too, a row that is added the one of its column", () => {
  const { ann } = together();
  toggle(ann, "row");
  toggle(ann, "row");
  toggle(ann, "column");
  const before = placeOf(ann);
  const { tr } = ann.state;
  addColumnAfter(ann.state, (made) => made.steps.forEach((step) => void tr.step(step)));
  keepHeaders(tr, before, "row");
  ann.dispatch(tr);
  const wide = placeOf(ann);
  const { tr: other } = ann.state;
  addRowAfter(ann.state, (made) => made.steps.forEach((step) => void other.step(step)));
  keepHeaders(other, wide, "column");
  ann.dispatch(other);
  expect(headers(ann)).toEqual(["HHH", "H--", "H--", "H--"]);
});
