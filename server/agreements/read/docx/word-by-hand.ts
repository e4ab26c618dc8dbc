import JSZip from "jszip";
import type { Paper } from "../paper";
import { readDocx } from "./index";

/** For tests: a DOCX of parts written by hand, where the `docx` package writes no such thing. */
type ByHand = {
  body?: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  types?: string;
  /** Whole parts, in place of those above or beside them. */
  parts?: Record<string, string | Uint8Array>;
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATED = ["styles", "numbering", "footnotes", "endnotes"] as const;
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export function root(name: string, inside: string): string {
  return `${HEAD}<w:${name} ${W} ${MC}>${inside}</w:${name}>`;
}

export async function wordOf(given: ByHand): Promise<Uint8Array> {
  const zip = new JSZip();
  const types = `<Override PartName="/word/document.xml" ContentType="${given.types ?? MAIN}"/>`;
  const type = "http://schemas.openxmlformats.org/package/2006/content-types";
  zip.file("[Content_Types].xml", `${HEAD}<Types xmlns="${type}">${types}</Types>`);
  zip.file("_rels/.rels", relations([["officeDocument", "word/document.xml"]]));
  zip.file("word/_rels/document.xml.rels", relations(RELATED.map((name) => [name, `${name}.xml`])));
  zip.file("word/document.xml", root("document", `<w:body>${given.body ?? p("Tekst")}</w:body>`));
  for (const name of RELATED) if (given[name] !== undefined) zip.file(`word/${name}.xml`, root(name, given[name]));
  for (const [name, content] of Object.entries(given.parts ?? {})) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function relations(all: readonly (readonly [string, string])[]): string {
  const each = all.map(([type, to], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${to}"/>`);
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${each.join("")}</Relationships>`;
}

/** A paragraph: its properties and a run of words, or runs as they are. */
export function p(words: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${words.startsWith("<") ? words : r(words)}</w:p>`;
}

export function r(words: string, properties = ""): string {
  const text = words.startsWith("<") ? words : `<w:t xml:space="preserve">${words}</w:t>`;
  return `<w:r><w:rPr>${properties}</w:rPr>${text}</w:r>`;
}

export function list(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

export async function paperOf(given: ByHand): Promise<Paper> {
  const paper = await readDocx(await wordOf(given), () => {});
  if ("refused" in paper) throw new Error(paper.refused);
  return paper;
}

/** "1 Overskrift" for a heading of level 1, "a | b" for a row, the words for all else. */
export async function textsOf(given: ByHand): Promise<string[]> {
  const { lines } = await paperOf(given);
  return lines.map(({ text, level, row }) => row?.join(" | ") ?? (level > 0 ? `#${level} ${text}` : text));
}

export async function refusalOf(bytes: Uint8Array): Promise<string> {
  const paper = await readDocx(bytes, () => {});
  return "refused" in paper ? paper.refused : "read";
}
