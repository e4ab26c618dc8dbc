import { inArray, ne, sql } from "drizzle-orm";
import { isAboutGoals } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import { centerNameFrom, municipalityOfCenter } from "../../db/guests";
import type { CenterId, ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import { center, consultation } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import { carriedFor, carriedOn } from "../carry-over";
import { danishDay } from "../clock";
import { ownersInEach } from "../consultations";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfConsultation } from "../standing";
import { mayRead } from "../standing/rules";
import type { GoalDeps } from "./deps";
import { onVersions, type SaidRow, saidRows } from "./queries";
import { municipalitySays, trendOf } from "./rules";
import type { BoardCell, GoalBoard, GoalRow, MunicipalityCell } from "./shapes";
import { sinceBefore } from "./since";

/** What each center said last of each goal, by what the goals came from, and how that is against the time before. [M6] */
export async function board(deps: GoalDeps, viewer: Viewer, versionId: string): Promise<GoalBoard> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const shown = await boardOf(deps, viewer, versionId);
  const since = await sinceBefore(deps.db, shown.version.id);
  return {
    ...shown,
    before: since.before,
    goals: shown.goals.map((goal) => ({ ...goal, change: since.changeOf(goal.id) })),
  };
}

/**
 * What was said in one assessment or follow-up, by everybody who takes part in it, against what the host's people know of the
 * time before: a guest has no other year of theirs, and so no trend. [M21] [J19]
 */
export async function boardIn(deps: GoalDeps, viewer: Viewer, consultationId: string): Promise<GoalBoard | null> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(deps.db, viewer, consultationId);
  if (!matter) throw notFound();
  const { id, kind, versionId } = matter.consultation;
  return isAboutGoals(kind) ? boardOf(deps, viewer, versionId, id) : null;
}

/** `only`: what was said last is of that one; what was opened after it is not looked at. */
async function boardOf(
  { db, agreements }: GoalDeps,
  viewer: Viewer,
  versionId: string,
  only?: ConsultationId,
): Promise<GoalBoard> {
  const { version, clauses } = await agreements.version(viewer, versionId);
  const carried = await carriedFor(db, viewer, version.id);
  const rows = await saidRows(db, viewer, onVersions(db, [...carried.lineage]));
  const opened = await openedAt(db, rows);
  const until = only && opened.get(only);
  const here = carriedOn(rows, carried)
    .filter(({ consultationId }) => until === undefined || (opened.get(consultationId) ?? 0) <= until)
    .sort((a, b) => (opened.get(a.consultationId) ?? 0) - (opened.get(b.consultationId) ?? 0) || a.seq - b.seq);
  const goals = clauses.filter(({ kind }) => kind === "goal").map((goal) => rowOf(goal, clauses));
  const known = new Set(goals.map(({ id }) => id));
  const all = saidLast(here).filter(({ last }) => known.has(last.clauseId));
  const said = only ? all.filter(({ last }) => last.consultationId === only) : all;
  const owners = await ownersOfLast(db, here);
  const cells = said.map((one) => cellOf(one, owners));
  const { id, source, label } = version;
  const centers = await centersOf(db, viewer, cells);
  return {
    version: { id, sourceId: source.id, title: source.title, label },
    before: null,
    goals,
    centers,
    cells,
    perMunicipality: perMunicipality({ said, cells, centers }),
  };
}

type SaidLast = { last: SaidRow; before: SaidRow | null };

/** By goal and center: the last of it, and the last of the assessment before that one. */
function saidLast(rows: readonly SaidRow[]): SaidLast[] {
  const found = new Map<string, SaidRow[]>();
  for (const row of rows) {
    const key = `${row.clauseId}|${row.centerId}`;
    const before = (found.get(key) ?? []).filter(({ consultationId }) => consultationId !== row.consultationId);
    found.set(key, [...before, row]);
  }
  return [...found.values()].flatMap((said) => {
    const last = said.at(-1);
    return last ? [{ last, before: said.at(-2) ?? null }] : [];
  });
}

function cellOf({ last, before }: SaidLast, owners: ReadonlyMap<string, CenterId>): BoardCell {
  const { consultationId, clauseId, centerId, status, userKey, at } = last;
  const isOwner = owners.get(`${consultationId}|${clauseId}`) === centerId;
  const trend = trendOf(before?.status ?? null, status);
  return { clauseId, centerId, status, trend, isOwner, day: danishDay(at), userKey };
}

type OnBoard = Pick<GoalBoard, "cells" | "centers"> & { said: readonly SaidLast[] };

/** What each municipality says as one, where there are several. [M20] */
function perMunicipality({ said, cells, centers }: OnBoard): MunicipalityCell[] {
  const names = [...new Set(centers.map(({ municipality }) => municipality))];
  if (names.length < 2) return [];
  const goals = [...new Set(cells.map(({ clauseId }) => clauseId))];
  return goals.flatMap((clauseId) =>
    names.flatMap((municipality): MunicipalityCell[] => {
      // In the order of the centers: who is named first among those alike is not by chance.
      const own = centers.flatMap((center) =>
        center.municipality === municipality
          ? said.filter(({ last }) => last.clauseId === clauseId && last.centerId === center.id)
          : [],
      );
      const says = municipalitySays(own.map(({ last, before }) => ({ ...last, before: before?.status ?? null })));
      const behind = cells.filter((cell) => cell.clauseId === clauseId && says?.behind.includes(cell.centerId));
      const [latest] = behind.sort((a, b) => b.day.localeCompare(a.day));
      if (!says || !latest) return [];
      const isOwner = cells.some(
        (cell) => cell.clauseId === clauseId && cell.isOwner && own.some(({ last }) => last.centerId === cell.centerId),
      );
      const { day, userKey } = latest;
      return [{ clauseId, municipality, ...says, isOwner, day, userKey }];
    }),
  );
}

async function openedAt(db: Queryable, rows: readonly SaidRow[]): Promise<Map<ConsultationId, number>> {
  const ids = [...new Set(rows.map(({ consultationId }) => consultationId))];
  if (ids.length === 0) return new Map();
  const { id, createdAt } = consultation;
  const found = await db.select({ id, createdAt }).from(consultation).where(inArray(id, ids));
  return new Map(found.map((one) => [one.id, one.createdAt.getTime()]));
}

/** Who answers for a goal, in the assessment in which something was said of it last. */
async function ownersOfLast(db: Queryable, rows: readonly SaidRow[]): Promise<Map<string, CenterId>> {
  const versions = new Map<ConsultationId, SourceVersionId>(rows.map((row) => [row.consultationId, row.versionId]));
  const found = new Map<string, CenterId>();
  const hearings = [...versions].map(([id, versionId]) => ({ id, versionId }));
  for (const [id, owners] of await ownersInEach(db, hearings))
    for (const [clauseId, owner] of owners) found.set(`${id}|${clauseId}`, owner);
  return found;
}

/** The viewer's own first, then each other municipality's; those of others are named with it. [J14] */
async function centersOf(
  db: Queryable,
  { municipality }: Viewer,
  cells: readonly BoardCell[],
): Promise<GoalBoard["centers"]> {
  const ids = [...new Set(cells.map(({ centerId }) => centerId))];
  if (ids.length === 0) return [];
  const { id, shortName, municipalityId } = center;
  const home = sql`${municipality.id}::uuid`;
  return db
    .select({ id, name: centerNameFrom(home), shortName, municipality: municipalityOfCenter })
    .from(center)
    .where(inArray(id, ids))
    .orderBy(ne(municipalityId, municipality.id), municipalityOfCenter, center.name);
}

function rowOf({ id, number, heading, text, parentId }: ClauseRow, clauses: readonly ClauseRow[]): GoalRow {
  return { id, number, heading, text, area: headingOver(parentId, clauses), change: null };
}

function headingOver(parentId: ClauseId | null, clauses: readonly ClauseRow[]): string {
  const parent = clauses.find(({ id }) => id === parentId);
  return parent?.heading ?? "";
}
