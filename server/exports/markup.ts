const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as it stands in XML or HTML, between tags and in attributes; what XML cannot hold is left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .replace(NOT_XML, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 has no way to say.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
