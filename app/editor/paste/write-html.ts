import type { IncomingBlock, IncomingCell, IncomingInline, IncomingPart } from "../../document-model/incoming/shapes";

/** Text on its way in as the HTML that the schema reads: nothing in it but what is written here. [E5] */
export function writeHtml(parts: readonly IncomingPart[]): string {
  return parts.map((part) => (part.type === "block" ? writeBlock(part) : writeTable(part.rows))).join("");
}

function writeBlock({ kind, level, id, from, content }: IncomingBlock): string {
  const name = id ?? from?.id;
  const links = from?.links ? ` data-links="${escaped(from.links)}"` : "";
  const named = name ? ` data-block-id="${escaped(name)}"${links}` : "";
  return `<p data-kind="${kind}" data-level="${level}"${named}>${content.map(writeInline).join("")}</p>`;
}

function writeInline(inline: IncomingInline): string {
  if ("break" in inline) return "<br>";
  const { text, bold, italic, href, notes = [] } = inline;
  let html = escaped(text);
  if (bold) html = `<strong>${html}</strong>`;
  if (italic) html = `<em>${html}</em>`;
  if (href) html = `<a href="${escaped(href)}">${html}</a>`;
  for (const id of notes) html = `<span data-note="${escaped(id)}">${html}</span>`;
  return html;
}

function writeTable(rows: readonly (readonly IncomingCell[])[]): string {
  return `<table><tbody>${rows.map((row) => `<tr>${row.map(writeCell).join("")}</tr>`).join("")}</tbody></table>`;
}

function writeCell({ header, colspan, rowspan, blocks }: IncomingCell): string {
  const tag = header ? "th" : "td";
  return `<${tag} colspan="${colspan}" rowspan="${rowspan}">${blocks.map(writeBlock).join("")}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
