import type { CenterId, ClauseId } from "../../db/ids";
import type { ClauseRow } from "../../server/agreements/shapes";
import type { CenterInHearing } from "../../server/consultations/shapes";
import type { CoverageCell, CoveragePage, CoverageState } from "../../server/links/shapes";

/** Coverage for tests: "[number, heading, depth, kind]" and, clause by clause, what the centers' cells are. */
export type Sketched = {
  clauses: readonly SketchedClause[];
  cells: Record<string, Record<string, Partial<CoverageCell>>>;
};
type SketchedClause = readonly [number: string, heading: string, depth: number, kind: ClauseRow["kind"], text?: string];

const NO_COUNTS: Record<CoverageState, number> = {
  "not-looked-at": 0,
  "look-again": 0,
  "in-work": 0,
  answered: 0,
  "no-remarks": 0,
  "not-relevant": 0,
};

export function sketchedPage({ clauses, cells }: Sketched, more: Partial<CoveragePage> = {}): CoveragePage {
  const names = [...new Set(Object.values(cells).flatMap((own) => Object.keys(own)))];
  const all = clauses.flatMap(([number]) =>
    Object.entries(cells[number] ?? {}).map(([center, cell]) => cellOf(number, center, cell)),
  );
  const counts = { ...NO_COUNTS };
  for (const { state, isAssigned } of all) if (isAssigned) counts[state] += 1;
  return {
    kind: "hearing",
    clauses: clauses.map(clauseOf),
    centers: names.map(centerOf),
    mine: [],
    answersFor: names.map((name) => name as CenterId),
    at: "2026-03-02T09:00:00.000Z",
    cells: all,
    counts,
    holes: all.filter(({ isHole }) => isHole).length,
    wholeSource: [],
    dropped: [],
    undecided: [],
    ...more,
  };
}

function clauseOf([number, heading, depth, kind, text = ""]: SketchedClause): ClauseRow {
  return { id: number as ClauseId, parentId: null, depth, kind, number, heading, text, path: `${number} ${heading}` };
}

/** "Social, Nabo" is a guest's. */
function centerOf(name: string): CenterInHearing {
  const municipality = name.includes(", ") ? `${name.split(", ")[1]} Kommune` : "Prøve Kommune";
  return { id: name as CenterId, name: `Center for ${name}`, shortName: name, kind: "center", municipality };
}

function cellOf(number: string, center: string, cell: Partial<CoverageCell>): CoverageCell {
  return {
    clauseId: number as ClauseId,
    centerId: center as CenterId,
    state: "not-looked-at",
    goal: null,
    deadline: { day: "2026-03-12", time: null, daysLeft: 10 },
    isAssigned: true,
    isLate: false,
    cameLate: false,
    isPressing: false,
    isHole: false,
    blockIds: [],
    mayAnswer: true,
    ...cell,
  };
}
