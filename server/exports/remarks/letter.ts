import type { Letter, LetterCell, LetterNode, LetterTable } from "../letter/shapes";
import type { Remark, RemarkLine, RemarkTable } from "./remarks";

export const COLUMNS = ["Afsnit", "Bemærkning", "Ændringsforslag", "Center"] as const;
const TITLE = "Bemærkninger i kildens rækkefølge";
/** Of the width. */
const WIDTHS = [0.18, 0.38, 0.26, 0.18];

/** The remarks as a file of their own, on pages that lie down. */
export function remarkLetter(letter: Letter, table: RemarkTable): Letter {
  const body = bodyOf(table, true);
  return { ...letter, kind: `${TITLE} – ${letter.kind.toLowerCase()}`, body, notes: [], wide: true };
}

/** The letter with its remarks behind it. */
export function withAppendix(letter: Letter, table: RemarkTable): Letter {
  return { ...letter, appendix: { title: `Bilag: ${TITLE}`, body: bodyOf(table, true) } };
}

function bodyOf(table: RemarkTable, wide: boolean): LetterNode[] {
  return [paragraph("lead", leadOf(table)), ...(table.remarks.length > 0 ? [tableOf(table.remarks, wide)] : [])];
}

/** What the table holds, and what it does not. */
function leadOf({ remarks, unlinked }: RemarkTable): string {
  const said = remarks.length === 1 ? "1 bemærkning" : `${remarks.length} bemærkninger`;
  if (unlinked === 0) return `Tabellen rummer ${said}.`;
  const others = unlinked === 1 ? "1 afsnit" : `${unlinked} afsnit`;
  return `Tabellen rummer ${said}. ${others} i brevet henviser ikke til et bestemt punkt og står kun dér.`;
}

function tableOf(remarks: readonly Remark[], wide: boolean): LetterTable {
  const head = COLUMNS.map((name, x) => cell(x, 0, [paragraph(`head-${x}`, name)], true));
  const rows = remarks.flatMap(({ about, said, proposed, centers }, index) => [
    cell(
      0,
      index + 1,
      about.map((name, at) => paragraph(`about-${index}-${at}`, name)),
    ),
    cell(1, index + 1, said.map(nodeOf)),
    cell(2, index + 1, proposed.map(nodeOf)),
    cell(
      3,
      index + 1,
      centers.map((name, at) => paragraph(`center-${index}-${at}`, name)),
    ),
  ]);
  const table = {
    kind: "table" as const,
    columns: 4,
    headerRows: 1,
    rows: remarks.length + 1,
    cells: [...head, ...rows],
  };
  return { ...table, widths: WIDTHS, ...(wide ? { wide } : {}) };
}

function cell(x: number, y: number, body: LetterNode[], header = false): LetterCell {
  return { x, y, colspan: 1, rowspan: 1, header, body };
}

function paragraph(id: string, text: string): LetterNode {
  return { kind: "paragraph", id, content: [{ text }], reference: "" };
}

function nodeOf({ id, kind, content, source }: RemarkLine): LetterNode {
  if (kind === "quote") return { kind: "quote", id, content, reference: "", source };
  const marked = kind === "item" ? [{ text: "• " }, ...content] : content;
  return { kind: "paragraph", id, content: marked, reference: "" };
}
