/** In this order: what is copied from a table has tabs, a Danish CSV semicolons. */
const SIGNS = ["\t", ";", ","] as const;

/** Text → rows of cells. A cell between quotes may hold line ends, the sign and doubled quotes, as spreadsheets write it. */
export function delimitedRows(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const first = plain.split("\n").find((line) => line.trim() !== "") ?? "";
  const sign = SIGNS.find((one) => first.includes(one)) ?? "\t";
  const rows = cellsOf(plain, sign) ?? plain.split("\n").map((line) => line.split(sign));
  return rows.map((row) => row.map(tidy)).filter((row) => row.some((cell) => cell !== ""));
}

/** Null when a quote is opened and never closed: then quotes are but signs. */
function cellsOf(text: string, sign: string): string[][] | null {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, sign);
    if (!cell) return null;
    rows.at(-1)?.push(cell.text);
    const next = text[cell.end];
    // Words right behind the closing quote: it was no quoted cell.
    if (next !== undefined && next !== sign && next !== "\n") return null;
    if (next === "\n") rows.push([]);
    at = cell.end + 1;
  }
  return rows;
}

function plainAt(text: string, at: number, sign: string): { text: string; end: number } {
  let end = at;
  while (end < text.length && text[end] !== sign && text[end] !== "\n") end += 1;
  return { text: text.slice(at, end), end };
}

function quotedAt(text: string, at: number): { text: string; end: number } | null {
  let inside = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    inside += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { text: inside, end: quote + 1 };
    inside += '"';
    from = quote + 2;
  }
}

/** Lines of a cell stay lines; what cannot be seen goes. */
export function tidy(text: string): string {
  return (
    text
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are dropped here
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}
