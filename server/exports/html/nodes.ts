import { CHART, type Chart } from "../../../app/document-model/figure-chart";
import type { LetterCell, LetterInline, LetterLine, LetterNode, LetterTable } from "../letter/shapes";
import { escaped } from "../markup";

/** The letter's own levels stand below its title, which is the page's h1. */
const TITLE_LEVEL = 1;

export function nodesAsHtml(nodes: readonly LetterNode[]): string {
  return nodes.map(nodeAsHtml).join("\n");
}

function nodeAsHtml(node: LetterNode): string {
  switch (node.kind) {
    case "heading":
      return `<h${node.level + TITLE_LEVEL}>${lineAsHtml(node)}</h${node.level + TITLE_LEVEL}>`;
    case "paragraph":
      return `${node.chart ? chartAsHtml(node.chart) : ""}<p>${lineAsHtml(node)}</p>`;
    case "quote":
      return `<blockquote><p>${lineAsHtml(node)}</p>${sourceAsHtml(node.source)}</blockquote>`;
    case "list": {
      const tag = node.ordered ? "ol" : "ul";
      const items = node.items.map((item) => `<li>${lineAsHtml(item)}${nodesAsHtml(item.children)}</li>`);
      return `<${tag}>${items.join("")}</${tag}>`;
    }
    case "table":
      return tableAsHtml(node);
  }
}

/** The words below it say the same. */
function chartAsHtml({ points, band }: Chart): string {
  const { width, height } = CHART;
  const target = band ? `<rect x="0" y="${band.y}" width="${width}" height="${band.height}"/>` : "";
  const dots = points.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.5"/>`).join("");
  const line = `<polyline points="${points.map(({ x, y }) => `${x},${y}`).join(" ")}"/>`;
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">${target}${line}${dots}</svg>`;
}

function sourceAsHtml(source: string): string {
  return source === "" ? "" : `<p class="source">– ${escaped(source)}</p>`;
}

export function lineAsHtml({ content, reference }: LetterLine): string {
  const said = content.map(inlineAsHtml).join("");
  return reference === "" ? said : `${said}\u00a0<span class="reference">${escaped(reference)}</span>`;
}

/** The first place of a note is where its way back leads. */
function inlineAsHtml(inline: LetterInline): string {
  if ("break" in inline) return "<br>";
  if ("note" in inline) {
    const { note, again } = inline;
    const place = again ? "" : ` id="ref-${note}"`;
    return `<sup><a href="#note-${note}"${place} aria-label="Note ${note}">${note}</a></sup>`;
  }
  let said = escaped(inline.text);
  if (inline.bold) said = `<strong>${said}</strong>`;
  if (inline.italic) said = `<em>${said}</em>`;
  if (inline.blank) said = `<span class="blank">${said}</span>`;
  return inline.href === undefined ? said : `<a href="${escaped(inline.href)}">${said}</a>`;
}

function tableAsHtml(table: LetterTable): string {
  const rows = Array.from({ length: table.rows }, (_, y) => {
    const cells = table.cells.filter((cell) => cell.y === y);
    return `<tr>${cells.map((cell) => cellAsHtml(cell, y < table.headerRows)).join("")}</tr>`;
  });
  const head = rows.slice(0, table.headerRows).join("");
  const body = `<tbody>${rows.slice(table.headerRows).join("\n")}</tbody>`;
  return `<div class="wide" tabindex="0"><table>${head === "" ? "" : `<thead>${head}</thead>`}${body}</table></div>`;
}

function cellAsHtml(cell: LetterCell, isInHead: boolean): string {
  const spans = `${spanned("colspan", cell.colspan)}${spanned("rowspan", cell.rowspan)}`;
  const body = nodesAsHtml(cell.body);
  if (!cell.header) return `<td${spans}>${body}</td>`;
  const [one, size] = isInHead ? ["col", cell.colspan] : ["row", cell.rowspan];
  return `<th scope="${one}${size > 1 ? "group" : ""}"${spans}>${body}</th>`;
}

function spanned(name: string, size: number): string {
  return size > 1 ? ` ${name}="${size}"` : "";
}
