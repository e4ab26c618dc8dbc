/** More than any overview; what is beyond is a page of something else. */
const LONGEST_HTML = 5_000_000;
const MOST_ROWS = 3000;
const MOST_COLUMNS = 60;

/**
 * The tables in copied HTML as text: cells parted by tabs, rows by lines, as spreadsheets write it. Read in an inert page, where nothing runs
 * and nothing is fetched; only words come out. Null where there is no table. [Q10]
 */
export function tableText(html: string): string | null {
  if (html === "" || html.length > LONGEST_HTML || !/<t[dr]\b/i.test(html)) return null;
  const page = new DOMParser().parseFromString(html, "text/html");
  const rows = [...page.querySelectorAll("tr")].slice(0, MOST_ROWS).map(cellsIn);
  const lines = filledDown(rows).map((cells) => cells.map(quoted).join("\t"));
  return lines.some((line) => line.includes("\t")) ? lines.join("\n") : null;
}

type Cell = { text: string; columns: number; rows: number };

function cellsIn(row: HTMLTableRowElement): Cell[] {
  return [...row.cells].map((cell) => ({
    text: wordsOf(cell),
    columns: Math.min(Math.max(cell.colSpan, 1), MOST_COLUMNS),
    rows: Math.min(Math.max(cell.rowSpan, 1), MOST_ROWS),
  }));
}

/** A cell over several rows stands in each of them. */
function filledDown(rows: readonly Cell[][]): string[][] {
  const open: { text: string; rows: number }[] = [];
  return rows.map((cells) => {
    const line: string[] = [];
    const given = [...cells];
    for (let column = 0; column < MOST_COLUMNS && (given.length > 0 || (open[column]?.rows ?? 0) > 0); column += 1) {
      const above = open[column];
      if (above && above.rows > 0) {
        above.rows -= 1;
        line.push(above.text);
        continue;
      }
      const cell = given.shift();
      if (!cell) continue;
      for (let at = 0; at < cell.columns; at += 1) {
        open[column + at] = { text: at === 0 ? cell.text : "", rows: cell.rows - 1 };
        line.push(at === 0 ? cell.text : "");
      }
      column += cell.columns - 1;
    }
    return line;
  });
}

const LINE_ENDS = new Set(["P", "DIV", "LI", "BR", "H1", "H2", "H3", "H4"]);
const UNSAID = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

function wordsOf(node: Node): string {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += (child.textContent ?? "").replace(/\s+/g, " ");
    else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) {
      if (UNSAID.has(child.nodeName)) continue;
      text += wordsOf(child);
      if (LINE_ENDS.has(child.nodeName)) text += "\n";
    }
  }
  return text.replace(/[^\S\n]*\n[^\S\n]*/g, "\n").replace(/\n+$/, "");
}

function quoted(text: string): string {
  const plain = text.trim().replaceAll("\t", " ");
  return /["\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
