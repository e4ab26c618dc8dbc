import { inArray } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import { center, consultation } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import { carriedOn, carriedTo } from "../carry-over";
import { danishDay } from "../clock";
import { ownersInEach } from "../consultations";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import type { GoalDeps } from "./deps";
import { onVersions, type SaidRow, saidRows } from "./queries";
import { trendOf } from "./rules";
import type { BoardCell, GoalBoard, GoalRow } from "./shapes";
import { sinceBefore } from "./since";

/** What each center said last of each goal, by what the goals came from, and how that is against the time before. [M6] */
export async function board({ db, agreements }: GoalDeps, viewer: Viewer, versionId: string): Promise<GoalBoard> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const { version, clauses } = await agreements.version(viewer, versionId);
  const carried = await carriedTo(db, version.id);
  const rows = await saidRows(db, viewer.municipality.id, onVersions(db, [...carried.lineage]));
  const opened = await openedAt(db, rows);
  const here = carriedOn(rows, carried).sort(
    (a, b) => (opened.get(a.consultationId) ?? 0) - (opened.get(b.consultationId) ?? 0) || a.seq - b.seq,
  );
  const since = await sinceBefore(db, version.id);
  const goals = clauses
    .filter(({ kind }) => kind === "goal")
    .map((goal) => ({ ...rowOf(goal, clauses), change: since.changeOf(goal.id) }));
  const owners = await ownersOfLast(db, here);
  const cells = cellsOf(here, owners);
  const known = new Set(goals.map(({ id }) => id));
  const own = cells.filter(({ clauseId }) => known.has(clauseId));
  const { id, source, label } = version;
  const centers = await centersOf(db, own);
  return {
    version: { id, sourceId: source.id, title: source.title, label },
    before: since.before,
    goals,
    centers,
    cells: own,
  };
}

function cellsOf(rows: readonly SaidRow[], owners: ReadonlyMap<string, CenterId>): BoardCell[] {
  const found = new Map<string, SaidRow[]>();
  for (const row of rows) {
    const key = `${row.clauseId}|${row.centerId}`;
    const before = (found.get(key) ?? []).filter(({ consultationId }) => consultationId !== row.consultationId);
    found.set(key, [...before, row]);
  }
  return [...found.values()].flatMap((said): BoardCell[] => {
    const [last, before] = [said.at(-1), said.at(-2)];
    if (!last) return [];
    const { clauseId, centerId, status, userKey, at } = last;
    const isOwner = owners.get(`${last.consultationId}|${clauseId}`) === centerId;
    return [
      {
        clauseId,
        centerId,
        status,
        trend: trendOf(before?.status ?? null, status),
        isOwner,
        day: danishDay(at),
        userKey,
      },
    ];
  });
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

async function centersOf(db: Queryable, cells: readonly BoardCell[]): Promise<GoalBoard["centers"]> {
  const ids = [...new Set(cells.map(({ centerId }) => centerId))];
  if (ids.length === 0) return [];
  const { id, name, shortName } = center;
  return db.select({ id, name, shortName }).from(center).where(inArray(id, ids)).orderBy(name);
}

function rowOf(
  { id, number, heading, text, parentId }: ClauseRow,
  clauses: readonly ClauseRow[],
): Omit<GoalRow, "change"> {
  return { id, number, heading, text, area: headingOver(parentId, clauses) };
}

function headingOver(parentId: ClauseId | null, clauses: readonly ClauseRow[]): string {
  const parent = clauses.find(({ id }) => id === parentId);
  return parent?.heading ?? "";
}
