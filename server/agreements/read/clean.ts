/** Characters: what PDF printers leave behind becomes plain text, before anything looks at lines. */

/** Bullets of symbol fonts (U+F0B7, U+F0D8, U+F0FC …) and drawn ones, at the start of a line. */
const BULLET = /^([^\S\n]*(?:#{1,6} +|[-*+] +)?)[\uE000-\uF8FF•‣◦●○▪▫■□◆◊➢➤➔→✓✔☑☐·∙]\uFE0F?[^\S\n]*/gmu;

export function cleanCharacters(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a vertical tab ends a line
      .replace(/\r\n?|[\u0085\u2028\u2029\u000b]/g, "\n")
      // A soft hyphen at a line's end is a broken word; elsewhere it is nothing.
      .replace(/\u00ad[^\S\n]*\n/g, "-\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are dropped here
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/\t/g, "    ")
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      .replace(/[\u2010\u2011]/g, "-")
      .replace(BULLET, (_, before: string) => (/[-*+]/.test(before) ? before : `${before}• `))
      .replace(/[\uE000-\uF8FF\uFFFD]/g, " ")
  );
}
