import { type Row, rowsOf } from "./rows";
import type { Run } from "./runs";

/** A page's runs → flows to be read one after the other: what spans the page, the left column, the right column. */
const MIN_ROWS = 6;
const MIN_GUTTER = 8;
/** Three columns are two, one of which is two. */
const MAX_DEPTH = 2;

export function flowsOf(runs: readonly Run[], depth = 0): Run[][] {
  const rows = rowsOf(runs);
  const gutter = depth < MAX_DEPTH ? findGutter(rows) : null;
  if (gutter === null) return [[...runs]];
  const flows: Run[][] = [];
  let band: Row[] = [];
  const endBand = () => {
    const inBand = band.flatMap((row) => row.runs);
    for (const side of [inBand.filter((run) => run.x < gutter), inBand.filter((run) => run.x >= gutter)]) {
      if (side.length > 0) flows.push(...flowsOf(side, depth + 1));
    }
    band = [];
  };
  for (const row of rows) {
    if (!row.runs.some((run) => run.x < gutter && run.right > gutter)) {
      band.push(row);
      continue;
    }
    endBand();
    flows.push(row.runs);
  }
  endBand();
  return flows;
}

/** The middle of a strip that next to no row crosses and that has prose on both sides; a table's cells are no prose. */
function findGutter(rows: readonly Row[]): number | null {
  const texts = rows.filter((row) => !row.table);
  if (texts.length < MIN_ROWS) return null;
  const left = Math.min(...texts.map((row) => row.x));
  const right = Math.max(...texts.map((row) => row.right));
  let best: { at: number; crossing: number } | null = null;
  for (const at of candidates(texts, left, right)) {
    const crossing = texts.filter((row) => row.runs.some((run) => run.x < at && run.right > at)).length;
    if (isGutter(texts, at, crossing, left, right) && (!best || crossing < best.crossing)) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** The middles of wide gaps inside rows, each place once. */
function candidates(rows: readonly Row[], left: number, right: number): number[] {
  const seen = new Map<number, number>();
  for (const row of rows) {
    for (const [index, run] of row.runs.entries()) {
      const above = row.runs[index - 1];
      if (!above || run.x - above.right < Math.max(MIN_GUTTER, run.size * 0.8)) continue;
      // The right column's edge is straight, the left one's is ragged.
      const at = Math.round(run.x - 3);
      if (at > left + (right - left) * 0.25 && at < left + (right - left) * 0.75) seen.set(at, (seen.get(at) ?? 0) + 1);
    }
  }
  const often = [...seen.entries()].filter(([, count]) => count >= 3);
  return often
    .sort((one, other) => other[1] - one[1])
    .map(([at]) => at)
    .slice(0, 12);
}

function isGutter(rows: readonly Row[], at: number, crossing: number, left: number, right: number): boolean {
  const lefts = rows.flatMap((row) => widthIn(row, (run) => run.right <= at));
  const rights = rows.flatMap((row) => widthIn(row, (run) => run.x >= at));
  if (Math.min(lefts.length, rights.length) < MIN_ROWS || crossing > rows.length * 0.5) return false;
  return median(lefts) > (at - left) * 0.6 && median(rights) > (right - at) * 0.6;
}

function widthIn(row: Row, isIn: (run: Run) => boolean): number[] {
  const runs = row.runs.filter(isIn);
  return runs.length === 0 ? [] : [Math.max(...runs.map((run) => run.right)) - Math.min(...runs.map((run) => run.x))];
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
