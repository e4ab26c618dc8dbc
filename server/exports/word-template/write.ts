import JSZip from "jszip";
import { docxOf } from "../docx/write";
import { withReferenceNotes } from "../letter/reference-notes";
import type { Letter } from "../letter/shapes";
import { escaped } from "../markup";
import { packed } from "../zip";
import { contentsOf } from "./contents";
import { filled, paragraphOf, type Values } from "./fields";
import { grafted } from "./graft";
import { MAIN, type Parts, textOf } from "./judge";
import type { References } from "./shapes";

const TYPES = "[Content_Types].xml";
const CORE = "docProps/core.xml";

/** The letter in the municipality's own Word template: the same letter and template give the same bytes. [X1] [X16] */
export async function templatedDocx(template: Parts, letter: Letter, values: Values, references: References) {
  const said = references === "footnote" ? withReferenceNotes(letter) : letter;
  const parts = grafted(template, await bodyParts(said));
  placeContents(parts, said);
  for (const [name, content] of parts)
    if (typeof content === "string" && /^word\/[^/]+\.xml$/.test(name)) parts.set(name, filled(content, values));
  asDocument(parts);
  describe(parts, letter);
  const inOrder = [...parts].sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES) || (a < b ? -1 : 1));
  return packed(inOrder, letter.date);
}

/** Our own Word file of the letter without its head, which is the template's. */
async function bodyParts(letter: Letter): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(await docxOf({ ...letter, headless: true }));
  const parts = new Map<string, string>();
  for (const [name, file] of Object.entries(zip.files)) parts.set(name, await file.async("string"));
  return parts;
}

function placeContents(parts: Parts, letter: Letter): void {
  const main = textOf(parts, MAIN);
  const place = paragraphOf(main, "indhold");
  if (place) parts.set(MAIN, main.slice(0, place.from) + contentsOf(letter) + main.slice(place.to));
}

/** A .dotx says that it is a template; what is made of it is a document. */
function asDocument(parts: Parts): void {
  parts.set(
    TYPES,
    textOf(parts, TYPES).replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml"),
  );
}

/** The properties are the letter's, not those of whoever drew the template. */
function describe(parts: Parts, { title, kind, municipality, footer, date }: Letter): void {
  const at = `${date.toISOString().slice(0, 19)}Z`;
  const space =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const moment = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  const said = [
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(kind)}</dc:subject>`,
    `<dc:creator>${escaped(municipality)}</dc:creator><dc:description>${escaped(footer)}</dc:description>`,
    `<cp:lastModifiedBy>${escaped(municipality)}</cp:lastModifiedBy>${moment("created")}${moment("modified")}<dc:language>da-DK</dc:language>`,
  ];
  const isNew = !parts.has(CORE);
  parts.set(
    CORE,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ${space}>${said.join("")}</cp:coreProperties>`,
  );
  if (!isNew) return;
  const type = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
  const relation = `<Relationship Id="samsvar-core" Type="${type}" Target="${CORE}"/>`;
  parts.set(
    "_rels/.rels",
    textOf(parts, "_rels/.rels").replace("</Relationships>", () => `${relation}</Relationships>`),
  );
  const override = `<Override PartName="/${CORE}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`;
  parts.set(
    TYPES,
    textOf(parts, TYPES).replace("</Types>", () => `${override}</Types>`),
  );
}
