import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun } from "docx";
import type { Letter } from "../letter/shapes";
import { type Lists, TEXT_WIDTH, WIDE_WIDTH, writeNodes, writeNotes } from "./blocks";
import { withSameBytes } from "./same-bytes";
import { numberingOf, STYLES } from "./styles";

export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1361, bottom: 1361, left: 1474, right: 1474, footer: 680 },
};

/** docx turns width and height round by itself. */
const LYING = { ...PAGE, size: { ...PAGE.size, orientation: PageOrientation.LANDSCAPE } };

/** The letter as a Word document: the same letter gives the same bytes. [X1] [X2] */
export async function docxOf(letter: Letter): Promise<Uint8Array> {
  const lists: Lists = [];
  const children = [...(letter.headless ? [] : head(letter)), ...writeNodes(letter.body, lists)];
  const document = new Document({
    title: letter.title,
    subject: letter.kind,
    creator: letter.municipality,
    lastModifiedBy: letter.municipality,
    description: letter.footer,
    styles: STYLES,
    numbering: numberingOf(lists),
    footnotes: writeNotes(letter.notes),
    sections: [
      {
        properties: { page: letter.wide ? LYING : PAGE },
        headers: header(letter),
        footers: { default: footer(letter) },
        children,
      },
    ],
  });
  return withSameBytes(await Packer.toBuffer(document), letter.date);
}

function head(letter: Letter): Paragraph[] {
  return [
    new Paragraph({ style: "Kommune", text: letter.municipality }),
    ...(letter.mark === "" ? [] : [new Paragraph({ style: "Stempel", text: letter.mark })]),
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

/** On every page of what nobody has approved. [X12] */
function header({ mark }: Letter): { default?: Header } {
  if (mark === "") return {};
  return { default: new Header({ children: [new Paragraph({ style: "Sidehoved", text: mark })] }) };
}

function footer(letter: Letter): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: "Sidefod",
        tabStops: [{ type: TabStopType.RIGHT, position: letter.wide ? WIDE_WIDTH : TEXT_WIDTH }],
        children: [
          new TextRun(letter.footer),
          new TextRun({ children: ["\tSide ", PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
