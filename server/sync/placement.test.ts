import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { updateOf, writeParagraph } from "../../tests/sync/document";
import { inspect } from "./inspect";
import { Waiting } from "./waiting";

/** A document with one paragraph, and the verdict on what a page does to it next. */
function verdict(change: (block: Y.XmlElement, doc: Y.Doc) => void): string {
  const committed = new Y.Doc();
  writeParagraph(committed, "para-1", "Tekst");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(committed));
  const block = doc.getXmlFragment(ROOTS.body).get(0) as Y.XmlElement;
  const update = updateOf(doc, () => change(block, doc));
  const clocks = Y.decodeStateVector(Y.encodeStateVector(committed));
  const sender = { clientId: doc.clientID, mayLinkAs: () => true };
  const judged = inspect(update, { doc: committed, clocks, waiting: new Waiting() }, sender);
  return judged.verdict === "refused" ? judged.code : judged.verdict;
}

/** Puts content where Yjs' own types would not: an item after the block, in the block's own list. */
function putBeside(block: Y.XmlElement, doc: Y.Doc, content: Y.Item["content"]): void {
  doc.transact((transaction) => {
    const left = block._item;
    if (!left) throw new Error("Expected the block to stand somewhere.");
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
    new Y.Item(id, left, left.lastId, null, null, left.parent, null, content).integrate(transaction, 0);
  });
}

test("[W2] [E8] an attribute is judged by its element: only the ones it has, only with values it can have", () => {
  const set = (key: string, value: unknown) => verdict((block) => block.setAttribute(key, value as string));
  expect([set("kind", "heading"), set("level", 2), set("id", "andet-id")]).toEqual(["new", "new", "new"]);
  // Strange ids are mended by the server, but an essay is no id. [E4]
  expect([set("id", ""), set("id", "x y")]).toEqual(["new", "new"]);
  for (const [key, value] of [
    ["kind", "marquee"],
    ["kind", null],
    ["level", 4],
    ["level", -1],
    ["level", 1.5],
    ["level", "2"],
    ["id", "x".repeat(65)],
    ["id", { toString: "x" }],
    ["colspan", 2],
    ["onclick", "alert(1)"],
    ["__proto__", "x"],
  ] as const) {
    expect(set(key, value), `${key} = ${JSON.stringify(value)}`).toBe("unknown-content");
  }
  const cell = (value: unknown) =>
    verdict((_block, doc) => {
      const made = new Y.XmlElement("tableCell");
      made.setAttribute("colspan", value as string);
      made.insert(0, [new Y.XmlElement("block")]);
      const [table, row] = [new Y.XmlElement("table"), new Y.XmlElement("tableRow")];
      row.insert(0, [made]);
      table.insert(0, [row]);
      doc.getXmlFragment(ROOTS.body).push([table]);
    });
  expect([cell(2), cell(0), cell(21), cell("2")]).toEqual(["new", ...Array(3).fill("unknown-content")]);
});

test("[W2] words stand in texts alone: between two blocks they would break every page's drawing", () => {
  const text = (block: Y.XmlElement) => block.get(0) as Y.XmlText;
  expect(verdict((block) => text(block).insert(0, "Mere "))).toBe("new");
  expect(verdict((block, doc) => putBeside(block, doc, new Y.ContentString("løse ord")))).toBe("unknown-content");
  expect(verdict((block, doc) => putBeside(block, doc, new Y.ContentFormat("bold", {})))).toBe("unknown-content");
  expect(verdict((block, doc) => putBeside(block, doc, new Y.ContentAny([{ a: 1 }])))).toBe("unknown-content");
  expect(verdict((block, doc) => putBeside(block, doc, new Y.ContentBinary(new Uint8Array(8))))).toBe(
    "unknown-content",
  );
  expect(verdict((block, doc) => putBeside(block, doc, new Y.ContentDoc(new Y.Doc())))).toBe("unknown-content");
  expect(verdict((block) => text(block).setAttribute("class", "x"))).toBe("unknown-content");
  expect(verdict((block) => text(block).insertEmbed(0, new Y.XmlElement("block")))).toBe("unknown-content");
});

test("[W2] [E8] a mark carries its own attributes and no others", () => {
  const mark = (marks: object) => verdict((block) => (block.get(0) as Y.XmlText).format(0, 2, marks));
  expect([mark({ bold: {} }), mark({ link: { href: "https://kl.dk" } })]).toEqual(["new", "new"]);
  for (const marks of [
    { bold: { style: "color:red" } },
    { bold: true },
    { link: {} },
    { link: { href: "https://kl.dk", onclick: "x" } },
    { link: { href: "data:text/html,x" } },
    { underline: {} },
  ]) {
    expect(mark(marks), JSON.stringify(marks)).toBe("unknown-content");
  }
});

test("[W2] what was set twice and kept by an undo comes as one item with both values, and is taken", () => {
  const both = (key: string, values: unknown[]) =>
    verdict((block, doc) => {
      doc.transact((transaction) => {
        const left = block._map.get(key) ?? null;
        const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
        const content = new Y.ContentAny(values);
        new Y.Item(id, left, left?.lastId ?? null, null, null, block, key, content).integrate(transaction, 0);
      });
    });
  expect([both("level", [3, 0]), both("kind", ["ordered", "paragraph"])]).toEqual(["new", "new"]);
  expect([both("level", [3, 9]), both("level", [9, 3])]).not.toContain("new");
});

test("[E14] [W2] rows and cells beyond the limit are people's work that met; thousands of them are nobody's", () => {
  const rowOf = (cells: number) => {
    const row = new Y.XmlElement("tableRow");
    row.insert(
      0,
      Array.from({ length: cells }, () => new Y.XmlElement("tableCell")),
    );
    return row;
  };
  const tableOf = (rows: number, cells: number) => {
    const table = new Y.XmlElement("table");
    table.insert(
      0,
      Array.from({ length: rows }, () => rowOf(cells)),
    );
    return table;
  };
  const put = (rows: number, cells: number) =>
    verdict((_block, doc) => doc.getXmlFragment(ROOTS.body).push([tableOf(rows, cells)]));
  expect([put(200, 20), put(201, 21), put(600, 2), put(2, 60)]).toEqual(["new", "new", "new", "new"]);
  expect([put(601, 1), put(1, 61)]).toEqual(["unknown-content", "unknown-content"]);
  // Those that the document has already are counted, and those that go in the same update are not.
  const committed = new Y.Doc();
  committed.getXmlFragment(ROOTS.body).push([tableOf(400, 1)]);
  const more = (change: (table: Y.XmlElement) => void) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(committed));
    const update = updateOf(doc, () => change(doc.getXmlFragment(ROOTS.body).get(0) as Y.XmlElement));
    const clocks = Y.decodeStateVector(Y.encodeStateVector(committed));
    const sender = { clientId: doc.clientID, mayLinkAs: () => true };
    return inspect(update, { doc: committed, clocks, waiting: new Waiting() }, sender).verdict;
  };
  const rows = (count: number) => Array.from({ length: count }, () => rowOf(1));
  expect(more((table) => table.push(rows(200)))).toBe("new");
  expect(more((table) => table.push(rows(201)))).toBe("refused");
  expect(more((table) => table.insert(0, rows(201)))).toBe("refused");
  expect(
    more((table) => {
      table.push(rows(201));
      table.delete(500, 100);
    }),
  ).toBe("new");
});
