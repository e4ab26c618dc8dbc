import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFString } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Seen } from "./seen";

const NAMES: Record<string, string> = {
  Title: "h1",
  BlockQuote: "blockquote",
  Strong: "strong",
  Em: "em",
};

/** The words of a PDF by its tags (read with pdf-lib), the words themselves as pdfjs finds them. */
export async function readPdf(bytes: Uint8Array): Promise<Seen> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index]));
  const words = await wordsOf(bytes);
  const seen: Seen = [];
  const walk = (object: PDFObject | undefined, page: number, within: string[]): void => {
    const node = pdf.context.lookup(object);
    if (node instanceof PDFArray) for (const each of node.asArray()) walk(each, page, within);
    else if (node instanceof PDFNumber)
      seen.push({ text: words.get(`${page}|${node.asNumber()}`) ?? "", within: [...within] });
    else if (node instanceof PDFDict) {
      const here = pages.get(node.get(PDFName.of("Pg"))?.toString() ?? "") ?? page;
      const type = nameIn(node, "Type");
      if (type === "OBJR") return;
      if (type === "MCR") walk(node.get(PDFName.of("MCID")), here, within);
      else walk(node.get(PDFName.of("K")), here, [...within, ...tokensOf(node, pdf)]);
    }
  };
  walk(pdf.catalog.get(PDFName.of("StructTreeRoot")), 0, []);
  return seen;
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : "";
}

function tokensOf(node: PDFDict, pdf: PDFDocument): string[] {
  const tag = nameIn(node, "S");
  if (tag === "") return [];
  if (tag === "L") return [/Decimal|Alpha|Roman/.test(attribute(node, "ListNumbering")) ? "ol" : "ul"];
  if (tag === "Link") return ["a", ...addressesIn(node, pdf).map((address) => `a=${address}`)];
  const scope = attribute(node, "Scope");
  const kept = [
    ...["ColSpan", "RowSpan"].flatMap((key) => {
      const value = attribute(node, key);
      return value === "" ? [] : [`${key.toLowerCase()}=${value}`];
    }),
    ...(scope === "" ? [] : [`scope=${scope === "Row" ? "row" : "col"}`]),
  ];
  const title = tag === "Title" ? [".title"] : [];
  return [NAMES[tag] ?? tag.toLowerCase(), ...title, ...kept];
}

function attribute(node: PDFDict, key: string): string {
  const held = node.lookup(PDFName.of("A"));
  const dicts = held instanceof PDFArray ? held.asArray() : [held];
  for (const dict of dicts) {
    const found = dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined;
    if (found) return found.toString().replace(/^\//, "");
  }
  return "";
}

/** Where a link leads stands in the annotation that its tag refers to. */
function addressesIn(node: PDFDict, pdf: PDFDocument): string[] {
  const kids = node.lookup(PDFName.of("K"));
  const all = kids instanceof PDFArray ? kids.asArray() : [kids];
  return all.flatMap((kid) => {
    const reference = pdf.context.lookup(kid);
    if (!(reference instanceof PDFDict) || nameIn(reference, "Type") !== "OBJR") return [];
    const annotation = reference.lookup(PDFName.of("Obj"));
    const action = annotation instanceof PDFDict ? annotation.lookup(PDFName.of("A")) : undefined;
    const address = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
    return address instanceof PDFString ? [address.decodeText()] : [];
  });
}

/** Page and number of a marked piece → its words; a new line where the file begins one. */
async function wordsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const words = new Map<string, string>();
  let lineAt = 0;
  for (let page = 0; page < pdf.numPages; page++) {
    let piece = "";
    const { items } = await (await pdf.getPage(page + 1)).getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      if ("str" in item) {
        const at: unknown = item.transform[5];
        const isNewLine = typeof at === "number" && Math.abs(at - lineAt) > 9;
        if (typeof at === "number" && item.str.trim() !== "") lineAt = at;
        words.set(piece, `${words.get(piece) ?? ""}${isNewLine ? "\n" : ""}${item.str}`);
      } else if (item.type === "beginMarkedContentProps" && item.id) piece = `${page}|${item.id.replace(/^.*_mc/, "")}`;
    }
  }
  return words;
}
