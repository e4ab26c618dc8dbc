import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from "docx";
import { expect, test } from "vitest";
import { flatten } from "../../../../app/document-model/proposal";
import { proposalOf } from "../proposal";
import { readDocx } from "./index";
import { list, p, refusalOf, wordOf } from "./word-by-hand";

const heading = (text: string, level: 1 | 2 = 1) =>
  new Paragraph({
    text,
    heading: HeadingLevel[`HEADING_${level}`],
    numbering: { reference: "outline", level: level - 1 },
  });
const point = (text: string) => new Paragraph({ text, numbering: { reference: "outline", level: 1 } });
const item = (text: string) => new Paragraph({ text, bullet: { level: 0 } });
const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

const PAPER = new Document({
  numbering: {
    config: [
      {
        reference: "outline",
        levels: ["%1", "%1.%2"].map((text, level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text,
          alignment: AlignmentType.LEFT,
        })),
      },
    ],
  },
  footnotes: { 1: { children: [new Paragraph("Jf. aftalens bilag.")] } },
  sections: [
    {
      children: [
        new Paragraph({ text: "Aftale om nære tilbud i Vesterby", heading: HeadingLevel.TITLE }),
        new TableOfContents("Indhold"),
        heading("Formål"),
        point("Aftalen gælder for alle borgere i de fire kommuner."),
        new Paragraph({
          children: [new TextRun("Parterne mødes hvert kvartal"), new FootnoteReferenceRun(1), new TextRun(".")],
          numbering: { reference: "outline", level: 1 },
        }),
        new Paragraph({ children: [new PageBreak()] }),
        heading("Opgaver"),
        point("Kommunen sørger for:"),
        item("at ringe til borgeren"),
        item("at skrive i journalen"),
        new Table({ rows: [row("Opgave", "Frist"), row("Plan", "1. maj")] }),
      ],
    },
  ],
});

test("[S2] a paper written by a program becomes the tree a person would draw", async () => {
  const paper = await readDocx(new Uint8Array(await Packer.toBuffer(PAPER)), () => {});
  if ("refused" in paper) throw new Error(paper.refused);
  const { proposal, kind } = proposalOf(paper, { newId: () => "" });
  const tree = flatten(proposal.nodes).map(
    (node) => `${node.depth} ${node.kind} ${node.number} ${node.heading}${node.text}`,
  );
  expect(kind).toBe("agreement");
  expect(tree).toEqual([
    "0 section  Aftale om nære tilbud i Vesterby",
    "0 section 1 Formål",
    "1 clause 1.1 Aftalen gælder for alle borgere i de fire kommuner.",
    "1 clause 1.2 Parterne mødes hvert kvartal¹.",
    "0 section 2 Opgaver",
    "1 clause 2.1 Kommunen sørger for:",
    "2 clause  at ringe til borgeren",
    "2 clause  at skrive i journalen",
    "2 ignored  Opgave · Frist",
    "2 clause  Opgave: Plan · Frist: 1. maj",
    "2 text  ¹ Jf. aftalens bilag.",
  ]);
});

const PIECES = [
  "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>", "</w:sdt>", "<w:p>", "</w:p>", "<w:r>", "</w:r>",
  "<w:t>ord</w:t>", "<w:br/>", "<w:tab/>", p("tekst"), p("punkt", list(1)), "<w:del>", "</w:del>", "&amp;", "&#0;", "&#xD800;",
  '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:instrText>TOC</w:instrText>", "<w:pPr/>",
  '<w:numPr><w:ilvl w:val="-7"/><w:numId w:val="1e9"/></w:numPr>', '<w:gridSpan w:val="x"/>', "<mc:Fallback>", "</mc:Fallback>",
  '<w:footnoteReference w:id="1"/>', "<w:pict>", "</w:pict>", '<w:sym w:char="zz"/>', '<w:outlineLvl w:val="99"/>', "<!---->", "<",
]; // biome-ignore format: a list

test("[S16] whatever the parts hold, the paper is read or refused, never thrown at", { timeout: 30_000 }, async () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    let state = seed;
    const next = () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state / 2147483648;
    };
    const pieces = Array.from(
      { length: 1 + Math.floor(next() * 40) },
      () => PIECES[Math.floor(next() * PIECES.length)],
    );
    const closed = seed % 2 === 0 ? balanced(pieces.join("")) : pieces.join("");
    const bytes = await wordOf({ body: closed, footnotes: closed, styles: closed, numbering: closed });
    expect(await refusalOf(bytes), `seed ${seed}: ${closed}`).toBeTypeOf("string");
  }
});

/** Drops closing tags that nothing opened, and closes what is open at the end. */
function balanced(xml: string): string {
  const open: string[] = [];
  const kept = xml.replace(
    /<(?![!/\w])|<(\/?)([\w:]+)[^<>]*?(\/?)>/g,
    (tag, slash: string, name: string, isEmpty: string) => {
      if (!name) return "";
      if (slash && open.at(-1) !== name) return "";
      if (slash) open.pop();
      else if (!isEmpty) open.push(name);
      return tag;
    },
  );
  return (
    kept +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join("")
  );
}
