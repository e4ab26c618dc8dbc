import type { Score } from "./seen";

const SAID: Record<Score, string> = { survives: "ja", degrades: "som andet", lost: "tabt" };

export type Column = { name: string; scores: Score[] };

const NOTES = `
What comes as something else, and why:

- A header in a row's first cell is a tagged row header in the PDF and on the web page. Word and ODF know header rows and whole
  header columns only: where every cell of a first column is a header, Word is told that the column is one (its table's look) and
  ODF has a header column; a lone one, as here, is a bold, shaded cell.
- Each list of a Word file has a definition of its own, so that it begins at 1: LibreOffice takes what is above a list in a list for one of the same kind.
`;

const HEAD = `# What of a text is still there in a file

Made by \`tests/fidelity/fidelity.test.ts\`, which fails when this table is not what it finds; then
\`npx vitest run --project unit tests/fidelity -u\` writes it anew. A text with everything a text may hold is exported, and each
file is read back by another program: Word by mammoth, PDF by its tags (pdf-lib) and words (pdfjs), HTML and ODT as markup, and
Word and ODT once more by LibreOffice, where there is one (else those columns stand as they are). That every kind of PDF is PDF/A-2a
and PDF/UA-1 (and the one with data PDF/A-3a) is judged by veraPDF, \`tests/verapdf\`, where there is a Java to run it.

"ja": it is there as what it was. "som andet": its words are there, as something simpler. "tabt": they are not; none may be.
`;

/** The table of the document, in Markdown. */
export function tableOf(features: readonly string[], columns: readonly Column[]): string {
  const rows = features.map((feature, at) => [feature, ...columns.map(({ scores }) => SAID[scores[at] ?? "lost"])]);
  const head = ["I teksten", ...columns.map(({ name }) => name)];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${HEAD}\n${lines.join("\n")}\n${NOTES}`;
}

/** A column of the table as it stands, for who cannot look for themselves. */
export function columnIn(document: string, name: string): Score[] | null {
  const rows = [...document.matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));
  const at = rows[0]?.indexOf(name) ?? -1;
  if (at < 0) return null;
  const scores: Score[] = ["survives", "degrades", "lost"];
  return rows.slice(2).map((row) => scores.find((score) => SAID[score] === row[at]) ?? "lost");
}
