import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from "pdf-lib";
import type { Letter, LetterNode, LetterTable } from "../letter/shapes";

/**
 * Says of a cell that heads its row that it does. Typst tags the cells of header rows alone as headers, the others only behind a
 * switch that is not for production yet. What is not tagged as the letter's tables are is left as it is.
 */
export function tagRowHeaders(pdf: PDFDocument, letter: Letter): void {
  const tables = [...letter.body, ...(letter.appendix?.body ?? [])].filter(isTable);
  if (!tables.some(headsRows)) return;
  const tagged = elementsOf(pdf, pdf.catalog.get(PDFName.of("StructTreeRoot")), "Table");
  if (tagged.length !== tables.length) return;
  for (const [at, table] of tables.entries()) {
    const rows = elementsOf(pdf, tagged[at], "TR");
    if (rows.length !== table.rows) continue;
    for (const [y, row] of rows.entries()) tagRow(pdf, row, table, y);
  }
}

function isTable(node: LetterNode): node is LetterTable {
  return node.kind === "table";
}

function headsRows({ cells, headerRows }: LetterTable): boolean {
  return cells.some(({ header, y }) => header && y >= headerRows);
}

function tagRow(pdf: PDFDocument, row: PDFDict, { cells, headerRows }: LetterTable, y: number): void {
  const begun = cells.filter((cell) => cell.y === y);
  const tagged = kidsOf(pdf, row);
  if (y < headerRows || tagged.length !== begun.length) return;
  for (const [at, cell] of tagged.entries()) {
    if (!begun[at]?.header) continue;
    cell.set(PDFName.of("S"), PDFName.of("TH"));
    const says = pdf.context.obj({ O: "Table", Scope: "Row" });
    const held = pdf.context.lookup(cell.get(PDFName.of("A")));
    const others = held instanceof PDFArray ? held.asArray() : held === undefined ? [] : [held];
    cell.set(PDFName.of("A"), pdf.context.obj([...others, says]));
  }
}

/** The elements of a kind, in reading order; none that stands in another of them. */
function elementsOf(pdf: PDFDocument, from: PDFObject | undefined, kind: string): PDFDict[] {
  return kidsOf(pdf, from).flatMap((element) => {
    return element.get(PDFName.of("S")) === PDFName.of(kind) ? [element] : elementsOf(pdf, element, kind);
  });
}

function kidsOf({ context }: PDFDocument, of: PDFObject | undefined): PDFDict[] {
  const element = context.lookup(of);
  const kids = element instanceof PDFDict ? context.lookup(element.get(PDFName.of("K"))) : undefined;
  const all = kids instanceof PDFArray ? kids.asArray().map((kid) => context.lookup(kid)) : [kids];
  return all.filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.has(PDFName.of("S")));
}
