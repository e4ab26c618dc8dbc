import { readMarker } from "../markers";
import { endsSentence, startsUpper } from "../words";
import { alignedTable, cellsOf } from "./aligned";
import { flowsOf } from "./columns";
import { type Printed, printed, printedRow } from "./printed";
import { type Row, rowsOf } from "./rows";
import type { PageText, Run } from "./runs";

/** Untagged pages → their lines, by where the text stands. Tables in lines are runs of their own by now. */
export function readGeometry(pages: readonly PageText[], body: number): Printed[][] {
  const flows = pages.map((page) => flowsOf(page.runs).map(rowsOfFlow));
  const usual = leadingOf(stepsOf(flows.flat(), body)) ?? body * 1.25;
  return pages.map(({ number }, index) => readPage(number, flows[index] ?? [], { usual, body }));
}

function rowsOfFlow(runs: readonly Run[]): Row[] {
  return rowsOf(runs).filter((row) => row.table || row.text !== "");
}

type Flow = { rows: Row[]; left: number; right: number; leading: number; body: number };

function readPage(page: number, flows: readonly Row[][], { usual, body }: { usual: number; body: number }): Printed[] {
  const lines: Printed[] = [];
  let before: Flow | null = null;
  for (const rows of flows) {
    const steps = stepsOf([rows], body);
    const leading = (steps.length < FEW_STEPS ? null : leadingOf(steps)) ?? usual;
    const flow: Flow = { rows, ...marginsOf(rows), leading, body };
    lines.push(...readFlow(page, flow, before && endsBefore(before, flow) ? 1 : 0));
    before = flow;
  }
  return lines;
}

/** The next column begins a paragraph of its own. */
function endsBefore(before: Flow, { rows }: Flow): boolean {
  const [above, row] = [before.rows.at(-1), rows[0]];
  return !!above && !!row && !above.table && !row.table && endsEarly(before, above, row);
}

function readFlow(page: number, flow: Flow, gapAtTop: number): Printed[] {
  const { rows } = flow;
  const lines: Printed[] = [];
  for (let index = 0; index < rows.length; ) {
    const row = rows[index] as Row;
    const gap = index === 0 ? gapAtTop : gapAbove(flow, index);
    const table = row.table ? { taken: 1, cells: row.table } : alignedTable(rows, index);
    if (table) for (const [at, cells] of table.cells.entries()) lines.push(printedRow(page, cells, at === 0 ? 1 : 0));
    else {
      const each = printed(page, { text: row.text, gap, indent: indentOf(flow, row) }, row);
      lines.push({ ...each, isSpread: cellsOf(row).length > 1 });
    }
    index += table?.taken ?? 1;
  }
  return lines;
}

function marginsOf(rows: readonly Row[]): { left: number; right: number } {
  const texts = rows.filter((row) => !row.table);
  const rights = texts.map((row) => row.right).sort((one, other) => one - other);
  return { left: Math.min(...texts.map((row) => row.x)), right: rights[Math.floor(rights.length * 0.95)] ?? 0 };
}

/** From one row of the body's size to the next, where they may be of one paragraph. */
function stepsOf(flows: readonly Row[][], body: number): number[] {
  const isBody = (row: Row) => Math.abs(row.size - body) < body * 0.1;
  return flows.flatMap((rows) =>
    rows.flatMap((row, index) => {
      const above = rows[index - 1];
      const step = above ? row.y - above.y : 0;
      const isStep = !!above && isBody(row) && isBody(above) && step > body * 0.9 && step < body * 2.2;
      return isStep ? [Math.round(step * 4) / 4] : [];
    }),
  );
}

/** Fewer may all be from one item of a list to the next, and say nothing of rows within a paragraph. */
const FEW_STEPS = 12;

/** How far apart two rows of a paragraph stand: the lower end of what occurs, for a list's items may stand further apart. */
function leadingOf(steps: readonly number[]): number | null {
  return [...steps].sort((one, other) => one - other)[Math.floor(steps.length * 0.2)] ?? null;
}

function gapAbove(flow: Flow, index: number): number {
  const [above, row] = [flow.rows[index - 1], flow.rows[index]];
  if (!above || !row) return 0;
  if (above.table || row.table) return 1;
  const usual = flow.leading * Math.max(1, Math.max(row.size, above.size) / flow.body);
  const step = row.y - above.y;
  if (step > usual * 1.22) return Math.max(1, Math.min(3, Math.round(step / usual) - 1));
  return endsEarly(flow, above, row) ? 1 : 0;
}

/** A sentence's end and, though the next word had room beside it, a new row: a paragraph's end. */
function endsEarly(flow: Flow, above: Row, row: Row): boolean {
  if (!endsSentence(above.text) || readMarker(row.text)) return false;
  const word = row.text.split(" ", 1)[0] ?? "";
  const room = flow.right - above.right;
  return startsUpper(row.text) && room > (word.length + 2) * row.size * 0.6 && room > (flow.right - flow.left) * 0.12;
}

/** In characters of the body's size. */
function indentOf(flow: Flow, row: Row): number {
  return Math.max(0, Math.round((row.x - flow.left) / (flow.body * 0.5)));
}

/** The size most of the paper is set in. */
export function bodySize(pages: readonly PageText[]): number {
  const letters = new Map<number, number>();
  for (const { runs } of pages) {
    for (const run of runs) {
      const size = Math.round(run.size * 2) / 2;
      letters.set(size, (letters.get(size) ?? 0) + run.text.length);
    }
  }
  return [...letters.entries()].sort((one, other) => other[1] - one[1])[0]?.[0] || 11;
}
