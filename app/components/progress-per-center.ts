import type { CenterId } from "../../db/ids";
import type { CenterInHearing, Deadline } from "../../server/consultations/shapes";
import type { CountedCell, CoverageState } from "../../server/links/shapes";

export type CenterCount = {
  center: Pick<CenterInHearing, "id" | "name" | "municipality">;
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

type Counted = Omit<CenterCount, "center" | "settled" | "deadline"> & {
  firstOpen: Deadline | null;
  latest: Deadline | null;
};

/** How far each center is, from the cells of coverage, gone through once. Only what was given to a center counts. */
export function progressPerCenter(centers: readonly CenterInHearing[], cells: readonly CountedCell[]): CenterCount[] {
  const found = new Map<CenterId, Counted>();
  for (const cell of cells) {
    if (!cell.isAssigned) continue;
    const known = found.get(cell.centerId) ?? nothingYet();
    found.set(cell.centerId, known);
    count(known, cell);
  }
  return centers.flatMap(({ id, name, municipality }) => {
    const own = found.get(id);
    if (!own) return [];
    const { firstOpen, latest, ...counted } = own;
    const open = OPEN.reduce((sum, state) => sum + counted.counts[state], 0);
    const center = { id, name, municipality };
    return [{ center, ...counted, settled: own.total - open, deadline: firstOpen ?? latest }];
  });
}

function nothingYet(): Counted {
  return { total: 0, counts: { ...NONE }, overdue: 0, cameLate: 0, firstOpen: null, latest: null };
}

function count(own: Counted, { state, isLate, cameLate, deadline }: CountedCell): void {
  own.total += 1;
  own.counts[state] += 1;
  if (isLate) own.overdue += 1;
  if (cameLate) own.cameLate += 1;
  if (deadline === null) return;
  if (own.latest === null || deadline.day > own.latest.day) own.latest = deadline;
  if (OPEN.includes(state) && (own.firstOpen === null || deadline.day < own.firstOpen.day)) own.firstOpen = deadline;
}
