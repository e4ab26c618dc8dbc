import { headerColumnsOf, isShort, isSmall, leadsOn, leadsToPoints } from "../letter/keeping";
import type { LetterCell, LetterInline, LetterLine, LetterList, LetterNode, LetterTable } from "../letter/shapes";
import { escaped } from "../markup";
import { spaced } from "./parts";

export type Notes = readonly LetterLine[];

export function nodesAsOdf(nodes: readonly LetterNode[], notes: Notes, isInCell = false): string {
  return nodes.map((node) => nodeAsOdf(node, notes, isInCell)).join("");
}

function nodeAsOdf(node: LetterNode, notes: Notes, isInCell: boolean): string {
  const plain = isInCell ? "Celle" : "Standard";
  switch (node.kind) {
    case "heading":
      return `<text:h text:style-name="Heading_20_${node.level}" text:outline-level="${node.level}">${lineAsOdf(node, notes)}</text:h>`;
    case "paragraph":
      return paragraph(!isInCell && leadsOn(node) ? "Optakt" : plain, lineAsOdf(node, notes));
    case "quote":
      return (
        paragraph(node.source === "" ? "Quotations" : "QuotationsMedKilde", lineAsOdf(node, notes)) +
        sourceAsOdf(node.source)
      );
    case "list":
      return listAsOdf(node, notes, !isInCell);
    case "table":
      return tableAsOdf(node, notes);
  }
}

function sourceAsOdf(source: string): string {
  return source === "" ? "" : paragraph("Citatkilde", `– ${spaced(source)}`);
}

export function paragraph(style: string, inside: string): string {
  return `<text:p text:style-name="${style}">${inside}</text:p>`;
}

/** `isLast`: nothing of the outermost list comes behind it; what does is set off as from a paragraph. */
function listAsOdf(list: LetterList, notes: Notes, isLast: boolean): string {
  const items = list.items.map((item, at) => {
    const ends = isLast && at === list.items.length - 1;
    const last = item.children.length - 1;
    const below = item.children.map((child, index) => listAsOdf(child, notes, ends && index === last)).join("");
    const style = ends && last < 0 ? "SidstePunkt" : leadsToPoints(item) ? "PunktOptakt" : "Punkt";
    return `<text:list-item>${paragraph(style, lineAsOdf(item, notes))}${below}</text:list-item>`;
  });
  return `<text:list text:style-name="${list.ordered ? "Tal" : "Punkter"}">${items.join("")}</text:list>`;
}

function lineAsOdf({ content, reference }: LetterLine, notes: Notes): string {
  const said = content.map((inline) => inlineAsOdf(inline, notes)).join("");
  return reference === "" ? said : `${said}${span("Henvisning", `\u00a0${spaced(reference)}`)}`;
}

function span(style: string, inside: string): string {
  return `<text:span text:style-name="${style}">${inside}</text:span>`;
}

/** ODF counts its footnotes by their places; a note's second place refers to the first. [X8] */
function inlineAsOdf(inline: LetterInline, notes: Notes): string {
  if ("break" in inline) return "<text:line-break/>";
  if ("note" in inline) {
    const { note, again } = inline;
    const there = `text:note-class="footnote" text:reference-format="text" text:ref-name="ftn${note}"`;
    if (again) return span("Notetal", `<text:note-ref ${there}>${note}</text:note-ref>`);
    const line = notes[note - 1];
    const body = paragraph("Footnote", line ? lineAsOdf(line, []) : "");
    return `<text:note text:id="ftn${note}" text:note-class="footnote"><text:note-citation>${note}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`;
  }
  const { text, bold, italic, href, blank } = inline;
  const style = `${bold ? "Fed" : ""}${italic ? "Kursiv" : ""}` || (blank ? "Udfyldes" : "");
  const said = style === "" ? spaced(text) : span(style, spaced(text));
  if (href === undefined) return said;
  return `<text:a xlink:type="simple" xlink:href="${escaped(href)}" text:style-name="Internet_20_link">${said}</text:a>`;
}

function tableAsOdf(table: LetterTable, notes: Notes): string {
  const rows = Array.from({ length: table.rows }, (_, y) => rowAsOdf(table, y, notes));
  const heads = headerColumnsOf(table);
  const head = rows.slice(0, table.headerRows).join("");
  const headed = head === "" ? "" : `<table:table-header-rows>${head}</table:table-header-rows>`;
  const columns = `${heads === 0 ? "" : `<table:table-header-columns>${columnsOf(heads)}</table:table-header-columns>`}${columnsOf(table.columns - heads)}`;
  return `<table:table table:style-name="${isSmall(table) ? "Lille" : "Tabel"}">${columns}${headed}${rows.slice(table.headerRows).join("")}</table:table>`;
}

function columnsOf(count: number): string {
  return `<table:table-column table:number-columns-repeated="${count}"/>`;
}

/** Every place of a row has its element, those that a wider or higher cell covers too. */
function rowAsOdf(table: LetterTable, y: number, notes: Notes): string {
  const begun = new Map(table.cells.filter((cell) => cell.y === y).map((cell) => [cell.x, cell]));
  const places = Array.from({ length: table.columns }, (_, x) => {
    const cell = begun.get(x);
    return cell ? cellAsOdf(cell, notes) : "<table:covered-table-cell/>";
  });
  const style = [...begun.values()].every(isShort) ? ' table:style-name="Hel"' : "";
  return `<table:table-row${style}>${places.join("")}</table:table-row>`;
}

function cellAsOdf(cell: LetterCell, notes: Notes): string {
  const columns = cell.colspan > 1 ? ` table:number-columns-spanned="${cell.colspan}"` : "";
  const rows = cell.rowspan > 1 ? ` table:number-rows-spanned="${cell.rowspan}"` : "";
  const body = nodesAsOdf(cell.header ? cell.body.map(emphasised) : cell.body, notes, true);
  const style = cell.header ? "Hoved" : "Felt";
  return `<table:table-cell table:style-name="${style}"${columns}${rows}>${body || paragraph("Celle", "")}</table:table-cell>`;
}

function emphasised(node: LetterNode): LetterNode {
  if (node.kind !== "paragraph") return node;
  return { ...node, content: node.content.map((inline) => ("text" in inline ? { ...inline, bold: true } : inline)) };
}
