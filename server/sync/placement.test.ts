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
