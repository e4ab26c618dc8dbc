import { Refusal } from "../../errors";
import { linesOf } from "../letter/letter";
import type { Letter, LetterInline } from "../letter/shapes";
import { coveredByFont } from "./fonts";

/** What no glyph is needed for: the two kinds of hyphen that a line may break at. */
const NEEDS_NO_GLYPH = new Set([0x00ad]);

/**
 * Refuses a letter with a character that the font has no glyph for: `missing-glyph`, with the block (or "title",
 * "about") as the field and the character as "missing-glyph U+1F389". Typst would fail without a place. [X4]
 */
export function checkGlyphs(letter: Letter): void {
  const fields: Record<string, string> = {};
  const look = (place: string, text: string) => {
    const missing = missingIn(text);
    if (missing !== null) fields[place] ??= `missing-glyph ${missing}`;
  };
  look("title", `${letter.municipality}${letter.kind}${letter.title}`);
  for (const { label, value } of letter.about) look("about", label + value);
  for (const line of linesOf(letter.body)) look(line.id, line.content.map(textOf).join("") + line.reference);
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "missing-glyph", fields);
}

function missingIn(text: string): string | null {
  const covered = coveredByFont();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (!covered.has(code) && !NEEDS_NO_GLYPH.has(code)) return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  }
  return null;
}

function textOf(inline: LetterInline): string {
  return "text" in inline ? inline.text : "";
}
