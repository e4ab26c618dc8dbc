import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from "docx";

/** On every machine that opens a Word file; the font of the PDF is not. */
const FONT = "Arial";
/** Said aloud: without it LibreOffice reads some lines as an exact height. */
const AUTO = LineRuleType.AUTO;
const INK = "1a1a1a";
export const GREY = "595959";

const ink = { font: FONT, color: INK };
/** Without an outline level only Word itself takes them for headings. */
const heading = (outlineLevel: number, size: number, before: number) => ({
  run: { ...ink, size, bold: true },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true, outlineLevel },
});

/** Sizes are half points, spacings twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { ...ink, size: 21, language: { value: "da-DK", eastAsia: "da-DK", bidirectional: "da-DK" } },
      paragraph: { spacing: { after: 140, line: 288, lineRule: AUTO } },
    },
    title: {
      run: { ...ink, size: 40, bold: true },
      paragraph: { spacing: { before: 0, after: 200, line: 260, lineRule: AUTO }, keepNext: true },
    },
    heading1: heading(0, 28, 320),
    heading2: heading(1, 24, 260),
    heading3: heading(2, 21, 220),
    hyperlink: { run: { color: "0b5cad", underline: {} } },
    footnoteText: {
      run: { ...ink, size: 17 },
      paragraph: { spacing: { after: 40, line: 240, lineRule: AUTO } },
    },
    listParagraph: { paragraph: { spacing: { after: 60, line: 288, lineRule: AUTO } } },
  },
  paragraphStyles: [
    style("Kommune", "Municipality", { ...ink, size: 21, bold: true }, { spacing: { after: 480 } }),
    style("Brevtype", "Kind of letter", { ...ink, size: 19, color: GREY }, { spacing: { after: 60 }, keepNext: true }),
    style(
      "Oplysning",
      "About",
      { ...ink, size: 18, color: GREY },
      { spacing: { after: 20, line: 252, lineRule: AUTO } },
    ),
    style("Quote", "Quote", { ...ink, italics: true }, { indent: { left: 480, right: 480 }, spacing: { before: 120 } }),
    style(
      "Citatkilde",
      "Source of a quote",
      { ...ink, size: 18, color: GREY },
      { indent: { left: 480, right: 480 }, spacing: { after: 160 } },
    ),
    style("Celle", "Cell", { ...ink, size: 19 }, { spacing: { before: 20, after: 20, line: 252, lineRule: AUTO } }),
    style("Stempel", "Mark", { ...ink, size: 24, bold: true, characterSpacing: 40 }, { spacing: { after: 120 } }),
    style("Sidehoved", "Header", { ...ink, size: 18, bold: true }, { alignment: AlignmentType.RIGHT }),
    style("Sidefod", "Footer", { ...ink, size: 14, color: GREY }, { spacing: { after: 0 } }),
  ],
};

type Styled = NonNullable<IStylesOptions["paragraphStyles"]>[number];

function style(id: string, name: string, run: Styled["run"], paragraph: Styled["paragraph"]): Styled {
  return { id, name, basedOn: "Normal", next: "Normal", quickFormat: true, run, paragraph };
}

const ORDERED = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN, LevelFormat.DECIMAL] as const;
const BULLETS = ["•", "–", "•", "–"] as const;

/**
 * One definition for each list: Word counts on through every list that shares a definition, so a list of its own is the
 * only way to begin again at 1 at every depth.
 */
export function numberingOf(lists: readonly { ordered: boolean }[]): INumberingOptions {
  return {
    config: lists.map(({ ordered }, index) => ({
      reference: `list-${index}`,
      levels: [0, 1, 2, 3].map((level) => ({
        level,
        format: ordered ? (ORDERED[level] ?? LevelFormat.DECIMAL) : LevelFormat.BULLET,
        text: ordered ? `%${level + 1}.` : (BULLETS[level] ?? "•"),
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 425 * (level + 1), hanging: 340 } } },
      })),
    })),
  };
}
