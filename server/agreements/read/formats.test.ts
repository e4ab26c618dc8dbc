import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { Document, Packer, Paragraph } from "docx";
import { expect, test } from "vitest";
import { flatten } from "../../../app/document-model/proposal";
import { formatOf } from "./formats";
import { LIMITS } from "./paper";
import { readSource } from "./source";

const bytes = (content: string | number[]) =>
  typeof content === "string" ? new Uint8Array(Buffer.from(content, "latin1")) : Uint8Array.from(content);
const wide = (text: string) => Buffer.from(text, "utf16le").toString("latin1");
const ZIP = "PK\u0003\u0004…";
const COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

test.each([
  ["aftale.pdf", "%PDF-1.7 …", "pdf"],
  ["aftale.txt", "%PDF-1.7 …", "pdf"],
  ["aftale.docx", "\u00ef\u00bb\u00bf\n%PDF-1.4", "pdf"],
  ["aftale.PDF", "noget foran %PDF-1.4", "pdf"],
  ["aftale.txt", "Aftalen ligger som %PDF-fil", "text"],
  ["aftale.docx", `${ZIP}word/document.xml`, "docx"],
  ["aftale.pdf", `${ZIP}word/document.xml xl/workbook.xml`, "docx"],
  ["aftale.docx", ZIP, "docx"],
  ["aftale.docx", "PK er ikke en pakke", "text"],
  ["aftale.docx", "Almindelig tekst", "text"],
  ["aftale", "Almindelig tekst", "text"],
])("%s that holds %j is read as %s", (fileName, content, format) => {
  expect(formatOf(bytes(content), fileName)).toBe(format);
});

test.each([
  ["tal.xlsx", `${ZIP}[Content_Types].xml xl/workbook.xml`, "other-content"],
  ["tal.docx", `${ZIP}[Content_Types].xml xl/workbook.xml`, "other-content"],
  ["oplaeg.pptx", `${ZIP}ppt/presentation.xml`, "other-content"],
  ["pakke.zip", `${ZIP}aftale.txt`, "other-content"],
  ["aftale.pdf", "\u0089PNG\r\n", "other-content"],
  ["aftale.docx", "\u00ff\u00d8\u00ff\u00e0", "other-content"],
  ["aftale.odt", `${ZIP}mimetypeapplication/vnd.oasis.opendocument.text`, "format-not-read-yet"],
  ["aftale.doc", `${COMPOUND} ${wide("WordDocument")}`, "format-not-read-yet"],
  ["aftale.docx", `${COMPOUND} ${wide("EncryptedPackage")}`, "encrypted"],
  ["tal.xls", `${COMPOUND} ${wide("Workbook")}`, "other-content"],
  ["aftale.rtf", "{\\rtf1 Aftale}", "format-not-read-yet"],
  ["aftale.txt", "<!DOCTYPE html><p>Aftale</p>", "format-not-read-yet"],
])("%s that holds %j is refused: %s", (fileName, content, refused) => {
  expect(formatOf(bytes(content), fileName)).toEqual({ refused });
});

test("an empty file, and one with more bytes or pages than a paper has, are refused", async () => {
  const read = (given: Uint8Array) => readSource(given, { fileName: "aftale.pdf", newId: () => "1" });
  expect(await read(new Uint8Array())).toEqual({ refused: "empty-file" });
  expect(await read(new Uint8Array(LIMITS.bytes + 1))).toEqual({ refused: "too-large" });
  const book = (pages: number) => read(bytes("1.1 Parterne m\u00f8des.\n\f".repeat(pages)));
  expect(await book(LIMITS.pages)).toHaveProperty("kind", "agreement");
  expect(await book(LIMITS.pages + 1)).toEqual({ refused: "too-many-pages" });
});

test("a text is read whatever its name says, and its proposal tells what was said of its characters", async () => {
  const read = await readSource(bytes("1.1 \u00c6ldre f\u00e5r hj\u00e6lp."), {
    fileName: "aftale.docx",
    newId: () => "1",
  });
  if ("refused" in read) throw new Error(read.refused);
  expect(read.proposal.nodes).toMatchObject([{ kind: "clause", number: "1.1", text: "Ældre får hjælp." }]);
  expect(read.proposal.warnings).toEqual(["read-as-windows-1252"]);
});

test("a PDF is read with its pages, and a Word paper whatever it is called", async () => {
  const told: unknown[] = [];
  const pdf = NodeCompiler.create().pdf({
    mainFileContent:
      '#set text(lang: "da")\n= 1 Møder\n\n1.1 Parterne mødes.\n#pagebreak()\n= 2 Udskrivning\n\n2.1 Afdelingen varsler.',
  });
  const paper = await readSource(pdf, { fileName: "aftale.txt", newId: () => "1" }, (...said) => told.push(said));
  expect(pagesOf(paper)).toEqual({ "1": 1, "1.1": 1, "2": 2, "2.1": 2 });
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
  const word = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph("1.1 Parterne mødes.")] }] }),
  );
  expect(pagesOf(await readSource(word, { fileName: "aftale.pdf", newId: () => "1" }))).toEqual({ "1.1": null });
});

function pagesOf(read: Awaited<ReturnType<typeof readSource>>) {
  if ("refused" in read) throw new Error(read.refused);
  return Object.fromEntries(flatten(read.proposal.nodes).map(({ number, page }) => [number, page]));
}
