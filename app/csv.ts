/** What Danish Excel opens with a double click: UTF-8 that says so, semicolons, lines that end in CR LF. */
const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

export function csvText(lines: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + lines.map((line) => line.map(field).join(";") + LINE_END).join("");
}

/** What a spreadsheet would take for a formula is made words by an apostrophe, wherever it came from. [C9] */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]/;

function field(text: string): string {
  const safe = FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
