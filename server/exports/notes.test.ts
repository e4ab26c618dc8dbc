import JSZip from "jszip";
import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import {
  type Block,
  type BlockKind,
  type Inline,
  type ResponseDocument,
  SCHEMA_VERSION,
} from "../../app/document-model/document";
import { docxOf } from "./docx/write";
import { letterOf } from "./letter/letter";
import { CLAUSE_IDS, sampleFacts } from "./letter/sample";
import { createPress } from "./pdf/press";

const block = (id: string, content: Inline[], kind: BlockKind = "paragraph", over: Partial<Block> = {}): Block => ({
  type: "block",
  id,
  kind,
  level: kind === "heading" ? 1 : 0,
  content,
  ...over,
});

const blocks: ResponseDocument["blocks"] = [
  block("heading1", [{ text: "Bemærkninger", notes: ["note-d"] }], "heading"),
  block("bullet01", [{ text: "Første " }, { text: "punkt", notes: ["note-b"] }, { text: " her." }], "ordered"),
  block("note-b", [{ text: "Se " }, { text: "bilaget", href: "https://example.dk/bilag" }, { text: "." }], "footnote"),
  block("bullet02", [{ text: "Andet punkt.", notes: ["note-a", "note-c"] }], "ordered"),
  block("note-a", [{ text: "Note om det andet.", bold: true }], "footnote"),
  block("note-c", [], "footnote"),
  block("note-d", [{ text: "Om det hele." }], "footnote"),
  {
    type: "table",
    id: "table001",
    rows: [
      [
        {
          header: false,
          colspan: 1,
          rowspan: 1,
          blocks: [block("cell0001", [{ text: "Celle", notes: ["note-e", "note-b"] }])],
        },
      ],
      [{ header: false, colspan: 1, rowspan: 1, blocks: [block("cell0002", [{ text: "Under" }])] }],
    ],
  },
  block("note-e", [{ text: "Om cellen." }], "footnote"),
  block("note-f", [{ text: "Ingen henviser hertil." }], "footnote"),
  block("quote001", [{ text: "Udskrivning varsles." }], "quote", { of: CLAUSE_IDS.discharge }),
  block("quote002", [{ text: "En mentor følger." }], "quote", { of: CLAUSE_IDS.mentor }),
  block("quote003", [{ text: "Et citat af andet." }], "quote", { of: "99999999-1111-4111-8111-111111111111" }),
];
const document: ResponseDocument = { schemaVersion: SCHEMA_VERSION, blocks, links: {} };
const letter = letterOf(document, sampleFacts);

async function part(name: string): Promise<string> {
  return (await (await JSZip.loadAsync(await docxOf(letter))).file(name)?.async("string")) ?? "";
}

describe("[X8] footnotes and quotes of a clause in a letter", () => {
  test("numbers stand behind their words, lists go on past notes, an empty note is none", () => {
    expect(letter.notes.map(({ id }) => id)).toEqual(["note-d", "note-b", "note-a", "note-e"]);
    const list = letter.body.find((node) => node.kind === "list");
    expect(list?.kind === "list" && list.items.map(({ content }) => content)).toEqual([
      [{ text: "Første " }, { text: "punkt" }, { note: 2 }, { text: " her." }],
      [{ text: "Andet punkt." }, { note: 3 }],
    ]);
    const table = letter.body.find((node) => node.kind === "table");
    const cell = table?.kind === "table" ? table.cells[0]?.body[0] : undefined;
    expect(cell?.kind === "paragraph" && cell.content).toEqual([
      { text: "Celle" },
      { note: 2, again: true },
      { note: 4 },
    ]);
  });

  test("a note that no words belong to is printed where it stands", () => {
    const printed = letter.body.flatMap((node) => (node.kind === "paragraph" ? [node.content] : []));
    expect(printed).toEqual([[{ text: "Note: " }, { text: "Ingen henviser hertil." }]]);
  });

  test("[X9] a quote says what it quotes, when the source holds it", () => {
    const quotes = letter.body.flatMap((node) => (node.kind === "quote" ? [node.source] : []));
    expect(quotes).toEqual(["Pkt. 4.2", "Pkt. 5 Mentor", ""]);
  });

  test("[X9] of a clause that only an earlier edition has, it says so; of a stranger's, nothing", () => {
    const gone = { id: "99999999-1111-4111-8111-111111111111", kind: "clause", number: "7", position: 3 } as const;
    const earlier = [{ ...gone, heading: "Vederlag", text: "Der betales.", edition: "Udkast" }];
    const quotes = letterOf(document, { ...sampleFacts, earlier }).body;
    const sources = quotes.flatMap((node) => (node.kind === "quote" ? [node.source] : []));
    expect(sources).toEqual(["Pkt. 4.2", "Pkt. 5 Mentor", "Pkt. 7 Vederlag (Udkast)"]);
  });

  test("in Word they are Word's own footnotes, with links, and the same bytes each time", async () => {
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(await docxOf(letter)) })).value;
    expect(html.match(/id="footnote-ref-\d+"/g)).toHaveLength(4);
    expect(html).toMatch(/punkt<sup><a href="#footnote-2" id="footnote-ref-2">/);
    expect(html).toMatch(/<li id="footnote-2">.*Se <a href="https:\/\/example\.dk\/bilag">bilaget<\/a>\./);
    expect(html).toContain("<sup>2</sup>");
    expect(html).toContain("– Pkt. 5 Mentor");
    expect(await part("word/footnotes.xml")).toContain('r:id="link1"');
    const again = await docxOf(letter);
    expect(Buffer.from(again).equals(Buffer.from(await docxOf(letter)))).toBe(true);
  });

  test("in the PDF every note stands once, in the order of the numbers, and the file is tagged as before", async () => {
    const bytes = await createPress().pdfOf(letter);
    const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
    let text = "";
    for (let number = 1; number <= pdf.numPages; number++)
      for (const item of (await (await pdf.getPage(number)).getTextContent()).items)
        if ("str" in item) text += item.str;
    const plain = text.replace(/\s/g, "");
    const places = ["Omdethele.", "Sebilaget.", "Noteomdetandet.", "Omcellen."].map((said) => plain.indexOf(said));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(plain.split("Omdethele.")).toHaveLength(2);
    expect(plain).toContain("Pkt.5Mentor");
    expect(Buffer.from(bytes).toString("latin1")).toContain("<pdfuaid:part>1<");
  });
});
