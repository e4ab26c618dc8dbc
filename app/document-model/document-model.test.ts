import { expect, test } from "vitest";
import * as Y from "yjs";
import { isBlockId, newBlockId } from "./block-id";
import { canonicalJson } from "./canonical";
import { type Block, type ResponseDocument, ROOTS, SCHEMA_VERSION } from "./document";
import { addLink, linksByBlock } from "./links";
import { isAllowedHref } from "./names";
import { readDocument } from "./read";
import { repairIds } from "./repair";
import { writeDocument } from "./write";

const CLAUSE = "11111111-1111-4111-8111-111111111111";
const CENTER = "22222222-2222-4222-8222-222222222222";

function block(id: string, text: string, over: Partial<Block> = {}): Block {
  return { type: "block", id, kind: "paragraph", level: 0, content: text ? [{ text }] : [], ...over };
}

const sample: ResponseDocument = {
  schemaVersion: SCHEMA_VERSION,
  blocks: [
    block("heading-one", "Generelle bemærkninger", { kind: "heading", level: 1 }),
    block("paragraph-1", "", {
      content: [
        { text: "Vi " },
        { text: "støtter", bold: true, italic: true },
        { break: true },
        { text: "her", href: "https://kl.dk/" },
      ],
    }),
    block("bullet-0001", "Et punkt", { kind: "bullet", level: 2 }),
    {
      type: "table",
      id: "table-00001",
      rows: [
        [
          { header: true, colspan: 2, rowspan: 1, blocks: [block("cell-head-1", "Mål")] },
          { header: false, colspan: 1, rowspan: 1, blocks: [block("cell-body-1", "Svar"), block("cell-body-2", "")] },
        ],
      ],
    },
  ],
  links: {
    "cell-body-1": [{ kind: "source", id: CLAUSE, center: CENTER }],
    "paragraph-1": [{ kind: "clause", id: CLAUSE, center: CENTER }],
  },
};

function docOf(document: ResponseDocument): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, writeDocument(document));
  return doc;
}

test("[E3] what is written reads back the same", () => {
  expect(readDocument(docOf(sample))).toEqual(sample);
});

test("[E3] the same document gives the same bytes and the same canonical text", () => {
  expect(writeDocument(sample)).toEqual(writeDocument(structuredClone(sample)));
  const reordered = Object.fromEntries(Object.entries(sample).reverse()) as ResponseDocument;
  expect(canonicalJson(reordered)).toBe(canonicalJson(sample));
});

test("[E3] composed and decomposed letters give the same canonical text", () => {
  const written = (text: string) => canonicalJson({ ...sample, blocks: [block("paragraph-1", text)], links: {} });
  expect(written("a\u030Aben")).toBe(written("\u00E5ben"));
});

test("[E3] links of a paragraph that is gone are not read", () => {
  const doc = docOf(sample);
  doc.getXmlFragment(ROOTS.body).delete(1, 1);
  expect(Object.keys(readDocument(doc).links)).toEqual(["cell-body-1"]);
});

test("[E3] unknown elements are skipped and their text is kept", () => {
  const doc = docOf({ ...sample, blocks: [block("paragraph-1", "kendt")] });
  const strange = new Y.XmlElement("callout");
  strange.insert(0, [new Y.XmlText("ukendt")]);
  doc.getXmlFragment(ROOTS.body).push([strange]);
  expect(readDocument(doc).blocks).toEqual([block("paragraph-1", "kendt"), block("", "ukendt")]);
});

test("[E4] a doubled id is kept by the first; the second gets a new one and a copy of the links", () => {
  const doc = docOf({ ...sample, blocks: [block("paragraph-1", "en"), block("paragraph-1", "to")] });
  let made = 0;
  expect(repairIds(doc, () => `repaired-${made++}`)).toBe(true);
  const repaired = readDocument(doc);
  expect(repaired.blocks.map(({ id }) => id)).toEqual(["paragraph-1", "repaired-0"]);
  expect(repaired.links["repaired-0"]).toEqual(repaired.links["paragraph-1"]);
  expect(repairIds(doc, newBlockId)).toBe(false);
});

test("[E4] [W3] five hundred links of a paragraph doubled five hundred times are not copied as often as that", () => {
  const blocks = Array.from({ length: 500 }, () => block("paragraph-1", "x"));
  const links = Array.from({ length: 500 }, () => ({
    kind: "clause" as const,
    id: crypto.randomUUID(),
    center: CENTER,
  }));
  const doc = docOf({ ...sample, blocks, links: { "paragraph-1": links } });
  repairIds(doc, newBlockId);
  const repaired = readDocument(doc);
  expect(new Set(repaired.blocks.map(({ id }) => id)).size).toBe(500);
  expect(Object.values(repaired.links).flat()).toHaveLength(10_500);
});

test("[E4] missing and impossible ids are replaced, in cells too", () => {
  const doc = docOf({
    ...sample,
    blocks: [
      block("a|b", "x"),
      { type: "table", id: "", rows: [[{ header: false, colspan: 1, rowspan: 1, blocks: [block("", "y")] }]] },
    ],
  });
  repairIds(doc, newBlockId);
  const [first, table] = readDocument(doc).blocks;
  expect([first, table].every((node) => isBlockId(node?.id))).toBe(true);
  expect(table?.type === "table" && isBlockId(table.rows[0]?.[0]?.blocks[0]?.id)).toBe(true);
});

test("[L1] two people who link one paragraph at once both keep their link", () => {
  const one = docOf(sample);
  const other = docOf(sample);
  addLink(one, "paragraph-1", { kind: "source", id: CLAUSE, center: CENTER });
  addLink(other, "paragraph-1", { kind: "clause", id: CENTER, center: CENTER });
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  expect(linksByBlock(one).get("paragraph-1")).toHaveLength(3);
  expect(linksByBlock(other)).toEqual(linksByBlock(one));
});

test("[L8] [E3] a stance is read, written and hashed where it is set, and leaves no trace where it is not", () => {
  const link = { kind: "clause", id: CLAUSE, center: CENTER } as const;
  const asked = { ...sample, links: { "paragraph-1": [{ ...link, stance: "question" as const }] } };
  expect(readDocument(docOf(asked))).toEqual(asked);
  const bare = canonicalJson(readDocument(docOf({ ...sample, links: { "paragraph-1": [link] } })));
  expect(bare).toContain(`"links":{"paragraph-1":[{"center":"${CENTER}","id":"${CLAUSE}","kind":"clause"}]}`);
  expect(canonicalJson(asked)).toBe(bare.replace('"kind":"clause"}]', '"kind":"clause","stance":"question"}]'));
});

test("[E8] words link to the web and to mailboxes only", () => {
  expect(["https://kl.dk", "http://a.dk/b?c=d", "mailto:a@b.dk"].every(isAllowedHref)).toBe(true);
  expect(["javascript:alert(1)", "data:text/html,x", "//evil.dk", " https://a.dk", 7].some(isAllowedHref)).toBe(false);
});
