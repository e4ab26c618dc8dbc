import { Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import type { Letter } from "../letter/shapes";
import { type Lists, TEXT_WIDTH, writeNodes } from "./blocks";
import { withSameBytes } from "./same-bytes";
import { numberingOf, STYLES } from "./styles";

const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1361, bottom: 1361, left: 1474, right: 1474, footer: 680 },
};

/** The letter as a Word document: the same letter gives the same bytes. [X1] [X2] */
export async function docxOf(letter: Letter): Promise<Uint8Array> {
  const lists: Lists = [];
  const children = [...head(letter), ...writeNodes(letter.body, lists)];
  const document = new Document({
    title: letter.title,
    subject: letter.kind,
    creator: letter.municipality,
    lastModifiedBy: letter.municipality,
    description: letter.footer,
    styles: STYLES,
    numbering: numberingOf(lists),
    sections: [{ properties: { page: PAGE }, footers: { default: footer(letter) }, children }],
  });
  return withSameBytes(await Packer.toBuffer(document), letter.date);
}

function head(letter: Letter): Paragraph[] {
  return [
    new Paragraph({ style: "Kommune", text: letter.municipality }),
    new Paragraph({ style: "Brevtype", text: letter.kind }),
    new Paragraph({ style: "Title", text: letter.title }),
    ...letter.about.map(
      ({ label, value }) =>
        new Paragraph({
          style: "Oplysning",
          tabStops: [{ type: TabStopType.LEFT, position: 1300 }],
          indent: { left: 1300, hanging: 1300 },
          children: [new TextRun({ text: `${label}\t` }), new TextRun({ text: value, color: "1a1a1a" })],
        }),
    ),
    new Paragraph({
      spacing: { after: 200 },
      border: { bottom: { style: "single", size: 4, color: "b5b5b5", space: 6 } },
    }),
  ];
}

function footer(letter: Letter): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: "Sidefod",
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun(letter.footer),
          new TextRun({ children: ["\tSide ", PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
