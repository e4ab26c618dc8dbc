const LONGEST = 200;

/**
 * What people wrote, as a header may hold it: on one line, without what steers (line ends, directions of writing), and
 * no longer than anybody reads. [N8]
 */
export function onOneLine(text: string): string {
  const line = text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return [...line].slice(0, LONGEST).join("");
}
