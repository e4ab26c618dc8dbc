import { and, eq, inArray, isNull } from "drizzle-orm";
import type { GoalStatus } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import { type ClauseId, type ConsultationId, isId } from "../../db/ids";
import { carryOver, consultation, filing, response, review } from "../../db/schema";
import { ownersInEach } from "../consultations";
import type { Viewer } from "../identity/viewer";
import { isNewestRound } from "../standing";
import { mayRead, statusOf } from "../standing/rules";
import type { GoalDeps } from "./deps";
import { inOrder, onClauses, type SaidRow, saidRows } from "./queries";
import { trendOf } from "./rules";
import type { Assessed, GoalHistory, Said } from "./shapes";

/** The newest assessment first; a center's trend is against the last time it said anything. [M6] */
export async function history({ db }: GoalDeps, viewer: Viewer, asked: readonly string[]): Promise<GoalHistory> {
  const ids = asked.filter((id) => isId<ClauseId>(id));
  if (!mayRead(viewer) || ids.length === 0) return { assessed: [], became: {} };
  return { assessed: await assessedOf(db, viewer, ids), became: await becameOf(db, ids) };
}

/** The decisions in force that lead from one of these to another. */
async function becameOf(db: Queryable, ids: ClauseId[]): Promise<GoalHistory["became"]> {
  const { fromClauseId: from, toClauseId: to, change, undoneAt } = carryOver;
  const isOnTheWay = and(inArray(from, ids), inArray(to, ids), isNull(undoneAt));
  const rows = await db.select({ from, change }).from(carryOver).where(isOnTheWay);
  return Object.fromEntries(rows.map((row) => [row.from, row.change]));
}

async function assessedOf(db: Queryable, viewer: Viewer, ids: ClauseId[]): Promise<Assessed[]> {
  const rows = await saidRows(db, viewer, onClauses(ids));
  const consultations = await standingsOf(db, [...new Set(rows.map((row) => row.consultationId))]);
  const before = new Map<string, GoalStatus>();
  const assessed: Assessed[] = [];
  const owners = await ownersInEach(db, consultations);
  for (const { id, userKey, title, status } of byOpening(consultations, rows)) {
    const own = latestByCenter(rows.filter((row) => row.consultationId === id));
    const owning = new Set(ids.flatMap((clauseId) => owners.get(id)?.get(clauseId) ?? []));
    const said = own.map((row): Said => {
      const { centerId, center, nextStep, due, by, at } = row;
      const trend = trendOf(before.get(centerId) ?? null, row.status);
      before.set(centerId, row.status);
      return { centerId, center, isOwner: owning.has(centerId), status: row.status, trend, nextStep, due, by, at };
    });
    assessed.push({ consultationId: id, userKey, title, status, said: said.sort(ownerFirst) });
  }
  return assessed.reverse();
}

/** A goal that was split has several rows of one center in one assessment: the last one counts. */
function latestByCenter(rows: readonly SaidRow[]): SaidRow[] {
  return [...new Map(rows.map((row) => [row.centerId, row])).values()].sort(inOrder);
}

/** The others stay as they are. */
function ownerFirst(a: Said, b: Said): number {
  return Number(b.isOwner) - Number(a.isOwner);
}

type Standings = Awaited<ReturnType<typeof standingsOf>>;

/** By when they were opened: last year's may have been written in until this year's was begun. */
function byOpening(consultations: Standings, rows: readonly SaidRow[]): Standings {
  const known = new Set(rows.map((row) => row.consultationId));
  return consultations.filter(({ id }) => known.has(id)).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

async function standingsOf(db: Queryable, ids: ConsultationId[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ consultation, response, round: review, filing: { state: filing.state } })
    .from(consultation)
    .leftJoin(response, eq(response.consultationId, consultation.id))
    .leftJoin(review, isNewestRound)
    .leftJoin(filing, eq(filing.versionId, review.versionId))
    .where(inArray(consultation.id, ids));
  return rows.map(
    ({ consultation: { id, userKey, title, versionId, createdAt }, response: begun, round, filing: filed }) => {
      const status = begun ? statusOf(round, filed) : ("not-started" as const);
      return { id, userKey, title, versionId, createdAt, status };
    },
  );
}
