import { expect, test } from "vitest";
import { p, paperOf, textsOf } from "./word-by-hand";

function style(id: string, name: string, inside = "", more = ""): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${name}"/>${inside}</w:style>`;
}
const of = (id: string, words: string, more = "") => p(words, `<w:pStyle w:val="${id}"/>${more}`);
const based = (on: string) => `<w:basedOn w:val="${on}"/>`;
const outline = (level: number) => `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`;

test("a heading is known by its outline level, or by its style's name or id in English or Danish", async () => {
  const styles =
    style("a", "heading 2") +
    style("Overskrift3", "Egen") +
    style("b", "Overskrift 1") +
    style("c", "Kapitel", outline(3)) +
    style("d", "heading 9");
  const body = ["a", "Overskrift3", "b", "c", "d"].map((id) => of(id, "Navn")).join("") + p("Tekst");
  expect(await textsOf({ styles, body })).toEqual(["#2 Navn", "#3 Navn", "#1 Navn", "#4 Navn", "#6 Navn", "Tekst"]);
});

test("a style takes from the one it is based on; what the paragraph says itself counts more", async () => {
  const styles =
    style("a", "heading 1") + style("b", "Vores", based("a")) + style("c", "Brød", based("b") + outline(9));
  const body = of("b", "Overskrift") + of("c", "Brødtekst") + of("c", "Alligevel", '<w:outlineLvl w:val="2"/>');
  expect(await textsOf({ styles, body })).toEqual(["#1 Overskrift", "Brødtekst", "#3 Alligevel"]);
});

test("[S16] styles that are based on one another are read all the same", async () => {
  const styles = style("a", "A", based("b")) + style("b", "B", based("a")) + style("c", "heading 1", based("c"));
  expect(await textsOf({ styles, body: of("a", "Tekst") + of("c", "Navn") + of("mangler", "Mere") })).toEqual([
    "Tekst",
    "#1 Navn",
    "Mere",
  ]);
});

test("paragraphs that name no style have the usual one", async () => {
  const styles = style("a", "Normal", "<w:rPr><w:vanish/></w:rPr>", ' w:default="1"') + style("b", "Synlig");
  expect(await textsOf({ styles, body: p("Skjult") + of("b", "Vist") })).toEqual(["Vist"]);
});

test("the paper's title stands above all headings, and is one however many lines it has", async () => {
  const styles = style("Titel", "Title") + style("a", "heading 1") + style("b", "heading 2");
  const body =
    of("Titel", "Samarbejdsaftale") + of("Titel", "om sundhed") + of("a", "Formål") + of("b", "Parter") + p("Tekst");
  expect(await textsOf({ styles, body })).toEqual([
    "#1 Samarbejdsaftale om sundhed",
    "#2 Formål",
    "#3 Parter",
    "Tekst",
  ]);
});

test("a whole paragraph written in a heading's style is none", async () => {
  const words = "Kommunen og regionen samarbejder om borgerens forløb. ".repeat(6).trim();
  expect(await textsOf({ styles: style("a", "heading 1"), body: of("a", words) })).toEqual([words]);
});

test("one heading in a style says nothing about the others; two do", async () => {
  const styles = style("a", "heading 1");
  expect((await paperOf({ styles, body: of("a", "Navn") + p("Tekst") })).shape.hasMarkdownHeadings).toBe(false);
  expect((await paperOf({ styles, body: of("a", "Navn") + of("a", "Navn") })).shape.hasMarkdownHeadings).toBe(true);
});

test("beside headings that have a style, a short line that is only bold is one, below them all", async () => {
  const styles = style("a", "heading 1") + style("b", "Fed", "<w:rPr><w:b/></w:rPr>");
  const bold = (words: string) => p(`<w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r>`);
  const mixed = p(`<w:r><w:rPr><w:b/></w:rPr><w:t>Frist:</w:t></w:r><w:r><w:t> 1. maj</w:t></w:r>`);
  const lines = bold("Udskrivning") + bold("Det gælder alle.") + bold("2.1 Frister") + of("b", "Indlæggelse") + mixed;
  expect(await textsOf({ styles, body: of("a", "Formål") + of("a", "Parter") + lines })).toEqual([
    "#1 Formål",
    "#1 Parter",
    "#6 Udskrivning",
    "Det gælder alle.",
    "2.1 Frister",
    "#6 Indlæggelse",
    "Frist: 1. maj",
  ]);
  expect((await textsOf({ styles, body: lines }))[0]).toBe("Udskrivning");
});
