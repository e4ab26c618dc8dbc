/** Bytes → text, or a reason why not. */
export const MAX_BYTES = 20 * 1024 * 1024;

export type Unreadable = "missing" | "too-large" | "empty-file" | "not-text" | "format-not-read-yet";
export type Decoded = { text: string; encoding: "utf-8" | "utf-16" | "windows-1252" } | { refused: Unreadable };

/** PDF and DOCX come with their own readers later; their place is beside `decode`, giving lines like `toLines` does. */
const OTHER_FORMATS = /\.(pdf|docx?|odt|rtf|html?|xlsx?|pptx?)$/i;
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip: docx, odt
  [0xd0, 0xcf, 0x11, 0xe0], // doc
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
];

/** Reads UTF-8 (with or without BOM), UTF-16 with BOM, else Windows-1252. NUL bytes and binary files are no text. */
export function decode(bytes: Uint8Array, fileName: string): Decoded {
  if (bytes.length === 0) return { refused: "empty-file" };
  if (bytes.length > MAX_BYTES) return { refused: "too-large" };
  const isMagic = MAGIC.some((magic) => magic.every((byte, index) => bytes[index] === byte));
  if (isMagic || OTHER_FORMATS.test(fileName)) return { refused: "format-not-read-yet" };
  const decoded = decodeBytes(bytes);
  if (!decoded || isBinary(decoded.text)) return { refused: "not-text" };
  return /[\p{L}\p{N}]/u.test(decoded.text) ? decoded : { refused: "empty-file" };
}

function decodeBytes(bytes: Uint8Array): { text: string; encoding: "utf-8" | "utf-16" | "windows-1252" } | null {
  const wide = utf16Label(bytes);
  if (wide) {
    const text = decodeAs(wide, bytes);
    return text === null ? null : { text, encoding: "utf-16" };
  }
  if (bytes.includes(0)) return null;
  const text = decodeAs("utf-8", bytes);
  if (text !== null) return { text, encoding: "utf-8" };
  return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
}

function utf16Label(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A PDF turned to text carries a few control characters (U+0002); a picture carries many. */
function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting them is the point
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g)?.length ?? 0;
  return controls > 20 && controls > text.length / 50;
}
