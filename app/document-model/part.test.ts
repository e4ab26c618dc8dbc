import { expect, test } from "vitest";
import { type Block, type Inline, type Link, type ResponseDocument, SCHEMA_VERSION, type Table } from "./document";
import { type PartGround, partOf, partText } from "./part";
import { partChanges } from "./part-changes";

const [social, elderly] = ["social", "elderly"];
/** 1.1 is Social's, 2.1 is Ældre's, 3.1 both have. */
const given = new Map([
  ["1.1", new Set([social])],
  ["2.1", new Set([elderly])],
  ["3.1", new Set([social, elderly])],
]);

const on = (id: string, center: string, more: Partial<Link> = {}): Link => ({ kind: "clause", id, center, ...more });
const whole = (center: string): Link => ({ kind: "source", id: "source", center });

type Line = [text: string | Inline[], ...links: Link[]] | Block | Table;

function block(id: string, text: string | Inline[], more: Partial<Block> = {}): Block {
  const content = typeof text === "string" ? (text === "" ? [] : [{ text }]) : text;
  return { type: "block", id, kind: "paragraph", level: 0, content, ...more };
}

const heading = (id: string, level: number, text = id) => block(id, text, { kind: "heading", level });

function documentOf(...lines: Line[]): ResponseDocument {
  const links: ResponseDocument["links"] = {};
  const blocks = lines.map((line, index) => {
    if (!Array.isArray(line)) return line;
    const [text, ...own] = line;
    const id = `p${index + 1}`;
    if (own.length > 0) links[id] = own;
    return block(id, text);
  });
  return { schemaVersion: SCHEMA_VERSION, blocks, links };
}

function idsIn(document: ResponseDocument, center: string, sections: PartGround["sections"] = new Map()): string[] {
  return partOf(document, center, { given, sections }).paragraphs.map(({ id }) => id);
}

const bytesOf = (document: ResponseDocument, center = social, sections: PartGround["sections"] = new Map()) =>
  partText(partOf(document, center, { given, sections }));

test("[A20] a center's part is what it says of the clauses it was given, and of the whole source", () => {
  const text = documentOf(
    ["Om 1.1.", on("1.1", social)],
    ["Om 2.1.", on("2.1", elderly)],
    ["Om alt.", whole(social)],
    ["Uden bestemmelse."],
    ["Om 9.9, som ingen har fået.", on("9.9", social)],
    ["Om begges.", on("1.1", social), on("2.1", elderly)],
  );
  expect(idsIn(text, social)).toEqual(["p1", "p3", "p6"]);
  expect(idsIn(text, elderly)).toEqual(["p2", "p6"]);
});

test("[A20] of a clause that two were given each signs what it says itself; what a third says of it is theirs both", () => {
  const text = documentOf(
    ["Vores.", on("3.1", social)],
    ["Deres.", on("3.1", elderly)],
    ["Andres.", on("3.1", "youth")],
  );
  expect(idsIn(text, social)).toEqual(["p1", "p3"]);
  expect(idsIn(text, elderly)).toEqual(["p2", "p3"]);
  expect(idsIn(documentOf(["Deres om vores.", on("1.1", elderly)]), social)).toEqual(["p1"]);
});

test("[A20] a section that is given goes until the next heading of its level or higher; the innermost given counts", () => {
  const text = documentOf(
    heading("h1", 1),
    ["Under h1."],
    heading("h2", 2),
    ["Under h2."],
    heading("h3", 3),
    ["Under h3."],
    heading("h4", 2),
    ["Under h4."],
    heading("h5", 1),
    ["Under h5."],
  );
  expect(idsIn(text, social, new Map([["h2", social]]))).toEqual(["h2", "p4", "h3", "p6"]);
  const both = new Map([
    ["h1", elderly],
    ["h3", social],
  ]);
  expect(idsIn(text, social, both)).toEqual(["h3", "p6"]);
  expect(idsIn(text, elderly, both)).toEqual(["h1", "p2", "h2", "p4", "h4", "p8"]);
  expect(idsIn(text, social, new Map([["p2", social]]))).toEqual([]);
});

test("[A20] cells count, a line without words does not", () => {
  const cell = (id: string, text: string) => ({ header: false, colspan: 1, rowspan: 1, blocks: [block(id, text)] });
  const table: Table = { type: "table", id: "t", rows: [[cell("c1", "Antal"), cell("c2", "12")], [cell("c3", " ")]] };
  const text = { ...documentOf(heading("h", 1), table, [""]), links: { c2: [on("2.1", elderly)] } };
  expect(idsIn(text, social, new Map([["h", social]]))).toEqual(["h", "c1", "c2"]);
  expect(idsIn(text, elderly)).toEqual(["c2"]);
});

test("[A21] the hash is of order, kind, level, words, marks and the center's own links with their stance", () => {
  const said = (text: string | Inline[], ...links: Link[]) =>
    bytesOf(documentOf([text, ...links], ["To.", on("1.1", social)]));
  const plain = said("Et.", on("1.1", social));
  const others = [
    said("Et!", on("1.1", social)),
    said([{ text: "Et.", bold: true }], on("1.1", social)),
    said([{ text: "Et.", href: "https://x.dk" }], on("1.1", social)),
    said("Et.", on("1.1", social, { stance: "support" })),
    said("Et.", on("1.1", social), on("3.1", social)),
    bytesOf(documentOf(["To.", on("1.1", social)], ["Et.", on("1.1", social)])),
    bytesOf({
      ...documentOf(block("p1", "Et.", { kind: "bullet" }), ["To.", on("1.1", social)]),
      links: { p1: [on("1.1", social)], p2: [on("1.1", social)] },
    }),
  ];
  for (const other of others) expect(other).not.toBe(plain);
  expect(new Set(others).size).toBe(others.length);
});

test("[A21] ids, what others link and write, and empty lines are not in it; nor how letters are made up", () => {
  const text = documentOf(["Én.", on("1.1", social)], ["To.", on("1.1", social)]);
  const plain = bytesOf(text);
  const other: ResponseDocument = {
    ...text,
    blocks: [heading("x1", 1, "Andres"), block("a", "Én."), block("b", ""), block("c", "Andres."), block("d", "To.")],
    links: { a: [on("1.1", social), on("2.1", elderly)], d: [on("1.1", social)], c: [on("2.1", elderly)] },
  };
  expect(bytesOf(other)).toBe(plain);
});

test("[A21] a footnote's words go with the words they belong to, whatever the notes are called and wherever they stand", () => {
  const noted = (id: string, words: string, ...between: Block[]): ResponseDocument => ({
    ...documentOf(
      block("a", [{ text: "Et " }, { text: "tal", notes: [id] }]),
      ...between,
      block(id, words, { kind: "footnote" }),
    ),
    links: { a: [on("1.1", social)] },
  });
  const plain = bytesOf(noted("n1", "Fra 2025."));
  expect(bytesOf(noted("n2", "Fra 2025.", block("z", "Andres.")))).toBe(plain);
  expect(bytesOf(noted("n1", "Fra 2024."))).not.toBe(plain);
  // The note in a section that is another's is read with its words, and not a second time where it stands.
  const inSection = documentOf(
    heading("h", 1),
    block("a", [{ text: "Ord", notes: ["n"] }]),
    block("n", "Note", { kind: "footnote" }),
  );
  expect(idsIn(inSection, social, new Map([["h", social]]))).toEqual(["h", "a"]);
});

test("[A22] what differs is told paragraph by paragraph: written in, new, gone, moved, linked otherwise", () => {
  const part = (...lines: Line[]) => partOf(documentOf(...lines), social, { given, sections: new Map() });
  const before = part(["Et.", on("1.1", social)], ["To.", on("1.1", social)], ["Tre.", on("1.1", social)]);
  const after = part(
    ["Et nu.", on("1.1", social)],
    ["To."],
    ["Tre.", on("1.1", social, { stance: "support" })],
    ["Ny.", on("1.1", social)],
  );
  expect(partChanges(before, after)).toEqual([
    { kind: "changed", id: "p1", before: "Et.", after: "Et nu.", aspects: ["words"] },
    { kind: "removed", id: "p2", before: "To.", behind: "p1" },
    { kind: "changed", id: "p3", before: "Tre.", after: "Tre.", aspects: ["links"] },
    { kind: "added", id: "p4", after: "Ny." },
  ]);
  expect(partChanges(before, before)).toEqual([]);
  const [one, two, three] = before.paragraphs;
  const turned = { paragraphs: [three!, one!, two!] };
  expect(partChanges(before, turned)).toEqual([{ kind: "moved", id: "p3" }]);
});
