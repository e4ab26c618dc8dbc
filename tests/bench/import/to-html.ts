import type { PaperShape } from "../../fixtures/papers/paper";
import { type Block, flow, MARK } from "./flow";

const STYLE = `
  body { font: 11pt/1.5 "IBM Plex Sans", Arial, sans-serif; hyphens: auto; }
  h1 { font-size: 20pt } h2 { font-size: 15pt } h3 { font-size: 12.5pt } h4 { font-size: 11.5pt }
  h1, h2, h3, h4 { hyphens: none; break-after: avoid } .two { columns: 2; column-gap: 10mm } .two h1 { column-span: all }
  td, th { border: 1px solid #999; padding: 4px 6px; vertical-align: top; text-align: left } table { border-collapse: collapse }
  ul, ol { padding-left: 8mm } ol { list-style: none } ol > li { text-indent: -6mm } .sign { display: inline-block; width: 6mm; text-indent: 0 }
  figure div { width: 60%; height: 22mm; background: #ddd } figcaption { font-size: 9pt } .notes { font-size: 9pt } sup { font-size: 7pt }
  .contents p { display: flex; margin: 2px 0 } .contents i { flex: 1; overflow: hidden; white-space: nowrap; font-style: normal }`;

/** A page as a website prints it. Notes stand at its end, since a browser has no foot of a page. */
export function toHtml(paper: PaperShape): string {
  const blocks = flow(paper);
  const [title, ...others] = blocks.map((block, index) => htmlOf(block, blocks[index - 1], blocks[index + 1]));
  const notes = paper.notes.map((note, index) => `<p><sup>${index + 1}</sup> ${escaped(note)}</p>`).join("");
  const body = `${title}${paper.hasContents ? contents(blocks) : ""}${others.join("")}<div class="notes">${notes}</div>`;
  const columns = paper.columns === 2 ? ` class="two"` : "";
  return `<!doctype html><html lang="da"><meta charset="utf-8"><title>${escaped(paper.title)}</title><style>${STYLE}</style><body${columns}>${body}</body></html>`;
}

function contents(blocks: readonly Block[]): string {
  const entries = blocks.flatMap((block) => (block.is === "heading" && block.inContents ? [block] : []));
  const rows = entries.map(({ number, text }, index) => {
    return `<p><span>${escaped(`${number} ${text}`.trim())}</span><i> ${".".repeat(200)}</i><span> ${2 + Math.floor(index / 3)}</span></p>`;
  });
  return `<div class="contents"><h2>Indhold</h2>${rows.join("")}</div>`;
}

function htmlOf(block: Block, above: Block | undefined, below: Block | undefined): string {
  switch (block.is) {
    case "heading":
      return `<h${Math.min(block.level, 4)}>${inline(`${block.number} ${block.text}`.trim())}</h${Math.min(block.level, 4)}>`;
    case "paragraph":
      return `<p>${inline(block.text)}</p>`;
    case "point":
      return `<p>${inline(`${block.number} ${block.text}`)}</p>`;
    case "item":
      return itemOf(block, above, below);
    case "table":
      return `<table><thead>${row(block.header, "th")}</thead><tbody>${block.rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
    case "caption":
      return `<figure><div role="img" aria-label="Figur"></div><figcaption>${inline(block.text)}</figcaption></figure>`;
  }
}

/** A list opens with its first item and closes after its last. */
function itemOf(block: Block & { is: "item" }, above: Block | undefined, below: Block | undefined): string {
  const tag = block.sign === "•" ? "ul" : "ol";
  const opens = above?.is !== "item" || above.sign.length === 0;
  const closes = below?.is !== "item";
  const sign = tag === "ul" ? "" : `<span class="sign">${escaped(block.sign)} </span>`;
  return `${opens ? `<${tag}>` : ""}<li>${sign}${inline(block.text)}</li>${closes ? `</${tag}>` : ""}`;
}

function row(cells: readonly string[], tag: "th" | "td"): string {
  return `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join("")}</tr>`;
}

function inline(text: string): string {
  return escaped(text).replace(MARK, "<sup>$1</sup>");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
