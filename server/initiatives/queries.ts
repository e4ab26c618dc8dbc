import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { ResponseDocument } from "../../app/document-model/document";
import type { IndicatorSaid } from "../../app/document-model/initiatives";
import type { Queryable } from "../../db/client";
import { centerNameFrom, isCenterIn } from "../../db/guests";
import type {
  CenterId,
  ClauseId,
  ConsultationId,
  IndicatorId,
  InitiativeId,
  MunicipalityId,
  ResponseId,
} from "../../db/ids";
import {
  center,
  clause,
  consultation,
  documentVersion,
  indicator,
  indicatorValue,
  initiative,
  initiativeHeading,
  person,
  response,
  review,
} from "../../db/schema";
import { type CarriedOn, carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { type Home, isSeenBy } from "../standing";

export type InitiativeFound = {
  id: InitiativeId;
  clauseId: ClauseId;
  title: string;
  centerId: CenterId;
  center: string;
  period: string;
  deadline: string;
  deadlineDay: string | null;
  endedOn: string | null;
  /** From when its center is closed. */
  closedOn: string | null;
};

/** The municipality's initiatives, its guests' too, on clauses that `which` picks, the oldest first. */
export function initiativeRows(
  db: Queryable,
  municipalityId: MunicipalityId,
  which: SQL | undefined,
): Promise<InitiativeFound[]> {
  const { id, clauseId, title, centerId, period, deadline, deadlineDay, endedOn, createdAt } = initiative;
  const name = centerNameFrom(initiative.municipalityId);
  return db
    .select({
      ...{ id, clauseId, title, centerId, period, deadline, deadlineDay, endedOn },
      center: name,
      closedOn: center.closedOn,
    })
    .from(initiative)
    .innerJoin(center, eq(center.id, centerId))
    .where(and(eq(initiative.municipalityId, municipalityId), which))
    .orderBy(asc(createdAt), asc(id));
}

/**
 * Those of a follow-up, each once where its goal is now: of a goal that became two, on the first. A guest's are in the
 * follow-ups that its municipality is, or was, a guest of, and in no other of the host's. [J18]
 */
export async function initiativesIn(
  db: Queryable,
  { id, municipalityId }: { id: ConsultationId; municipalityId: MunicipalityId },
  carried: Carried,
) {
  const own = db
    .select({ id: clause.id })
    .from(clause)
    .where(inArray(clause.versionId, [...carried.lineage]));
  const isHere = and(inArray(initiative.clauseId, own), isCenterIn(municipalityId, sql`${id}::uuid`));
  const rows = await initiativeRows(db, municipalityId, isHere);
  const found = new Map<InitiativeId, CarriedOn<InitiativeFound>>();
  for (const row of carriedOn(rows, carried)) if (!found.has(row.id)) found.set(row.id, row);
  return [...found.values()];
}

export const onClauses = (ids: readonly ClauseId[]) => inArray(initiative.clauseId, [...ids]);

type FigureFound = { day: string; value: string; by: string; at: Date };
export type IndicatorFound = {
  id: IndicatorId;
  initiativeId: InitiativeId;
  name: string;
  unit: string;
  targetFrom: string | null;
  targetTo: string | null;
  /** By day; what was corrected or taken back is not there. */
  figures: FigureFound[];
};

/** Two queries, however many figures there are. */
export async function indicatorsOf(db: Queryable, ids: readonly InitiativeId[]): Promise<IndicatorFound[]> {
  if (ids.length === 0) return [];
  const { id, initiativeId, name, unit, targetFrom, targetTo, createdAt } = indicator;
  const rows = await db
    .select({ id, initiativeId, name, unit, targetFrom, targetTo })
    .from(indicator)
    .where(inArray(initiativeId, [...ids]))
    .orderBy(asc(createdAt), asc(id));
  const figures = await figuresOf(db, rows);
  return rows.map((row) => ({ ...row, figures: figures.get(row.id) ?? [] }));
}

async function figuresOf(db: Queryable, indicators: readonly { id: IndicatorId }[]) {
  const found = new Map<IndicatorId, FigureFound[]>();
  if (indicators.length === 0) return found;
  const { indicatorId, day, value, seq, setAt } = indicatorValue;
  const ids = indicators.map(({ id }) => id);
  const rows = await db
    .selectDistinctOn([indicatorId, day], { indicatorId, day, value, by: person.name, at: setAt })
    .from(indicatorValue)
    .innerJoin(person, eq(person.id, indicatorValue.setBy))
    .where(inArray(indicatorId, ids))
    .orderBy(asc(indicatorId), asc(day), desc(seq));
  for (const { indicatorId: of, value: said, ...row } of rows)
    if (said !== null) found.set(of, [...(found.get(of) ?? []), { ...row, value: said }]);
  return found;
}

export function asSaid({ id, name, unit, targetFrom, targetTo, figures }: IndicatorFound): IndicatorSaid {
  const target = { ...(targetFrom ? { from: targetFrom } : {}), ...(targetTo ? { to: targetTo } : {}) };
  return { id, name, unit, target, figures: figures.map(({ day, value }) => ({ day, value })) };
}

/** Which headings a follow-up's text was laid out with. */
export function laidIn(db: Queryable, id: ConsultationId) {
  const { blockId, clauseId, initiativeId, consultationId } = initiativeHeading;
  return db
    .select({ heading: blockId, clauseId, initiative: initiativeId })
    .from(initiativeHeading)
    .where(eq(consultationId, id));
}

export type Approved = {
  consultationId: ConsultationId;
  responseId: ResponseId;
  userKey: string;
  title: string;
  approvedAt: Date;
  canonical: string;
  sha256: string;
};

export type ApprovedText = Approved & { text: ResponseDocument };

/** How far back what was said last time is looked for. */
const TIMES = 6;

/** The municipality's follow-ups that stand approved, the newest first; a guest has no other than the one they are in. [J19] */
export async function approvedFollowUps(db: Queryable, viewer: Home, but?: ConsultationId): Promise<Approved[]> {
  const { userKey, title, kind } = consultation;
  const stands = and(eq(review.decision, "approved"), isNull(review.reopenedAt), isNotNull(review.decidedAt));
  const rows = await db
    .select({
      consultationId: consultation.id,
      responseId: response.id,
      userKey,
      title,
      approvedAt: review.decidedAt,
      canonical: documentVersion.canonical,
      sha256: documentVersion.sha256,
    })
    .from(review)
    .innerJoin(response, eq(response.id, review.responseId))
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .innerJoin(documentVersion, eq(documentVersion.id, review.versionId))
    .where(and(isSeenBy(viewer), eq(kind, "follow-up"), stands))
    .orderBy(desc(review.decidedAt))
    .limit(TIMES + 1);
  const others = rows.filter((row) => row.consultationId !== but).slice(0, TIMES);
  return others.flatMap(({ approvedAt, ...row }) => (approvedAt ? [{ ...row, approvedAt }] : []));
}
