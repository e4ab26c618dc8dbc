import { decode } from "../bytes";
import { readDocx } from "../docx";
import { Unfit } from "../docx/unfit";
import { formatOf } from "../formats";
import type { Line } from "../lines";
import { LIMITS, type Unreadable } from "../paper";
import { delimitedRows } from "./delimited";
import { readSheets } from "./sheets";

/** Tables as rows of cells, each cell its words; of a workbook, one for each sheet that Excel shows. */
export type Tables = { tables: string[][][] };

/** An overview is shorter than a paper, and its pictures are not read. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * The tables of a Word file, a workbook, or of text whose cells stand apart by tabs or semicolons (as what is copied from
 * either does). Never throws for what a file may hold. [S16] [S31]
 */
export async function readTables(bytes: Uint8Array, fileName: string): Promise<Tables | { refused: Unreadable }> {
  if (bytes.length === 0) return { refused: "empty-file" };
  if (bytes.length > Math.min(MOST_BYTES, LIMITS.bytes)) return { refused: "too-large" };
  try {
    if (isWorkbook(bytes)) return { tables: readSheets(bytes) };
    const format = formatOf(bytes, fileName);
    if (typeof format !== "string") return format;
    if (format === "pdf") return { refused: "format-not-read-yet" };
    return format === "docx" ? await wordTables(bytes) : textTable(bytes);
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.why };
    throw error;
  }
}

/** The names in a ZIP are plain to see. A workbook may lie inside a Word file, and is not read there. */
function isWorkbook(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isZip = content[0] === 0x50 && content[1] === 0x4b;
  return isZip && content.includes("xl/workbook") && !content.includes("word/document");
}

function textTable(bytes: Uint8Array): Tables | { refused: Unreadable } {
  const decoded = decode(bytes);
  if ("refused" in decoded) return decoded;
  const rows = delimitedRows(decoded.text);
  return { tables: rows.length > 0 ? [rows] : [] };
}

async function wordTables(bytes: Uint8Array): Promise<Tables | { refused: Unreadable }> {
  const paper = await readDocx(bytes, () => {});
  return "refused" in paper ? paper : { tables: tablesIn(paper.lines) };
}

/** A table begins after what is none, or after a gap. */
function tablesIn(lines: readonly Line[]): string[][][] {
  const tables: string[][][] = [];
  let isInside = false;
  for (const { row, gap } of lines) {
    if (row && (!isInside || gap > 0)) tables.push([]);
    if (row) tables.at(-1)?.push(row.map((cell) => cell.trim()));
    isInside = row !== null;
  }
  return tables;
}
