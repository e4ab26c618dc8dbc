/** `w:sym` and its like: a glyph by its place in a font of signs. What means something is read, the rest is a bullet. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    45: "−", 109: "µ", 163: "≤", 165: "∞", 174: "→", 176: "°", 177: "±", 179: "≥", 180: "×", 183: "•", 184: "÷",
    185: "≠", 187: "≈",
  },
  wingdings: { 111: "☐", 120: "☒", 168: "☐", 223: "←", 224: "→", 252: "✓", 253: "☒", 254: "☑" },
}; // biome-ignore format: a table

/** Word moves such fonts' characters to U+F000; the cleaning of lines knows those as bullets. */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  const point = Number.parseInt(code ?? "", 16);
  if (Number.isNaN(point) || point < 0x20 || point > 0xffff) return "";
  const sign = SIGNS[font?.toLowerCase() ?? ""]?.[point & 0xff];
  return sign ?? String.fromCharCode(point);
}
