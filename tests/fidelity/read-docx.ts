import mammoth from "mammoth";
import { readHtml } from "./read-html";
import type { Seen } from "./seen";

/** Styles as what they mean; mammoth knows the others by itself. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Source of a quote'] => p.source:fresh",
];

/** A Word file as mammoth reads it. */
export async function readDocx(bytes: Uint8Array): Promise<Seen> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES });
  return readHtml(value);
}
