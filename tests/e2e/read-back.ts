import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The words of a DOCX as a reader gets them, white space folded. */
export async function wordText(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return folded(value);
}

/** The words of a PDF in reading order: hyphens that the typesetting put in at a line's end are taken out again. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
  }
  await pdf.destroy();
  return folded(pages.join("\n").replace(/[\u00ad\u2010-]\n(?=\p{Ll})/gu, ""));
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ");
}
