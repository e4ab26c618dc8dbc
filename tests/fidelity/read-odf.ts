import JSZip from "jszip";
import { type Element, find, readMarkup } from "./markup";
import type { Seen } from "./seen";

/** An ODT of ours, or what LibreOffice says in one flat file that it read. */
export async function readOdt(bytes: Uint8Array): Promise<Seen> {
  const zip = await JSZip.loadAsync(bytes);
  const part = async (name: string) => readMarkup((await zip.file(name)?.async("string")) ?? "");
  return readOdf(await part("content.xml"), await part("styles.xml"));
}

export function readFlat(xml: string): Seen {
  return readOdf(readMarkup(xml));
}

type Reading = { seen: Seen; styles: Map<string, Element>; lists: Map<string, Element> };

function readOdf(content: Element, styles: Element = content): Seen {
  const both = [content, styles];
  const reading: Reading = {
    seen: [],
    styles: new Map(both.flatMap((part) => find(part, "style:style")).map((style) => [nameOf(style), style])),
    lists: new Map(both.flatMap((part) => find(part, "text:list-style")).map((style) => [nameOf(style), style])),
  };
  for (const body of find(content, "office:text")) walk(body, [], reading);
  return reading.seen;
}

const nameOf = ({ attributes }: Element) => attributes["style:name"] ?? "";

const UNSEEN = new Set(["text:note-citation", "office:annotation", "text:sequence-decls", "office:forms"]);

function walk(element: Element, around: string[], reading: Reading): void {
  if (UNSEEN.has(element.name)) return;
  if (element.name === "text:line-break") reading.seen.push({ text: "\n", within: around });
  if (element.name === "text:s" || element.name === "text:tab") reading.seen.push({ text: " ", within: around });
  const within = [...around, ...tokensOf(element, around, reading)];
  for (const child of element.children)
    if (typeof child === "string") reading.seen.push({ text: child, within });
    else walk(child, within, reading);
}

const PLAIN: Record<string, string> = { "text:list-item": "li", "table:table": "table", "table:table-row": "tr" };

function tokensOf(element: Element, around: readonly string[], reading: Reading): string[] {
  const { name, attributes } = element;
  const plain = PLAIN[name];
  if (plain) return [plain];
  if (name === "text:h") return [`h${attributes["text:outline-level"] ?? "1"}`, ...looksOf(element, reading)];
  if (name === "text:p") return ["p", ...looksOf(element, reading)];
  if (name === "text:span") return looksOf(element, reading);
  if (name === "text:a") return [`a=${attributes["xlink:href"] ?? ""}`];
  if (name === "text:note-body") return ["note"];
  if (name === "text:list") return [listOf(element, around, reading)];
  if (name === "table:table-header-rows") return ["head"];
  if (name !== "table:table-cell") return [];
  const spans = ["columns", "rows"].flatMap((key) => {
    const value = attributes[`table:number-${key}-spanned`];
    return value && value !== "1" ? [`${key === "columns" ? "col" : "row"}span=${value}`] : [];
  });
  return [around.includes("head") ? "th" : "td", ...spans];
}

/** A list in a list has its outer one's style where it names none; each depth has a look of its own. */
function listOf({ attributes }: Element, around: readonly string[], { lists }: Reading): string {
  const outer = around.filter((token) => token === "ol" || token === "ul");
  const style = lists.get(attributes["text:style-name"] ?? "");
  if (!style) return outer.at(-1) ?? "ul";
  const level = String(outer.length + 1);
  const isNumbered = find(style, "text:list-level-style-number").some(
    (each) => each.attributes["text:level"] === level,
  );
  return isNumbered ? "ol" : "ul";
}

/** Bold, italic and what a paragraph is, by its style and those that the style is made from. */
function looksOf({ attributes }: Element, { styles }: Reading): string[] {
  const found: string[] = [];
  let style = styles.get(attributes["text:style-name"] ?? "");
  for (let depth = 0; style && depth < 10; depth++) {
    for (const { attributes: text } of find(style, "style:text-properties")) {
      if (text["fo:font-weight"] === "bold" || text["fo:font-weight"] === "600") found.push("strong");
      if (text["fo:font-style"] === "italic") found.push("em");
    }
    const name = `${nameOf(style)} ${style.attributes["style:display-name"] ?? ""}`;
    if (/^(?:Quote|Quotations)\b/.test(name)) found.push("blockquote");
    if (/^Title\b/.test(name)) found.push(".title");
    if (/^(?:Citatkilde|Source_20_of|Source of)/.test(name)) found.push(".source");
    style = styles.get(style.attributes["style:parent-style-name"] ?? "");
  }
  return found;
}
