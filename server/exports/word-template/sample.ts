import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { openWord, Unfit } from "../../agreements";
import { Refusal } from "../../errors";
import { withSameBytes } from "../docx/same-bytes";
import { numberingOf, STYLES } from "../docx/styles";
import type { Letter } from "../letter/shapes";
import type { Values } from "./fields";
import { judged } from "./judge";
import { templatedDocx } from "./write";

const line = (id: string, text: string) => ({ id, content: [{ text }], reference: "" });

const LETTER: Letter = {
  municipality: "Eksempel Kommune",
  kind: "Høringssvar",
  title: "Prøve",
  about: [],
  date: new Date("2026-01-01T12:00:00Z"),
  footer: "Prøve",
  mark: "",
  body: [
    { kind: "heading", level: 1, ...line("heading", "Overskrift") },
    { kind: "paragraph", id: "paragraph", content: [{ text: "Afsnit" }, { note: 1 }], reference: "(pkt. 1)" },
    { kind: "quote", source: "Pkt. 1", ...line("quote", "Citat") },
    { kind: "list", ordered: true, items: [{ ...line("item", "Punkt"), children: [] }] },
  ],
  notes: [line("note", "Note")],
};

const VALUES: Values = {
  titel: "Prøve",
  art: "Høringssvar",
  sagsnummer: "1",
  nummer: "HS-2026-0001",
  kle: "00.00.00",
  dato: "1. januar 2026",
  modtager: "Modtager",
  afsender: "Afsender",
  underskriver: "Underskriver",
  version: "1",
};

/** A letter made with the template; refused, where that cannot be done or not be read again. [X16] */
export async function trialLetter(template: Uint8Array): Promise<Uint8Array> {
  const refused = (code: string) => new Refusal("invalid", "form", { file: code });
  const parts = judged(template);
  if ("refused" in parts) throw refused(parts.refused);
  const letter = await templatedDocx(parts, LETTER, VALUES, "footnote");
  if (!isWhole(letter)) throw refused("template-damaged");
  return letter;
}

function isWhole(letter: Uint8Array): boolean {
  try {
    const { document } = openWord(letter);
    return ["Overskrift", "Citat"].every((said) => document.includes(said));
  } catch (error) {
    if (error instanceof Unfit) return false;
    throw error;
  }
}

/** A template to begin with: a letterhead, a field for each thing, and the place of the letter. */
export async function exampleTemplate(): Promise<Uint8Array> {
  const field = (label: string, name: string) => new Paragraph({ style: "Oplysning", text: `${label}: {{${name}}}` });
  const document = new Document({
    title: "Skabelon til høringssvar",
    creator: "Samsvar",
    styles: STYLES,
    numbering: numberingOf([]),
    sections: [
      {
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [new TextRun({ text: "{{afsender}}", bold: true })] })],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: "Sidefod",
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: ["Side ", PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          field("Dato", "dato"),
          field("Sagsnummer", "sagsnummer"),
          field("Til", "modtager"),
          new Paragraph(""),
          new Paragraph({ style: "Title", text: "{{titel}}" }),
          new Paragraph("{{brev}}"),
          new Paragraph("Med venlig hilsen"),
          new Paragraph("{{underskriver}}"),
        ],
      },
    ],
  });
  return withSameBytes(await Packer.toBuffer(document), LETTER.date);
}
