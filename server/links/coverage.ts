import { and, asc, inArray } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { centerNameIn, guestsLast, isCenterIn, municipalityOfCenter, shortNameIn } from "../../db/guests";
import type { CenterId, ConsultationId } from "../../db/ids";
import { center } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import type { Carried } from "../carry-over/shapes";
import { danishDay } from "../clock";
import type { CenterInHearing, Deadline } from "../consultations/shapes";
import { deadlineOf } from "../deadline";
import type { Viewer } from "../identity/viewer";
import { droppedIn, groundNow } from "./carried";
import type { LinkDeps } from "./deps";
import { earlierClauses } from "./earlier";
import { readFor } from "./ground";
import { handedOn } from "./handed-over";
import type { Ground } from "./queries";
import { type Cell, cellsOf, countsOf, isHole, isPressing, mayAnswer } from "./rules";
import type { CoverageCell, CoveragePage } from "./shapes";
import { undecidedBy } from "./undecided";

/** Who has answered what, clause by clause; `isAsRead`: as far as the text has been read for the rows by now. [C1] */
export async function coverage(
  deps: LinkDeps,
  viewer: Viewer,
  consultationId: string,
  reading: { isAsRead?: boolean } = {},
): Promise<CoveragePage> {
  const { db, clock, agreements } = deps;
  const { matter, ground: read, carried } = await readFor(deps, viewer, consultationId, reading);
  const { id, versionId } = matter.consultation;
  const ground = handedOn(read, carried);
  const clauses = await agreements.clauses(viewer, versionId);
  const now = clock.now();
  const today = danishDay(now);
  const centers = await centersIn(db, viewer, id, ground);
  const cells = inOrder(cellsOf(groundNow(ground, carried), today), clauses, centers);
  const dueOn = daysFrom(today);
  const answersFor = centers.flatMap((one) => (mayAnswer(viewer, one.id, matter.standing) ? [one.id] : []));
  const mayAnswerFor = new Set(answersFor);
  return {
    kind: matter.consultation.kind,
    clauses,
    centers,
    mine: centers.flatMap(({ id: own }) => (viewer.roles.some((held) => held.center?.id === own) ? [own] : [])),
    answersFor,
    at: now.toISOString(),
    cells: cells.map((cell) => shaped(cell, dueOn(cell.deadline), mayAnswerFor.has(cell.centerId))),
    counts: countsOf(cells),
    holes: cells.filter(isHole).length,
    wholeSource: wholeSource(ground, carried, centers),
    dropped: await droppedBy(db, ground, carried, centers),
    undecided: viewer.guest ? [] : await undecidedBy(db, ground, carried),
  };
}

/** Cells in reading order; what points at another version's clause or another municipality's center falls away. */
function inOrder(cells: readonly Cell[], clauses: readonly ClauseRow[], centers: readonly CenterInHearing[]): Cell[] {
  const row = new Map(clauses.map((clause, index) => [clause.id, index * centers.length]));
  const column = new Map(centers.map((one, index) => [one.id, index]));
  // Each is put in its place: sorting would ask tens of thousands of times.
  const places: (Cell | undefined)[] = Array.from({ length: clauses.length * centers.length });
  for (const cell of cells) {
    const from = row.get(cell.clauseId);
    const at = column.get(cell.centerId);
    if (from !== undefined && at !== undefined) places[from + at] = cell;
  }
  return places.filter((cell) => cell !== undefined);
}

/** Thousands of cells have a handful of days between them. */
export function daysFrom(today: string): (day: string | null) => Deadline | null {
  const known = new Map<string, Deadline>();
  return (day) => {
    if (day === null) return null;
    const deadline = known.get(day) ?? deadlineOf(day, null, today);
    known.set(day, deadline);
    return deadline;
  };
}

/** Each by its name: what is spread is copied property by property, and there are thousands. */
function shaped(cell: Cell, deadline: Deadline | null, mayAnswer: boolean): CoverageCell {
  const { clauseId, centerId, state, goal, isLate, cameLate, blockIds } = cell;
  return {
    clauseId,
    centerId,
    state,
    goal,
    deadline,
    isAssigned: deadline !== null,
    isLate,
    cameLate,
    isPressing: isPressing(state, deadline),
    isHole: isHole(cell),
    blockIds,
    mayAnswer,
  };
}

/** Of this hearing's source, in any of its versions; what names another falls away like its clauses do. [C1] */
function wholeSource(
  { whole }: Ground,
  carried: Carried,
  centers: readonly CenterInHearing[],
): CoveragePage["wholeSource"] {
  const lineage: ReadonlySet<string> = carried.lineage;
  const here = whole.filter((link) => lineage.has(link.sourceId));
  return centers
    .map(({ id }) => ({
      centerId: id,
      blockIds: here.filter((link) => link.centerId === id).map((link) => link.blockId),
    }))
    .filter((linked) => linked.blockIds.length > 0);
}

/** What stands in no cell of this version, because the clause is gone from it. [C14] */
async function droppedBy(db: Queryable, { linked }: Ground, carried: Carried, centers: readonly CenterInHearing[]) {
  const known = new Set(centers.map(({ id }) => id));
  const dropped = droppedIn(linked, carried).filter(({ centerId }) => known.has(centerId));
  if (dropped.length === 0) return [];
  return (await earlierClauses(db, carried)).flatMap(({ id, path }) =>
    dropped
      .filter(({ clauseId }) => clauseId === id)
      .map(({ centerId, blockIds }) => ({ clause: { id, path }, centerId, blockIds })),
  );
}

/** The centers that have been given something, or have said something. */
export function centersIn(
  db: Queryable,
  viewer: Viewer,
  hearing: ConsultationId,
  ground: Ground,
): Promise<CenterInHearing[]> {
  const places = [...ground.assigned, ...ground.answers, ...ground.goals, ...ground.linked, ...ground.whole];
  const ids = [...new Set<CenterId>(places.map((place) => place.centerId))];
  const { id, kind } = center;
  return db
    .select({
      id,
      name: centerNameIn(hearing),
      shortName: shortNameIn(hearing),
      kind,
      municipality: municipalityOfCenter,
    })
    .from(center)
    .where(and(isCenterIn(viewer.municipality.id, hearing), inArray(center.id, ids)))
    .orderBy(...guestsLast(hearing), asc(center.kind), asc(center.name));
}
