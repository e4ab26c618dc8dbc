import type { Dot } from "./drawn";
import type { Run } from "./runs";

/** Drawn dots that stand before a text, at the height of its small letters, are its bullets. */
const FARTHEST = 36;

export function withBullets(runs: readonly Run[], dots: readonly Dot[]): Run[] {
  return [...runs, ...dots.flatMap((dot) => bulletOf(dot, runs))];
}

function bulletOf(dot: Dot, runs: readonly Run[]): Run[] {
  const beside = runs.filter((run) => Math.abs(run.y - run.size * 0.33 - dot.y) < run.size * 0.35);
  if (beside.some((run) => run.x < dot.right && run.right > dot.x - FARTHEST)) return [];
  const next = beside.filter((run) => run.x >= dot.right && run.x < dot.right + FARTHEST);
  const first = next.sort((one, other) => one.x - other.x)[0];
  return first
    ? [{ ...first, text: "•", x: dot.x, right: dot.right, isApart: true, isBold: false, endsInHyphen: false }]
    : [];
}
