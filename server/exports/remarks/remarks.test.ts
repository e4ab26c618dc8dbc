import JSZip from "jszip";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { type Block, type Link, type ResponseDocument, SCHEMA_VERSION } from "../../../app/document-model/document";
import { docxOf } from "../docx/write";
import { letterOf } from "../letter/letter";
import { CLAUSE_IDS, sampleFacts } from "../letter/sample";
import { remarkLetter } from "./letter";
import { type RemarkLine, remarksOf } from "./remarks";
import { remarkSheet } from "./sheet";

const SOCIAL = "44444444-4444-4444-8444-444444444444";
const ELDERLY = "55555555-5555-4555-8555-555555555555";
const centers = new Map([
  [SOCIAL, "Center for Socialservice"],
  [ELDERLY, "Center for Ældre"],
]);

const block = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: [{ text }],
  ...more,
});
const about = (id: string, more: Partial<Link> = {}): Link => ({ kind: "clause", id, center: SOCIAL, ...more });

function table(blocks: Block[], links: Record<string, Link[]>) {
  const document: ResponseDocument = { schemaVersion: SCHEMA_VERSION, blocks, links };
  return { document, ...remarksOf(document, sampleFacts, centers) };
}
const text = (lines: readonly RemarkLine[]) =>
  lines.map(({ content }) => content.map((inline) => ("text" in inline ? inline.text : "")).join(""));

describe("[X13] the remark table", () => {
  test("stands in the source's order, the whole of it first, each by number and heading; what is not there comes last", () => {
    const { remarks } = table(
      [
        block("b-mentor", "Om mentor."),
        block("b-gone", "Om andet."),
        block("b-4-2", "Om 4.2."),
        block("b-all", "Om alt."),
      ],
      {
        "b-mentor": [about(CLAUSE_IDS.mentor)],
        "b-gone": [about("99999999-1111-4111-8111-111111111111")],
        "b-4-2": [about(CLAUSE_IDS.discharge), about(CLAUSE_IDS.goal, { center: ELDERLY })],
        "b-all": [{ kind: "source", id: "s", center: ELDERLY }],
      },
    );
    expect(remarks.map((remark) => [remark.about, text(remark.said), remark.centers])).toEqual([
      [["Hele aftalen"], ["Om alt."], ["Center for Ældre"]],
      [
        ["Pkt. 4.2: Udskrivning varsles.", "Mål 2 Færre genindlæggelser"],
        ["Om 4.2."],
        ["Center for Socialservice", "Center for Ældre"],
      ],
      [["Pkt. 5 Mentor"], ["Om mentor."], ["Center for Socialservice"]],
      [["Andet"], ["Om andet."], ["Center for Socialservice"]],
    ]);
  });

  test("takes neighbours about the same for one remark, with the quote before them, and change proposals for themselves", () => {
    const { remarks, unlinked } = table(
      [
        block("quote-1", "En mentor følger.", { kind: "quote", of: CLAUSE_IDS.mentor }),
        block("b-1", "Opgaven bør beskrives:"),
        block("item-1", "hvad", { kind: "bullet" }),
        block("b-2", "Indsæt: „i seks måneder“."),
        block("b-3", "Uden henvisning."),
        block("b-4", "Igen om mentor."),
      ],
      {
        "b-1": [about(CLAUSE_IDS.mentor)],
        "item-1": [about(CLAUSE_IDS.mentor)],
        "b-2": [about(CLAUSE_IDS.mentor, { stance: "change-proposal" })],
        "b-4": [about(CLAUSE_IDS.mentor)],
      },
    );
    expect(remarks.map(({ said, proposed }) => [text(said), text(proposed)])).toEqual([
      [["En mentor følger.", "Opgaven bør beskrives:", "hvad"], ["Indsæt: „i seks måneder“."]],
      [["Igen om mentor."], []],
    ]);
    // The quote is of a clause, but links to none.
    expect(unlinked).toBe(2);
  });

  test("has a footnote behind its words, and in Word a header row, the same texts, and the same bytes", async () => {
    const { document, ...made } = table(
      [
        block("b-1", "", { content: [{ text: "Fristen", notes: ["note-1"] }, { text: " er kort." }] }),
        block("note-1", "Tre hverdage.", { kind: "footnote" }),
      ],
      { "b-1": [about(CLAUSE_IDS.discharge)] },
    );
    expect(text(made.remarks[0]?.said ?? [])).toEqual(["Fristen [Note: Tre hverdage.] er kort."]);
    const letter = remarkLetter(letterOf(document, sampleFacts), made);
    const bytes = await docxOf(letter);
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
    expect(html).toMatch(/<thead><tr><th>.*Afsnit.*Bemærkning.*Ændringsforslag.*Center.*<\/thead>/);
    expect(html).toContain("Fristen [Note: Tre hverdage.] er kort.");
    expect(Buffer.from(await docxOf(letter)).equals(Buffer.from(bytes))).toBe(true);
  });

  test("in Excel what looks like a formula is text, and what is too long for a cell goes on below", async () => {
    const long = "ord ".repeat(12_000);
    const { document, ...made } = table([block("b-1", `=HYPERLINK("http://x.dk") & <b>`), block("b-2", long)], {
      "b-1": [about(CLAUSE_IDS.discharge)],
      "b-2": [about(CLAUSE_IDS.mentor)],
    });
    const zip = await JSZip.loadAsync(await remarkSheet(letterOf(document, sampleFacts), made));
    const sheet = (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "";
    expect(sheet).toContain("=HYPERLINK(&quot;http://x.dk&quot;) &amp; &lt;b&gt;");
    expect(sheet).not.toContain("<f>");
    expect(sheet.match(/<row /g)).toHaveLength(4);
    expect(sheet.split("ord ").length - 1).toBe(12_000);
  });
});
