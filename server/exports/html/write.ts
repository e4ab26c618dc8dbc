import type { Letter } from "../letter/shapes";
import { escaped } from "../markup";
import { lineAsHtml, nodesAsHtml } from "./nodes";
import { STYLE } from "./style";

/** Nothing is run and nothing is fetched, whoever opens the file and from wherever. */
const NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The letter as one page that stands alone: its own style, no script, nothing fetched. [X2] [X11] */
export function htmlOf(letter: Letter): Uint8Array {
  const { municipality, kind, title, about, body, footer, mark } = letter;
  const facts = about.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`);
  const page = `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${NOTHING_ELSE}">
<meta name="author" content="${escaped(municipality)}">
<meta name="description" content="${escaped(footer)}">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<p class="municipality">${escaped(municipality)}</p>
${mark === "" ? "" : `<p class="mark">${escaped(mark)}</p>\n`}<p class="kind">${escaped(kind)}</p>
<h1>${escaped(title)}</h1>
<dl>${facts.join("")}</dl>
</header>
${nodesAsHtml(body)}
${notesAsHtml(letter)}<footer>${escaped(footer)}</footer>
</main>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

function notesAsHtml({ notes }: Letter): string {
  if (notes.length === 0) return "";
  const items = notes.map((note, index) => {
    const back = `<a class="back" href="#ref-${index + 1}" aria-label="Tilbage til teksten fra note ${index + 1}">↩</a>`;
    return `<li id="note-${index + 1}">${lineAsHtml(note)} ${back}</li>`;
  });
  return `<section class="notes" aria-labelledby="notes">\n<h2 id="notes">Noter</h2>\n<ol>${items.join("\n")}</ol>\n</section>\n`;
}
