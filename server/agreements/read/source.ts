import { FORMATS, type Format, formatOf } from "./formats";
import { LIMITS, type Paper, type ReadFormat, type Unreadable } from "./paper";
import { proposalOf, type Read, type ReadOptions } from "./proposal";
import { readText } from "./text";

/** `text` null: none could be read, and why where there is a reason. `format` null: neither a paper nor text. */
export type Words = { format: Format | null; text: string | null; refused: Unreadable | null };

export type Progress = Parameters<ReadFormat>[1];

/** A file's bytes → the tree proposed to a person, or why it cannot be read. Never throws for what a file may hold. [S2] */
export async function readSource(
  bytes: Uint8Array,
  { fileName, ...options }: ReadOptions & { fileName: string },
  progress: Progress = () => {},
): Promise<Read | { refused: Unreadable }> {
  const paper = await paperOf(bytes, fileName, progress);
  if ("refused" in paper) return paper;
  if (paper.lines.some(({ page }) => page !== null && page > LIMITS.pages)) return { refused: "too-many-pages" };
  return proposalOf(paper, options);
}

/**
 * The words of a PDF or a Word file, for whoever looks for something in them and keeps the file as it is; of any other file
 * what kind it is of, or why that cannot be told.
 */
export async function readWords(bytes: Uint8Array, fileName: string): Promise<Words> {
  const format = formatOf(bytes, fileName);
  if (typeof format !== "string") return { format: null, text: null, ...format };
  if (format === "text") return { format, text: null, refused: null };
  const paper = await FORMATS[format](bytes, () => {});
  if ("refused" in paper) return { format, text: null, refused: paper.refused };
  return { format, text: paper.lines.map(({ text, row }) => (row ? row.join(" ") : text)).join("\n"), refused: null };
}

/** The lines of a file in any format that is read, or why it cannot be. [S2] */
export async function paperOf(
  bytes: Uint8Array,
  fileName: string,
  progress: Progress,
): Promise<Paper | { refused: Unreadable }> {
  if (bytes.length === 0) return { refused: "empty-file" };
  if (bytes.length > LIMITS.bytes) return { refused: "too-large" };
  const format = formatOf(bytes, fileName);
  if (typeof format !== "string") return format;
  if (format === "text") return readText(bytes, fileName);
  // Told in pages, as people count them; Word's paper has none before it is printed, and is read in a moment.
  return FORMATS[format](bytes, format === "pdf" ? progress : () => {});
}
