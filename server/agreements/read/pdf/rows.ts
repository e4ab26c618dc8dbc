import { cleanCharacters } from "../clean";
import type { Run } from "./runs";

/** Runs → printed rows: what stands on one baseline, with its spaces and its raised digits. */
export type Row = {
  runs: Run[];
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  isBold: boolean;
  table: string[][] | null;
};

/** In the order of the page: top to bottom, left to right. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const sorted = [...runs].sort((one, other) => one.y - other.y || one.x - other.x);
  return collect(sorted, (row, run) => Math.abs(base(row).y - run.y) <= reach(row, run))
    .map((row) => row.sort((one, other) => one.x - other.x))
    .map(toRow);
}

/** In the order in which the paper's structure gives them: a row ends where the next run is not to its right. */
export function rowsInOrder(runs: readonly Run[]): Row[] {
  return collect(runs, (row, run) => {
    const last = row.at(-1);
    const isBeside = !last || run.x > last.right - run.size * 0.6;
    return isBeside && Math.abs(base(row).y - run.y) <= reach(row, run);
  }).map(toRow);
}

function collect(runs: readonly Run[], belongs: (row: Run[], run: Run) => boolean): Run[][] {
  const rows: Run[][] = [];
  for (const run of runs) {
    const row = rows.at(-1);
    if (row && !run.table && !row[0]?.table && belongs(row, run)) row.push(run);
    else rows.push([run]);
  }
  return rows;
}

/** The run that the row's baseline is read from: its largest, so that a raised digit moves nothing. */
function base(row: readonly Run[]): Run {
  return row.reduce((largest, run) => (run.size > largest.size ? run : largest), row[0] as Run);
}

function reach(row: readonly Run[], run: Run): number {
  return Math.max(base(row).size, run.size) * 0.5;
}

function toRow(runs: Run[]): Row {
  const { y, size } = mainOf(runs);
  const lettered = runs.filter((run) => /\p{L}/u.test(run.text));
  return {
    runs,
    text: textOf(runs, y, size),
    x: Math.min(...runs.map((run) => run.x)),
    right: Math.max(...runs.map((run) => run.right)),
    y,
    size,
    isBold: lettered.length > 0 && lettered.every((run) => run.isBold),
    table: runs[0]?.table ?? null,
  };
}

/** The size and baseline that most of the row's characters have. */
function mainOf(runs: readonly Run[]): { y: number; size: number } {
  const seen = new Map<number, { y: number; size: number; letters: number }>();
  for (const run of runs) {
    const key = Math.round(run.size * 2);
    const known = seen.get(key) ?? { y: run.y, size: run.size, letters: 0 };
    seen.set(key, { ...known, letters: known.letters + run.text.length });
  }
  const most = [...seen.values()].sort((one, other) => other.letters - one.letters || other.size - one.size);
  return most[0] ?? { y: 0, size: 0 };
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

export function raised(text: string): string {
  return /^\d{1,2}$/.test(text) ? [...text].map((digit) => SUPERSCRIPT[Number(digit)]).join("") : text;
}

export function textOf(runs: readonly Run[], y: number, size: number): string {
  let text = "";
  for (const [index, run] of runs.entries()) {
    const above = runs[index - 1];
    const isRaised = /^\d{1,2}$/.test(run.text) && run.size <= size * 0.88 && y - run.y >= size * 0.12;
    const isWide = above !== undefined && run.x - above.right > Math.max(run.size, above.size) * 0.12;
    // A footnote's mark stands at its word, however far it was raised and set apart.
    if (index > 0 && !isRaised && (run.isApart || isWide)) text += " ";
    text += isRaised ? raised(run.text) : run.text;
  }
  // The line's end tells a soft hyphen there from one inside a word.
  return cleanCharacters(`${text}\n`).replace(/ {2,}/g, " ").trim();
}
