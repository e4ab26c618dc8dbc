export type Encoding = "utf-8" | "utf-16" | "windows-1252";

/** A text file's bytes → its words, in the encodings that offices use; null where it is none of them. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
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
