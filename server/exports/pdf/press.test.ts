import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import {
  allBlocks,
  type Block,
  type ResponseDocument,
  SCHEMA_VERSION,
  textOf,
} from "../../../app/document-model/document";
import { temporaryFolder } from "../../../tests/world/folder";
import { letterOf } from "../letter/letter";
import { sampleDocument, sampleFacts } from "../letter/sample";
import type { Letter, LetterNode } from "../letter/shapes";
import { createPress } from "./press";

const press = createPress();
const letter = letterOf(sampleDocument, sampleFacts);

function documentOf(...texts: string[]): ResponseDocument {
  const blocks = texts.map(
    (text, index): Block => ({ type: "block", id: `block-${index}`, kind: "paragraph", level: 0, content: [{ text }] }),
  );
  return { schemaVersion: SCHEMA_VERSION, blocks, links: {} };
}

/** The text of all pages without white space and hyphens, because lines break where the PDF wants. */
const squeezed = (text: string) => text.replace(/[\s\u00ad-]/gu, "");
async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  let all = "";
  for (let number = 1; number <= pdf.numPages; number++)
    for (const item of (await (await pdf.getPage(number)).getTextContent()).items) if ("str" in item) all += item.str;
  return squeezed(all);
}

const FOOT = 70;

/** The uppermost and the lowest line of each page, its footer apart. */
async function edgesOf(bytes: Uint8Array): Promise<{ top: string; foot: string }[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages = Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1));
  return Promise.all(
    pages.map(async (page) => {
      const lines = new Map<number, string>();
      for (const item of (await (await page).getTextContent()).items) {
        if (!("str" in item)) continue;
        const y = Math.round(item.transform[5]);
        if (y > FOOT) lines.set(y, (lines.get(y) ?? "") + item.str);
      }
      const down = [...lines].sort(([a], [b]) => b - a).map(([, text]) => text.trim());
      return { top: down[0] ?? "", foot: down.at(-1) ?? "" };
    }),
  );
}

/** Points that lead on and quotes that say where they are from, so many of them that every kind of page break comes. */
function leading(): Letter {
  const line = (id: string, text: string) => ({ id, content: [{ text }], reference: "" });
  const body = Array.from({ length: 60 }, (_, at): LetterNode[] => [
    { kind: "paragraph", ...line(`p-${at}`, "Kommunen er enig i det meste. ".repeat(1 + (at % 7))) },
    {
      kind: "list",
      ordered: false,
      items: [
        {
          ...line(`i-${at}`, "Der er en grund:"),
          children: [{ kind: "list", ordered: true, items: [{ ...line(`c-${at}`, "Den ene."), children: [] }] }],
        },
      ],
    },
    { kind: "quote", source: "Kilden", ...line(`q-${at}`, "Udskrivning varsles.") },
  ]);
  return { ...letter, body: body.flat(), notes: [] };
}

describe("the PDF of a letter", () => {
  test("[X31] no page ends with a point that leads on, and none begins with what a quote's source is", async () => {
    const edges = await edgesOf(await press.pdfOf(leading()));
    expect(edges.length).toBeGreaterThan(8);
    expect(edges.filter(({ top, foot }) => top.includes("Kilden") || foot.endsWith(":"))).toEqual([]);
  });

  test("[X2] holds every text of the response, in order, with title, metadata and the hash", async () => {
    const text = await textOfPdf(await press.pdfOf(letter));
    let from = 0;
    for (const block of sampleDocument.blocks) {
      if (block.type === "table") continue;
      const at = text.indexOf(squeezed(textOf(block)), from);
      expect(at, textOf(block)).toBeGreaterThanOrEqual(from);
      from = at + squeezed(textOf(block)).length;
    }
    // A cell over two rows is drawn after its row; a reader follows the tags, not the drawing.
    for (const block of allBlocks(sampleDocument)) expect(text).toContain(squeezed(textOf(block)));
    for (const said of [
      sampleFacts.title,
      "29.30.00-K02-7-26 · HS-2026-0007",
      sampleFacts.version.sha256,
      "(pkt. 4.2 og 5)",
    ])
      expect(text).toContain(squeezed(said));
  });

  test("[X1] is the same bytes from another process", async () => {
    const first = await press.pdfOf(letter);
    const second = await createPress().pdfOf(letter);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test("[X6] is tagged, in Danish, and says that it is PDF/A-2a and PDF/UA-1", async () => {
    const raw = Buffer.from(await press.pdfOf(letter)).toString("latin1");
    for (const said of [
      "<pdfaid:part>2<",
      "<pdfaid:conformance>A<",
      "<pdfuaid:part>1<",
      "/StructTreeRoot",
      "/Lang (da-DK)",
      "/DisplayDocTitle true",
    ])
      expect(raw).toContain(said);
  });

  test("[X5] takes what looks like markup as plain text", async () => {
    const text = '#let x = 1 $a^2$ *fed* _kursiv_ @ref <label> \\ // ikke #read("/etc/passwd") [a](b) `kode`';
    const pdf = await press.pdfOf(letterOf(documentOf(text), sampleFacts));
    expect(await textOfPdf(pdf)).toContain(squeezed(text));
  });

  test("[X4] refuses a character that the font has not, and tells its place", async () => {
    const refused = press.pdfOf(letterOf(documentOf("Alt er vel.", "Tak 🎉"), sampleFacts));
    await expect(refused).rejects.toMatchObject({
      code: "missing-glyph",
      fields: { "block-1": "missing-glyph" },
    });
    expect(await textOfPdf(await press.pdfOf(letterOf(documentOf("\uf0b7 Punkt\u0002\u000c"), sampleFacts)))).toContain(
      "•Punkt",
    );
  });

  test("[X5] a process that crashes or hangs is a fault of that letter only", async () => {
    const script = join(temporaryFolder(), "crashes.mjs");
    writeFileSync(script, 'process.on("message", () => process.exit(7));');
    const slow = createPress({ limitMs: 1 });
    await expect(slow.pdfOf(letter)).rejects.toThrow("longer than 1 ms");
    const gone = createPress({ script });
    await expect(gone.pdfOf(letter)).rejects.toThrow("ended in the middle of a letter (code 7)");
    expect((await press.pdfOf(letter)).length).toBeGreaterThan(10_000);
  });

  test("[X5] a new process takes over after a number of letters", async () => {
    const often = createPress({ lettersPerChild: 2 });
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => often.pdfOf(letter)));
    expect(new Set(made.map((bytes) => Buffer.from(bytes).toString("base64"))).size).toBe(1);
  });
});
