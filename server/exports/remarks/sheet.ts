import type { Letter } from "../letter/shapes";
import { type Sheet, xlsxOf } from "../xlsx/write";
import { COLUMNS } from "./letter";
import type { RemarkLine, RemarkTable } from "./remarks";

/** The remarks as a workbook: one row each, the text as it reads, without its looks. */
export function remarkSheet(letter: Letter, { remarks }: RemarkTable): Promise<Uint8Array> {
  const rows = remarks.map(({ about, said, proposed, centers }) => [
    about.join("\n"),
    textOf(said),
    textOf(proposed),
    centers.join("\n"),
  ]);
  const columns = COLUMNS.map((name, at) => ({ name, width: [28, 60, 45, 24][at] ?? 20 }));
  const sheet: Sheet = { name: "Bemærkninger", columns, rows };
  return xlsxOf(sheet, { title: letter.title, author: letter.municipality, date: letter.date });
}

function textOf(lines: readonly RemarkLine[]): string {
  return lines
    .map(({ kind, content, source }) => {
      const said = content.map((inline) => ("text" in inline ? inline.text : "break" in inline ? "\n" : "")).join("");
      if (kind === "item") return `• ${said}`;
      return kind === "quote" ? `„${said}“${source === "" ? "" : ` (${source})`}` : said;
    })
    .join("\n");
}
