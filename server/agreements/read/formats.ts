import type { ReadFormat, Unreadable } from "./paper";

/** Which format a file is of: its content is asked first, its name only where the content leaves it open. */
export type Format = "pdf" | "docx" | "text";

/** What reads each format but text; loaded by the first paper that needs it. */
export const FORMATS: Record<Exclude<Format, "text">, ReadFormat> = {
  pdf: async (bytes, progress) => (await import("./pdf")).readPdf(bytes, progress),
  docx: async (bytes, progress) => (await import("./docx")).readDocx(bytes, progress),
};

/** A PDF may have some bytes before its head. */
const PDF_HEAD = 1024;
const ZIP = [0x50, 0x4b];
/** Word's older format, and the case an encrypted .docx comes in. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
];

export function formatOf(bytes: Uint8Array, fileName: string): Format | { refused: Unreadable } {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PICTURES.some((head) => begins(content, head))) return { refused: "other-content" };
  if (begins(content, ZIP) && [1, 3, 5, 7].includes(content[2] ?? 0)) return packed(content, fileName);
  if (begins(content, COMPOUND)) return compound(content);
  const head = content.subarray(0, PDF_HEAD).toString("latin1");
  if (/^\s*%PDF-/.test(head.replace(/^\u00ef\u00bb\u00bf/, ""))) return "pdf";
  if (/\.pdf$/i.test(fileName) && head.includes("%PDF-")) return "pdf";
  const isMarkup = /^\s*<(?:!doctype html|html|\?xml)\b/i.test(head.replace(/^\u00ef\u00bb\u00bf/, ""));
  return begins(content, RTF) || isMarkup ? { refused: "format-not-read-yet" } : "text";
}

function begins(content: Buffer, head: readonly number[]): boolean {
  return head.every((byte, index) => content[index] === byte);
}

/** The names in a ZIP are plain to see. A workbook may lie inside a paper, a paper's folder not inside a workbook. */
function packed(content: Buffer, fileName: string): Format | { refused: Unreadable } {
  if (content.includes("word/")) return "docx";
  if (content.includes("application/vnd.oasis.opendocument.text")) return { refused: "format-not-read-yet" };
  if (["xl/", "ppt/"].some((folder) => content.includes(folder))) return { refused: "other-content" };
  return /\.docx$/i.test(fileName) || content.includes("[Content_Types].xml") ? "docx" : { refused: "other-content" };
}

function compound(content: Buffer): { refused: Unreadable } {
  if (content.includes(Buffer.from("EncryptedPackage", "utf16le"))) return { refused: "encrypted" };
  if (content.includes(Buffer.from("WordDocument", "utf16le"))) return { refused: "format-not-read-yet" };
  return { refused: "other-content" };
}
