import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const PACKAGE = "@expo-google-fonts/ibm-plex-sans";
const FACES = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"] as const;

/** The font files of a letter, found where npm put the package; from the bundle in build/ too. */
export function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FACES.map((face) => resolve(`${PACKAGE}/${face}/IBMPlexSans_${face}.ttf`));
}

let covered: Set<number> | undefined;

/** The characters that every face of the font has. Read once, when first asked. */
export function coveredByFont(): ReadonlySet<number> {
  if (covered) return covered;
  const [first = new Set<number>(), ...others] = fontPaths().map((path) => charactersOf(readFileSync(path)));
  covered = new Set([...first].filter((character) => others.every((face) => face.has(character))));
  return covered;
}

/** Reads the Unicode table (cmap, format 4) of a TrueType file. */
function charactersOf(font: Buffer): Set<number> {
  const table = unicodeTable(font);
  const segments = font.readUInt16BE(table + 6) / 2;
  const found = new Set<number>();
  for (let index = 0; index < segments; index++) {
    const end = font.readUInt16BE(table + 14 + 2 * index);
    const start = font.readUInt16BE(table + 16 + 2 * (segments + index));
    const delta = font.readUInt16BE(table + 16 + 2 * (2 * segments + index));
    const rangeAt = table + 16 + 2 * (3 * segments + index);
    const range = font.readUInt16BE(rangeAt);
    for (let character = start; character <= end && character !== 0xffff; character++) {
      const glyph =
        range === 0 ? (character + delta) & 0xffff : font.readUInt16BE(rangeAt + range + 2 * (character - start));
      if (glyph !== 0) found.add(character);
    }
  }
  return found;
}

function unicodeTable(font: Buffer): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const entry = 12 + 16 * index;
    if (font.toString("latin1", entry, entry + 4) !== "cmap") continue;
    const cmap = font.readUInt32BE(entry + 8);
    for (let record = 0; record < font.readUInt16BE(cmap + 2); record++) {
      const table = cmap + font.readUInt32BE(cmap + 4 + 8 * record + 4);
      if (font.readUInt16BE(table) === 4) return table;
    }
  }
  throw new Error("Expected a TrueType font with a format 4 cmap; found none.");
}
