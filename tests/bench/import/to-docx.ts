import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { PaperShape } from "../../fixtures/papers/paper";
import { type Block, flow } from "./flow";
import { createNumbers, type Numbered, numberingOf } from "./word-numbers";

const HEADINGS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;
const RIGHT = 9000;

/** A Word file as an office makes it: heading styles, automatic numbers, real tables, notes, header and footer. */
export async function toDocx(paper: PaperShape): Promise<Uint8Array> {
  const numbers = createNumbers();
  const blocks = flow(paper);
  const [title, ...others] = blocks.map((block) => wordOf(block, numbers(block)));
  const children = [...(title ?? []), ...(paper.hasContents ? contents(blocks) : []), ...others.flat()];
  const footnotes = paper.notes.map((note, index) => [index + 1, { children: [new Paragraph(note)] }] as const);
  const document = new Document({
    title: paper.title,
    styles: {
      default: { document: { run: { font: "Arial", size: 22 }, paragraph: { spacing: { after: 160, line: 300 } } } },
    },
    numbering: { config: numberingOf() },
    footnotes: Object.fromEntries(footnotes),
    sections: [
      {
        properties: { column: { count: paper.columns, space: 500 } },
        headers: { default: new Header({ children: [new Paragraph(paper.runningHead)] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function pageNumber(): Paragraph {
  return new Paragraph({
    children: [new TextRun({ children: ["Side ", PageNumber.CURRENT, " af ", PageNumber.TOTAL_PAGES] })],
  });
}

/** As Word stores it: the entries are there, with a tab before the page. */
function contents(blocks: readonly Block[]): Paragraph[] {
  const entries = blocks.filter((block) => block.is === "heading" && block.inContents);
  return [
    new Paragraph({ text: "Indhold", style: "TOCHeading" }),
    ...entries.map(
      (block, index) =>
        new Paragraph({
          style: "TOC1",
          tabStops: [{ type: TabStopType.RIGHT, position: RIGHT, leader: "dot" }],
          text: `${block.is === "heading" ? `${block.number} ${block.text}` : ""}\t${2 + Math.floor(index / 3)}`,
        }),
    ),
  ];
}

function wordOf(block: Block, numbered: Numbered | null): (Paragraph | Table)[] {
  if (block.is === "table") return [tableOf(block), new Paragraph("")];
  const options: IParagraphOptions = numbered ? { numbering: numbered } : {};
  if (block.is === "caption") return [new Paragraph({ style: "Caption", text: block.text })];
  if (block.is === "paragraph") return [new Paragraph({ children: runs(block.text) })];
  if (block.is === "heading") {
    const text = numbered ? block.text : `${block.number} ${block.text}`.trim();
    return [
      new Paragraph({ ...options, heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_4, children: runs(text) }),
    ];
  }
  const sign = block.is === "item" ? block.sign : block.number;
  const text = numbered ? block.text : `${sign} ${block.text}`;
  return [
    new Paragraph({ ...options, ...(block.is === "item" ? { style: "ListParagraph" } : {}), children: runs(text) }),
  ];
}

function runs(text: string): ParagraphChild[] {
  return text.split(/(\[\^\d\])/).flatMap((piece): ParagraphChild[] => {
    const mark = /^\[\^(\d)\]$/.exec(piece);
    if (mark) return [new FootnoteReferenceRun(Number(mark[1]))];
    return piece === "" ? [] : [new TextRun(piece)];
  });
}

function tableOf(block: Block & { is: "table" }): Table {
  const width = Math.floor(RIGHT / block.header.length);
  const row = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({
      ...(isHeader ? { tableHeader: true } : {}),
      children: cells.map(
        (cell) => new TableCell({ width: { size: width, type: WidthType.DXA }, children: [new Paragraph(cell)] }),
      ),
    });
  return new Table({
    width: { size: RIGHT, type: WidthType.DXA },
    columnWidths: block.header.map(() => width),
    rows: [row(block.header, true), ...block.rows.map((cells) => row(cells, false))],
  });
}
