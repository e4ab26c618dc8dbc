import type { Decimal, TargetRange } from "./figures";
import type { Figure } from "./initiatives";

/** A line of figures over time and the band of its target, in the units of a box of `WIDTH` by `HEIGHT`. */
export type Chart = {
  points: { x: number; y: number }[];
  /** From the top of the target down; null where there is no target. */
  band: { y: number; height: number } | null;
};

export const CHART = { width: 240, height: 72 } as const;
const PADDING = 6;
/** A target of one figure is a line that can be seen. */
const THINNEST = 1.5;

/** The same figures always give the same drawing: places are rounded to tenths. A single figure stands in the middle. */
export function chartOf(figures: readonly Pick<Figure, "day" | "value">[], target: TargetRange): Chart {
  const days = figures.map(({ day }) => Date.parse(day));
  const values = figures.map(({ value }) => Number(value));
  const limits = [target.from, target.to].flatMap((limit: Decimal | undefined) => (limit ? [Number(limit)] : []));
  const across = scale(days, CHART.width);
  const down = scale([...values, ...limits], CHART.height);
  const points = days.map((day, at) => ({ x: across(day), y: tenth(CHART.height - down(values[at] ?? 0)) }));
  return { points, band: bandOf(target, (value) => tenth(CHART.height - down(value))) };
}

function bandOf({ from, to }: TargetRange, placeOf: (value: number) => number): Chart["band"] {
  if (from === undefined && to === undefined) return null;
  const top = to === undefined ? 0 : placeOf(Number(to));
  const bottom = from === undefined ? CHART.height : placeOf(Number(from));
  const height = Math.max(THINNEST, tenth(bottom - top));
  return { y: Math.min(top, CHART.height - height), height };
}

function scale(values: readonly number[], size: number): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(most > least)) return () => size / 2;
  return (value) => tenth(PADDING + ((value - least) / (most - least)) * (size - 2 * PADDING));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
