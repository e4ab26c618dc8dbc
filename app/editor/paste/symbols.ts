import type { Declared } from "./styles";

/** Fonts of signs write an arrow as "à": the letter is only its place in the font. What means nothing here goes. */
const SIGNS: Readonly<Record<string, string>> = {
  à: "→", è: "→", ð: "→", ß: "←", ü: "✓", û: "✗", þ: "☑", ý: "☒", x: "☒", o: "☐", q: "☐", "¨": "☐", J: ":)", L: ":(",
}; // biome-ignore format: a table

/** Null: it is written in a font of letters. */
export function signOf(element: Element, style: Declared): string | null {
  if (!/^["']?(?:wingdings|webdings)/i.test(style["font-family"] ?? "")) return null;
  const text = (element.textContent ?? "").trim();
  return text.length > 2 ? null : (SIGNS[text] ?? "");
}
