import { Refusal } from "../../errors";
import { linesOf } from "../letter/letter";
import type { Letter, LetterInline } from "../letter/shapes";
import { coveredByFont } from "./fonts";

/** The soft hyphen is a place to break at; Typst draws it as a hyphen. */
const NEEDS_NO_GLYPH = new Set([0x00ad]);

/**
 * Refuses a letter with a character that the font has no glyph for: `missing-glyph`, with each block that holds one (or
 * "title", "about") as a field. Typst would fail without a place. [X4]
 */
export function checkGlyphs(letter: Letter): void {
  const fields: Record<string, string> = {};
  const look = (place: string, text: string) => {
    if (missingIn(text).length > 0) fields[place] = "missing-glyph";
  };
  look("title", `${letter.municipality}${letter.kind}${letter.title}`);
  for (const { label, value } of letter.about) look("about", label + value);
  for (const line of [...linesOf(letter.body), ...letter.notes]) {
    const source = "source" in line ? String(line.source) : "";
    look(line.id, line.content.map(textOf).join("") + line.reference + source);
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "missing-glyph", fields);
}

/** The characters of a text that the font has no glyph for, each once. */
export function missingIn(text: string): string[] {
  const covered = coveredByFont();
  const isMissing = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return !covered.has(code) && !NEEDS_NO_GLYPH.has(code);
  };
  return [...new Set(Array.from(text).filter(isMissing))];
}

function textOf(inline: LetterInline): string {
  return "text" in inline ? inline.text : "";
}
