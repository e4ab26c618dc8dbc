import { createMend, isBroken } from "../hyphens";
import type { Line } from "../lines";
import { startsLower } from "../words";
import type { Row } from "./rows";

/** A line on its way to the pipeline, with what decides whether it is a heading. `isSpread`: in pieces, far apart. */
export type Printed = { line: Line; size: number; isBold: boolean; isSpread: boolean };

export function printed(
  page: number,
  given: Partial<Line> & { text: string },
  look?: Pick<Row, "size" | "isBold">,
): Printed {
  const line: Line = { indent: 0, gap: 0, opensPage: false, page, level: 0, row: null, ...given };
  return { line, size: look?.size ?? 0, isBold: look?.isBold ?? false, isSpread: false };
}

/** A table's row; its text is what a reader of lines alone would see. */
export function printedRow(page: number, cells: string[], gap: number): Printed {
  return printed(page, { text: cells.filter((cell) => cell !== "").join(" "), row: cells, gap });
}

const mend = createMend([]);

/** Lines that are known to be one text: a heading, a cell. */
export function joined(texts: readonly string[]): string {
  return mend(texts.filter((text) => text !== "")).text;
}

/**
 * A paragraph's rows as one line; but a word that is broken over a row's end is left to the pipeline, which knows how the
 * paper writes it elsewhere: the line is cut there, and goes on with a small letter.
 */
const CONTENTS = /(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}) ?\.* ?\d{1,4}$/;

export function unwrapped(texts: readonly string[]): string[] {
  const lines: string[][] = [];
  for (const text of texts) {
    if (text === "") continue;
    const open = lines.at(-1);
    const above = open?.at(-1);
    if (!open || above === undefined || CONTENTS.test(above) || (isBroken(above) && startsLower(text)))
      lines.push([text]);
    else open.push(isBroken(above) ? text : ` ${text}`);
  }
  return lines.map((parts) => parts.join(""));
}

/** Page after page; the first line of each opens it, and a table's header printed anew is left out. */
export function bound(pages: readonly Printed[][]): Printed[] {
  const all: Printed[] = [];
  let header: string[] | null = null;
  for (const page of pages) {
    for (const [index, each] of page.entries()) {
      const { row } = each.line;
      const isAgain = index === 0 && row !== null && header !== null && row.join("\n") === header.join("\n");
      if (isAgain && all.at(-1)?.line.row) continue;
      if (row && !all.at(-1)?.line.row) header = row;
      each.line.opensPage = index === 0;
      all.push(each);
    }
  }
  return all;
}
