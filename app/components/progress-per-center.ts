import type { CenterRow, Deadline } from "../../server/consultations/shapes";
import type { CoverageCell, CoverageState } from "../../server/links/shapes";

export type CenterCount = {
  center: Pick<CenterRow, "id" | "name">;
  /** Of what was given to the center. */
  total: number;
  settled: number;
  counts: Record<CoverageState, number>;
  /** What is still owed after its day, and what was answered after it. [H40] */
  overdue: number;
  cameLate: number;
  /** The earliest internal deadline that still has something open; when nothing is, the latest. */
  deadline: Deadline | null;
};

const OPEN: readonly CoverageState[] = ["not-looked-at", "look-again", "in-work"];
const NONE: Record<CoverageState, number> = {
  "not-looked-at": 0,
  "look-again": 0,
  "in-work": 0,
  answered: 0,
  "no-remarks": 0,
  "not-relevant": 0,
};

/** How far each center is, from the cells of coverage. Only what was given to a center counts. */
export function progressPerCenter(centers: readonly CenterRow[], cells: readonly CoverageCell[]): CenterCount[] {
  return centers.flatMap(({ id, name }) => {
    const own = cells.filter((cell) => cell.centerId === id && cell.isAssigned);
    if (own.length === 0) return [];
    const counts = { ...NONE };
    for (const { state } of own) counts[state] += 1;
    const open = OPEN.reduce((sum, state) => sum + counts[state], 0);
    const count = (mark: "isLate" | "cameLate") => own.filter((cell) => cell[mark]).length;
    const late = { overdue: count("isLate"), cameLate: count("cameLate") };
    const settled = own.length - open;
    return [{ center: { id, name }, total: own.length, settled, counts, ...late, deadline: nextOf(own) }];
  });
}

function nextOf(cells: readonly CoverageCell[]): Deadline | null {
  const byDay = (some: readonly CoverageCell[]) =>
    some.flatMap(({ deadline }) => deadline ?? []).sort((a, b) => (a.day < b.day ? -1 : 1));
  const open = cells.filter(({ state }) => OPEN.includes(state));
  return byDay(open)[0] ?? byDay(cells).at(-1) ?? null;
}
