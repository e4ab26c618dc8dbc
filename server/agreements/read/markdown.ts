/** Markdown → lines that know what they are; emphasis, escapes and tags go, the words stay. */

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export type MarkdownLine = { text: string; level: number; row: string[] | null };

/** A file named .md, or a text that uses Markdown's headings, bold or tables. */
export function isMarkdown(text: string, fileName: string): boolean {
  if (/\.(md|markdown)$/i.test(fileName)) return true;
  return (
    /^#{1,6} +\S/m.test(text) || /^[^\S\n]{0,3}\*\*\S[^*\n]{0,200}\*\*/m.test(text) || /^\|[^\n]{0,500}\|/m.test(text)
  );
}

// The classes below leave out their own opening sign, so that a text of nothing but "[" is still read in one pass.
export function stripInline(text: string): string {
  return text
    .replace(/<!--[^<]{0,2000}?-->/g, "")
    .replace(/<(https?:[^<>\s]{1,500})>/g, "$1")
    .replace(/<sup>\s{0,5}(\d{1,2})\s{0,5}<\/sup>/gi, (_, digits: string) => superscript(digits))
    .replace(/\[\^(\d{1,2})\]:?/g, (_, digits: string) => superscript(digits))
    .replace(/<br\s{0,3}\/?>/gi, " ")
    .replace(/<\/?[a-z][^<>\n]{0,200}>/gi, "")
    .replace(
      /!?\[([^[\]\n]{0,500})\]\(([^()\s]{0,1000})(?: +"[^"\n]{0,200}")?\)/g,
      (_, label: string, target: string) => linkText(label, target),
    );
}

/** One line: its heading level (0: none), its cells when it is a table's row; null when it carries no text at all. */
export function readMarkdownLine(raw: string): MarkdownLine | null {
  const line = raw.trim();
  if (/^([-*_=] ?){3,}$/.test(line.slice(0, 200)) || /^(```|~~~)/.test(line)) return null;
  if (/^\|?[\s:|-]+\|[\s:|-]*$/.test(line.slice(0, 400)) && line.includes("-")) return null;
  if (line.startsWith("|") && line.length > 1 && line.endsWith("|")) {
    const row = line.slice(1, -1).split(/(?<!\\)\|/);
    return { text: stripEmphasis(line), level: 0, row: row.map((cell) => stripEmphasis(cell).trim()) };
  }
  const hashes = /^(#{1,6})\s+/.exec(line.slice(0, 20));
  if (hashes?.[1]) return { text: headingText(line.slice(hashes[0].length)), level: hashes[1].length, row: null };
  const isBoldAlone = line.length < 120 && /^(\*\*|__)[^*_]+\1:?$/.test(line);
  if (isBoldAlone) return { text: headingText(line), level: 6, row: null };
  return { text: stripEmphasis(raw.replace(/^(\s{0,3}>)+ ?/, "")), level: 0, row: null };
}

function headingText(text: string): string {
  const plain = stripEmphasis(text).replace(/(^|\s)#+\s*$/, "");
  return plain.replace(/^\s*•\s*/, "").trim();
}

function stripEmphasis(text: string): string {
  if (!/[*_`\\]/.test(text)) return text;
  const bullet = /^\s*[*+-]\s+/.exec(text.slice(0, 40))?.[0] ?? "";
  return (
    bullet +
    text
      .slice(bullet.length)
      .replace(/\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}/g, "")
      .replace(/(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, "")
      .replace(/`/g, "")
      .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, "$1")
  );
}

function linkText(label: string, target: string): string {
  const address = target.replace(/^https?:\/\//, "").replace(/\/$/, "");
  if (label === "") return target;
  return target === "" || target.startsWith("#") || label.includes(address) ? label : `${label} (${target})`;
}

function superscript(digits: string): string {
  return [...digits].map((digit) => SUPERSCRIPT[Number(digit)]).join("");
}
