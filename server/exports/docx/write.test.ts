import JSZip from "jszip";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { allBlocks } from "../../../app/document-model/document";
import { letterOf } from "../letter/letter";
import { sampleDocument, sampleFacts } from "../letter/sample";
import { docxOf } from "./write";

const letter = letterOf(sampleDocument, sampleFacts);

async function part(bytes: Uint8Array, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(name)?.async("string")) ?? "";
}

describe("the Word document of a letter", () => {
  test("[X2] holds every text of the response, in order, with title and metadata", async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(letter)) });
    let from = 0;
    for (const block of allBlocks(sampleDocument))
      for (const inline of block.content)
        if ("text" in inline && inline.text !== "") {
          const at = value.indexOf(inline.text, from);
          expect(at, inline.text).toBeGreaterThanOrEqual(from);
          from = at + inline.text.length;
        }
    for (const said of [sampleFacts.title, "Eksempel Kommune", "29.30.00-K02-7-26 · HS-2026-0007", "9. marts 2026"])
      expect(value).toContain(said);
  });

  test("[X1] is the same bytes when it is made again later", async () => {
    const first = await docxOf(letter);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await docxOf(letter)).equals(Buffer.from(first))).toBe(true);
  });

  test("has headings, lists, quotes, links and one header row as what they are", async () => {
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(await docxOf(letter)) })).value;
    expect(html).toContain("<h1>Generelle bemærkninger</h1>");
    expect(html).toContain("<h2>Vedr. udskrivning</h2>");
    expect(html).toContain('<a href="https://www.example.dk/politik?side=1&amp;del=2">kommunens sundhedspolitik</a>');
    expect(html).toContain("<strong>overvejende positivt</strong>");
    expect(html).toMatch(/<ul>.*<ol><li>Først aftales en dato,<\/li>.*<\/ol>.*<\/ul><ol><li>Nummereret fra én/s);
    expect(html.match(/<thead>/g)).toHaveLength(1);
    expect(html).toContain('rowspan="2"');
    expect(html).toContain('colspan="2"');
  });

  test("begins every ordered list at 1 and says its language, title and municipality", async () => {
    const bytes = await docxOf(letter);
    const ids = [...(await part(bytes, "word/document.xml")).matchAll(/<w:numId w:val="(\d+)"/g)].map(
      (match) => match[1],
    );
    expect(new Set(ids).size).toBe(3);
    const numbering = await part(bytes, "word/numbering.xml");
    const definitions = ids.map(
      (id) => new RegExp(`<w:num w:numId="${id}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(numbering)?.[1],
    );
    expect(new Set(definitions).size).toBe(3);
    expect(await part(bytes, "word/styles.xml")).toContain('w:lang w:val="da-DK"');
    expect(await part(bytes, "docProps/core.xml")).toContain(`<dc:title>${sampleFacts.title}</dc:title>`);
    expect(await part(bytes, "docProps/core.xml")).toContain("<dc:creator>Eksempel Kommune</dc:creator>");
  });

  test("[X3] names the clause of a linked paragraph once after it", async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(letter)) });
    expect(value).toContain("flere centre samtidig.\u00a0(pkt. 4.2)");
    expect(value).toContain("beskrives i aftalen.\u00a0(pkt. 4.2 og 5)");
    expect(value).toContain("bidrager gerne med tal.\u00a0(Mål 2)");
    expect(value).toContain("vedtog i 2024.\u00a0(hele aftalen)");
    const without = await docxOf(letterOf(sampleDocument, sampleFacts, { references: "none" }));
    expect((await mammoth.extractRawText({ buffer: Buffer.from(without) })).value).not.toContain("(pkt.");
  });
});
