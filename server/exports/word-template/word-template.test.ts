import JSZip from "jszip";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { everything, facts } from "../../../tests/fidelity/sample";
import { openWord } from "../../agreements";
import { letterOf } from "../letter/letter";
import { CLAUSE_IDS } from "../letter/sample";
import { filled, type Values } from "./fields";
import { judged, type Parts } from "./judge";
import { exampleTemplate } from "./sample";
import type { References } from "./shapes";
import { templatedDocx } from "./write";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const p = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

const values: Values = {
  titel: "Titel & mere",
  art: "Høringssvar",
  sagsnummer: "26/1234",
  nummer: "HS-2026-0007",
  kle: "29.30.00",
  dato: "9. marts 2026",
  modtager: "Regionen",
  afsender: "Eksempel Kommune",
  underskriver: "Lars Leder",
  version: "3",
};

/** A template as Word writes it in Danish: style ids of its own, fields parted over runs, a list and a note already there. */
function danish(): Record<string, string> {
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Brødtekst1"><w:name w:val="Normal"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>',
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Noget helt andet"/></w:style>',
  ];
  const parted =
    "<w:p><w:r><w:t>Sag {{sags</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>nummer}} af {{dato}}</w:t></w:r></w:p>";
  const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="2268" w:right="1134"/></w:sectPr>';
  const body = `${p("{{titel}}")}${parted}${p("{{indhold}}")}${p("{{ Brev }}")}${p("{{underskriver}}")}${section}`;
  const related = (type: string) => `<Relationship Id="r-${type}" Type="${OFFICE}/${type}" Target="${type}.xml"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    "word/header1.xml": `<w:hdr ${W}>${p("{{afsender}} · {{nummer}}")}</w:hdr>`,
    "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>${styles.join("")}</w:styles>`,
    "word/numbering.xml": `<w:numbering ${W}><w:abstractNum w:abstractNumId="4"/><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
    "word/footnotes.xml": `<w:footnotes ${W}><w:footnote w:id="7">${p("Skabelonens note")}</w:footnote></w:footnotes>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${RELS}">${["styles", "numbering", "footnotes"].map(related).join("")}</Relationships>`,
  };
}

async function zipped(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

async function usable(bytes: Uint8Array): Promise<Parts> {
  const parts = judged(bytes);
  if ("refused" in parts) throw new Error(parts.refused);
  return parts;
}

async function made(references: References = "inline", template = danish()) {
  const shown = references === "none" || references === "bookmark" ? references : "inline";
  const letter = letterOf(everything, facts, { references: shown });
  return templatedDocx(await usable(await zipped(template)), letter, values, references);
}

/** All that is said, notes too. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return value.replace(/<[^>]*>/g, "").replaceAll("&amp;", "&");
}

async function part(bytes: Uint8Array, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(name)?.async("string")) ?? "";
}

describe("[X16] a letter in the municipality's own template", () => {
  test("has its fields filled in, also those that Word parted, and the letter in its place", async () => {
    const bytes = await made();
    const value = await wordsOf(bytes);
    for (const said of ["Titel & mere", "Sag 26/1234 af 9. marts 2026", "Lars Leder", "Hovedafsnit", "Notens ord"])
      expect(value).toContain(said);
    expect(value).not.toMatch(/[{}]/);
    expect(await part(bytes, "word/header1.xml")).toContain("Eksempel Kommune · HS-2026-0007");
    expect(value.indexOf("Hovedafsnit")).toBeLessThan(value.indexOf("Lars Leder"));
    expect(await part(bytes, "[Content_Types].xml")).toContain("wordprocessingml.document.main+xml");
    expect(await part(bytes, "docProps/core.xml")).toContain(`<dc:title>${facts.title}</dc:title>`);
    expect(() => openWord(bytes)).not.toThrow();
  });

  test("uses the template's styles by their names, brings those it has not, and speaks Danish", async () => {
    const bytes = await made();
    const document = await part(bytes, "word/document.xml");
    expect(document).toContain('<w:pStyle w:val="Overskrift1"/>');
    expect(document).toContain('<w:pStyle w:val="SamsvarQuote"/>');
    const styles = await part(bytes, "word/styles.xml");
    expect(styles).toMatch(/w:styleId="SamsvarQuote"[^>]*><w:name w:val="Quote"\/><w:basedOn w:val="Brødtekst1"/);
    expect(styles).toContain('<w:lang w:val="da-DK"');
    expect(styles).not.toContain("en-US");
    const ids = [...document.matchAll(/<w:(?:p|r)Style w:val="([^"]*)"/g)].map(([, id]) => `w:styleId="${id}"`);
    for (const id of new Set(ids)) expect(styles).toContain(id);
  });

  test("keeps lists, notes and links apart from the template's own", async () => {
    const bytes = await made();
    const [document, numbering, notes] = await Promise.all(
      ["document", "numbering", "footnotes"].map((name) => part(bytes, `word/${name}.xml`)),
    );
    const lists = [...(document ?? "").matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(lists.length).toBeGreaterThan(5);
    for (const id of lists) expect(numbering).toContain(`<w:num w:numId="${id}"`);
    expect(lists).not.toContain("9");
    const referred = [...(document ?? "").matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id);
    expect(referred).toEqual(["8", "9"]);
    expect(notes).toContain("Skabelonens note");
    const relations = await part(bytes, "word/_rels/document.xml.rels");
    for (const [, id] of (document ?? "").matchAll(/<w:hyperlink r:id="([^"]*)"/g))
      expect(relations).toContain(`Id="${id}"`);
    expect(document).toContain("TOC \\o");
  });

  test("names clauses as the municipality wants: not, behind, in a footnote among the others, or as bookmarks", async () => {
    const text = async (references: References) => wordsOf(await made(references));
    expect(await text("none")).not.toContain("kt. 4.2");
    expect(await text("inline")).toContain("Om udskrivning.\u00a0(pkt. 4.2)");
    const notes = await text("footnote");
    expect(notes).toContain("Pkt. 4.2.");
    expect(notes).not.toContain("(pkt. 4.2)");
    const bookmarked = await part(await made("bookmark"), "word/document.xml");
    expect(bookmarked).toContain(`w:name="c_${CLAUSE_IDS.discharge.replaceAll("-", "")}"`);
  });

  test("[X1] is the same bytes each time, bookmarks too", async () => {
    const [first, second] = [await made("bookmark"), await made("bookmark")];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test("what is filled in is text, whatever it looks like", () => {
    const xml = filled(p("{{titel}}"), { ...values, titel: "<w:p/> & {{sagsnummer}}" });
    expect(xml).toContain("&lt;w:p/&gt; &amp; {{sagsnummer}}");
  });

  test("the example to begin with is one", async () => {
    const bytes = await templatedDocx(
      await usable(await exampleTemplate()),
      letterOf(everything, facts),
      values,
      "footnote",
    );
    expect(await wordsOf(bytes)).toContain("Lars Leder");
  });
});

describe("[X16] [S16] what is no template, or not safe as one, is refused", () => {
  const external = (type: string) =>
    `<Relationships xmlns="${RELS}"><Relationship Id="x" Type="${OFFICE}/${type}" Target="https://x.dk/a" TargetMode="External"/></Relationships>`;
  const bodyWith = (extra: string) => `<w:document ${W} ${R}><w:body>${p("{{brev}}")}${extra}</w:body></w:document>`;
  const field = (code: string) => `<w:p><w:r><w:instrText> ${code} "x" </w:instrText></w:r></w:p>`;
  const cases: [string, Record<string, string>, string][] = [
    ["macros", { "word/vbaProject.bin": "x" }, "template-macros"],
    [
      "macros by type",
      { "[Content_Types].xml": '<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' },
      "template-macros",
    ],
    [
      "a template fetched from elsewhere",
      { "word/_rels/settings.xml.rels": external("attachedTemplate") },
      "template-external",
    ],
    ["a picture fetched from elsewhere", { "word/_rels/header1.xml.rels": external("image") }, "template-external"],
    ["a field that runs a program", { "word/document.xml": bodyWith(field("DDEAUTO")) }, "template-external"],
    ["an embedded object", { "word/embeddings/oleObject1.bin": "x" }, "template-embedded"],
    ["a document type", { "word/header1.xml": `<!DOCTYPE x [<!ENTITY a "b">]><w:hdr ${W}/>` }, "template-unsafe"],
    ["a path that leads out", { "word/../../etc/passwd": "x" }, "template-unsafe"],
    [
      "no place for the letter",
      { "word/document.xml": bodyWith("").replace("{{brev}}", "Brev") },
      "template-no-letter",
    ],
    [
      "a place with words around it",
      { "word/document.xml": bodyWith("").replace("{{brev}}", "Se {{brev}}") },
      "template-no-letter",
    ],
    ["a field nobody knows", { "word/document.xml": bodyWith(p("{{navn}}")) }, "template-unknown-field"],
    ["no document", { "word/document.xml": "<a/>" }, "template-damaged"],
  ];
  test.each(cases)("%s", async (_, parts, code) => {
    expect(judged(await zipped({ ...danish(), ...parts }))).toEqual({ refused: code });
  });

  test("a link that a reader clicks may lead out", async () => {
    const parts = { ...danish(), "word/_rels/header1.xml.rels": external("hyperlink") };
    expect(judged(await zipped(parts))).toBeInstanceOf(Map);
  });

  test("bombs, other files and broken ones", async () => {
    const bomb = { ...danish(), "word/bomb.xml": " ".repeat(20 * 1024 * 1024) };
    expect(judged(await zipped(bomb))).toEqual({ refused: "template-unsafe" });
    expect(judged(new TextEncoder().encode("Ingen Word-fil"))).toEqual({ refused: "template-damaged" });
    expect(judged((await zipped(danish())).slice(0, 400))).toEqual({ refused: "template-damaged" });
    expect(judged(new Uint8Array(6 * 1024 * 1024))).toEqual({ refused: "template-too-large" });
  });
});
