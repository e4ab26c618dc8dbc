import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId } from "../../db/ids";
import { center } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import { danishDay } from "../clock";
import type { CenterRow } from "../consultations/shapes";
import { deadlineOf } from "../deadline";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfConsultation } from "../standing";
import { mayRead, type Standing } from "../standing/rules";
import type { LinkDeps } from "./deps";
import { coverageGrounds, type Ground } from "./queries";
import { type Cell, cellsOf, countsOf, isHole, mayAnswer } from "./rules";
import type { CoverageCell, CoveragePage } from "./shapes";

/** Who has answered what, clause by clause. [C1] */
export async function coverage(
  { db, clock, agreements, projections }: LinkDeps,
  viewer: Viewer,
  consultationId: string,
): Promise<CoveragePage> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const { id, versionId } = matter.consultation;
  // The job may be a second or two behind; whoever comes straight from the text expects to find it here. [C1]
  if (matter.response) await projections.refreshNow(matter.response.documentId);
  const [{ clauses }, grounds] = await Promise.all([agreements.version(viewer, versionId), coverageGrounds(db, [id])]);
  const ground = grounds.get(id);
  if (!ground) throw notFound();
  const today = danishDay(clock.now());
  const centers = await centersIn(db, viewer, ground);
  const cells = inOrder(cellsOf(ground, today), clauses, centers);
  return {
    clauses,
    centers,
    cells: cells.map((cell) => shaped(cell, viewer, matter.standing, today)),
    counts: countsOf(cells),
    holes: cells.filter(isHole).length,
    wholeSource: wholeSource(ground, versionId, centers),
  };
}

/** Cells in reading order; what points at another version's clause or another municipality's center falls away. */
function inOrder(cells: readonly Cell[], clauses: readonly ClauseRow[], centers: readonly CenterRow[]): Cell[] {
  const row = new Map(clauses.map((clause, index) => [clause.id, index]));
  const column = new Map(centers.map((one, index) => [one.id, index]));
  const place = (cell: Cell) => (row.get(cell.clauseId) ?? 0) * centers.length + (column.get(cell.centerId) ?? 0);
  return cells
    .filter((cell) => row.has(cell.clauseId) && column.has(cell.centerId))
    .sort((a, b) => place(a) - place(b));
}

function shaped(cell: Cell, viewer: Viewer, standing: Standing, today: string): CoverageCell {
  return {
    ...cell,
    deadline: cell.deadline === null ? null : deadlineOf(cell.deadline, null, today),
    isAssigned: cell.deadline !== null,
    mayAnswer: mayAnswer(viewer, cell.centerId, standing),
  };
}

/** Of this hearing's source; what names another falls away like its clauses do. [C1] */
function wholeSource({ whole }: Ground, versionId: string, centers: readonly CenterRow[]): CoveragePage["wholeSource"] {
  const here = whole.filter((link) => link.sourceId === versionId);
  return centers
    .map(({ id }) => ({
      centerId: id,
      blockIds: here.filter((link) => link.centerId === id).map((link) => link.blockId),
    }))
    .filter((linked) => linked.blockIds.length > 0);
}

/** The centers that have been given something, or have said something. */
function centersIn(db: Queryable, viewer: Viewer, ground: Ground): Promise<CenterRow[]> {
  const places = [...ground.assigned, ...ground.answers, ...ground.linked, ...ground.whole];
  const ids = [...new Set<CenterId>(places.map((place) => place.centerId))];
  const { id, name, shortName, kind } = center;
  return db
    .select({ id, name, shortName, kind })
    .from(center)
    .where(and(eq(center.municipalityId, viewer.municipality.id), inArray(center.id, ids)))
    .orderBy(asc(center.kind), asc(center.name));
}
