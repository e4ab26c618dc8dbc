import type { Rule } from "./drawn";
import { joined } from "./printed";
import { rowsOf } from "./rows";
import type { Run } from "./runs";

/** Ruled tables: runs inside a grid of lines become one run that carries the table's cells. */
const NEAR = 3;
const MAX_LINES = 400;

export function withTables(runs: readonly Run[], rules: readonly Rule[]): Run[] {
  let left: readonly Run[] = runs;
  const tables: Run[] = [];
  for (const grid of gridsOf(rules)) {
    const inside = left.filter((run) => isInside(run, grid));
    const cells = cellsOf(inside, grid);
    if (cells.length < 2 || Math.max(0, ...cells.map((row) => row.length)) < 2) continue;
    const outside = new Set(inside);
    left = left.filter((run) => !outside.has(run));
    tables.push(asRun(grid, cells, inside));
  }
  return [...left, ...tables];
}

type Grid = { top: number; bottom: number; left: number; right: number; xs: number[]; ys: number[] };

/** Level rules of about the same width, one under the other, that upright ones or the whole height hold together. */
function gridsOf(rules: readonly Rule[]): Grid[] {
  const level = rules.filter((rule) => rule.isLevel).sort((one, other) => one.at - other.at);
  const upright = rules.filter((rule) => !rule.isLevel);
  const clusters: Rule[][] = [];
  for (const rule of upright.sort((one, other) => one.from - other.from)) {
    const touching = clusters.find((cluster) =>
      cluster.some((other) => rule.from <= other.to + NEAR && rule.to >= other.from - NEAR),
    );
    if (touching) touching.push(rule);
    else clusters.push([rule]);
  }
  return clusters.flatMap(stacked).flatMap((cluster) => gridOf(cluster, level));
}

/**
 * Tables that stand on each other without a gap. From one row to the next of one table columns may be united, so that the
 * uprights of one are among those of the other; where each has one of its own another table begins.
 */
function stacked(uprights: readonly Rule[]): Rule[][] {
  const ys = places(uprights.flatMap(({ from, to }) => [from, to]));
  const cuts: number[] = [];
  let above: number[] = [];
  for (const [index, top] of ys.slice(0, -1).entries()) {
    const middle = (top + (ys[index + 1] ?? top)) / 2;
    const here = places(uprights.filter(({ from, to }) => from < middle && to > middle).map(({ at }) => at));
    if (here.length === 0) continue;
    if (above.length > 0 && !isAmong(here, above) && !isAmong(above, here)) cuts.push(top);
    above = here;
  }
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return edges.slice(0, -1).map((top, index) => clipped(uprights, top, edges[index + 1] ?? top));
}

function isAmong(some: readonly number[], all: readonly number[]): boolean {
  return some.every((one) => all.some((other) => Math.abs(one - other) <= NEAR));
}

function clipped(uprights: readonly Rule[], top: number, bottom: number): Rule[] {
  return uprights
    .filter(({ from, to }) => from < bottom - NEAR && to > top + NEAR)
    .map((rule) => ({ ...rule, from: Math.max(rule.from, top), to: Math.min(rule.to, bottom) }));
}

function gridOf(uprights: readonly Rule[], levels: readonly Rule[]): Grid[] {
  const xs = places(uprights.map((rule) => rule.at));
  const [top, bottom] = [Math.min(...uprights.map((rule) => rule.from)), Math.max(...uprights.map((rule) => rule.to))];
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const crossing = levels.filter(
    ({ at, from, to }) => at >= top - NEAR && at <= bottom + NEAR && from <= right + NEAR && to >= left - NEAR,
  );
  const ys = places([top, bottom, ...crossing.map((rule) => rule.at)]);
  const reach = {
    from: Math.min(left, ...crossing.map((rule) => rule.from)),
    to: Math.max(right, ...crossing.map((rule) => rule.to)),
  };
  const all = places([reach.from, ...xs, reach.to]);
  if (all.length < 3 || ys.length < 3) return [];
  return [{ top, bottom, left: reach.from, right: reach.to, xs: all, ys }];
}

/** Values that are all but the same are one. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    if (found.length < MAX_LINES && (found.length === 0 || value - (found.at(-1) ?? 0) > NEAR)) found.push(value);
  }
  return found;
}

function isInside(run: Run, grid: Grid): boolean {
  const middle = run.y - run.size * 0.3;
  return run.x >= grid.left - NEAR && run.x < grid.right && middle > grid.top - NEAR && middle < grid.bottom + NEAR;
}

function cellsOf(runs: readonly Run[], grid: Grid): string[][] {
  const cells = new Map<string, Run[]>();
  for (const run of runs) {
    const place = `${slot(grid.ys, run.y - run.size * 0.3)} ${slot(grid.xs, run.x + 1)}`;
    cells.set(place, [...(cells.get(place) ?? []), run]);
  }
  const rows: string[][] = [];
  for (let row = 0; row < grid.ys.length - 1; row += 1) {
    const texts = grid.xs.slice(0, -1).map((_, column) => cellText(cells.get(`${row} ${column}`) ?? []));
    if (texts.some((text) => text !== "")) rows.push(texts);
  }
  const used = (rows[0] ?? []).map((_, column) => rows.some((row) => row[column] !== ""));
  return rows.map((row) => row.filter((_, column) => used[column]));
}

function slot(edges: readonly number[], value: number): number {
  const after = edges.findIndex((edge) => edge > value);
  return Math.max(0, (after < 0 ? edges.length - 1 : after) - 1);
}

function cellText(runs: readonly Run[]): string {
  return joined(rowsOf(runs).map((row) => row.text));
}

function asRun(grid: Grid, table: string[][], inside: readonly Run[]): Run {
  const first = inside[0] as Run;
  return { ...first, text: " ", x: grid.left, right: grid.right, y: grid.top + first.size, isBold: false, table };
}
