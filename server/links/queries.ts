import { and, asc, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { isAboutGoals } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import type { CenterId, ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import {
  answer,
  assignment,
  clause,
  consultation,
  goalStatus,
  missedDeadline,
  paragraph,
  paragraphLink,
  response,
  secondLook,
} from "../../db/schema";
import { idsIn, together } from "../../db/together";
import type { ConsultationKind } from "../consultations/shapes";
import { lastOf } from "../standing/rules";
import type { HandedOver } from "./handed-over";
import type { LinkedParagraph } from "./rules";
import type { Answer, GoalNow } from "./shapes";

type Place = { clauseId: ClauseId; centerId: CenterId };

/** What coverage of one hearing is computed from, as rows say it now, of whatever version's clauses. */
export type Ground = {
  assigned: (Place & { deadline: string })[];
  answers: (Place & { answer: Answer })[];
  goals: (Place & GoalNow)[];
  isAssessment: boolean;
  /** Whose the tasks of centers that have closed are here. [H56] */
  handedOver?: HandedOver[];
  linked: LinkedParagraph[];
  looks: Place[];
  /** What was still owed on the morning after its day. [H16] */
  missed: (Place & { deadline: string })[];
  /** Paragraphs linked to the whole of a version. */
  whole: { sourceId: string; centerId: CenterId; blockId: string }[];
};

/** What has to be known of a hearing before its coverage is read; `handedOver`: whose its closed centers' tasks are here. [H56] */
export type Headed = { id: ConsultationId; kind: ConsultationKind; handedOver?: readonly HandedOver[] };

/** What is read of links: of one hearing its paragraphs in their order, of many only whether there is text. */
type Reading = { links: "in-order" | "counted" };

/** Three queries, whatever the number of hearings, clauses and centers. [C1] */
export async function coverageGrounds(
  db: Queryable,
  consultationIds: readonly ConsultationId[],
  reading: Reading = { links: "in-order" },
): Promise<Map<ConsultationId, Ground>> {
  if (consultationIds.length === 0) return new Map();
  return groundsOf(db, await headed(db, consultationIds), reading);
}

/** The same of hearings of which so much is known: two queries. */
export async function groundsOf(
  db: Queryable,
  hearings: readonly Headed[],
  { links }: Reading = { links: "in-order" },
): Promise<Map<ConsultationId, Ground>> {
  const grounds = new Map(hearings.map((one) => [one.id, empty(one)]));
  if (grounds.size === 0) return grounds;
  const ids = [...grounds.keys()];
  const [given, linked] = await Promise.all([
    givenRows(db, ids),
    links === "counted" ? countedLinks(db, ids) : linkRows(db, ids),
  ]);
  for (const { consultationId, ...row } of given) addGiven(grounds.get(consultationId), row);
  for (const { consultationId, targetKind, targetId, centerId, blockId, isEmpty } of linked) {
    const ground = grounds.get(consultationId);
    if (targetKind === "source") ground?.whole.push({ sourceId: targetId, centerId, blockId });
    else
      for (const clauseId of idsIn<ClauseId>(targetId)) ground?.linked.push({ clauseId, centerId, blockId, isEmpty });
  }
  return grounds;
}

function empty({ kind, handedOver }: Headed): Ground {
  const rows = { assigned: [], answers: [], goals: [], linked: [], looks: [], missed: [], whole: [] };
  return { ...rows, isAssessment: isAboutGoals(kind), ...(handedOver ? { handedOver: [...handedOver] } : {}) };
}

async function headed(db: Queryable, ids: readonly ConsultationId[]): Promise<Headed[]> {
  const { id, kind } = consultation;
  const rows = await db
    .select({ id, kind, handed: handedIn })
    .from(consultation)
    .where(inArray(id, [...ids]));
  return rows.map(({ handed, ...one }) => ({ ...one, handedOver: lastOf(handed) }));
}

/** As `consultation` has it in the statement around it. */
export const handedIn = sql<HandedOver[]>`(
  select coalesce(json_agg(json_build_object('from', h.center_id, 'to', h.successor_id)), '[]')
  from center_handover h where h.consultation_id = consultation.id)`;

type GivenRow = Omit<Awaited<ReturnType<typeof givenRows>>[number], "consultationId">;

function addGiven(ground: Ground | undefined, { clauseIds, centerId, deadline, answer: said, goal, missed }: GivenRow) {
  if (!ground) return;
  for (const clauseId of idsIn<ClauseId>(clauseIds))
    if (deadline) ground.assigned.push({ clauseId, centerId, deadline });
    else if (said) ground.answers.push({ clauseId, centerId, answer: said });
    else if (goal) ground.goals.push({ clauseId, centerId, ...goal });
    else if (missed) ground.missed.push({ clauseId, centerId, deadline: missed });
    else ground.looks.push({ clauseId, centerId });
}

/** Of each row but one of these is said; of a second look none. */
const NOTHING = {
  deadline: sql<string | null>`null::date`,
  answer: sql<Answer | null>`null`,
  goal: sql<GoalNow | null>`null::json`,
  missed: sql<string | null>`null::date`,
};

/**
 * What centers have been given (of a text in which nobody has, no cell could be a hole), have answered, how far they are with
 * goals, what they missed, and where they have looked again. A row for each center and day, each center and answer.
 */
function givenRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId, deadline } = assignment;
  return db
    .select({
      ...{ consultationId, centerId, clauseIds: together(clauseId) },
      ...{ ...NOTHING, deadline: sql<string | null>`${deadline}` },
    })
    .from(assignment)
    .where(inArray(consultationId, ids))
    .groupBy(consultationId, centerId, deadline)
    .unionAll(answerRows(db, ids))
    .unionAll(lookRows(db, ids))
    .unionAll(goalRows(db, ids))
    .unionAll(missedRows(db, ids));
}

function answerRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId } = answer;
  return db
    .select({
      ...{ consultationId, centerId, clauseIds: together(clauseId) },
      ...{ ...NOTHING, answer: sql<Answer | null>`${answer.answer}` },
    })
    .from(answer)
    .where(inArray(consultationId, ids))
    .groupBy(consultationId, centerId, answer.answer);
}

function lookRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId } = secondLook;
  return db
    .select({ ...{ consultationId, centerId, clauseIds: together(clauseId) }, ...NOTHING })
    .from(secondLook)
    .where(inArray(consultationId, ids))
    .groupBy(consultationId, centerId);
}

function missedRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId, deadline } = missedDeadline;
  return db
    .select({
      ...{ consultationId, centerId, clauseIds: together(clauseId) },
      ...{ ...NOTHING, missed: sql<string | null>`${deadline}` },
    })
    .from(missedDeadline)
    .where(inArray(consultationId, ids))
    .groupBy(consultationId, centerId, deadline);
}

/** Of each center and goal what was said last; what was taken back is nothing. [M2] */
function goalRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId, seq, status, nextStep, due } = goalStatus;
  const last = db
    .select({ seq: sql<number>`max(${seq})` })
    .from(goalStatus)
    .where(inArray(consultationId, ids))
    .groupBy(consultationId, clauseId, centerId);
  const goal = sql<GoalNow | null>`json_build_object('status', ${status}, 'nextStep', ${nextStep}, 'due', ${due})`;
  return db
    .select({ ...{ consultationId, centerId, clauseIds: sql<string>`${clauseId}::text` }, ...{ ...NOTHING, goal } })
    .from(goalStatus)
    .where(and(inArray(seq, last), isNotNull(status)));
}

const IS_EMPTY = sql<boolean>`${paragraph.text} !~ '\\S'`;
const isLinking = and(eq(paragraph.documentId, paragraphLink.documentId), eq(paragraph.blockId, paragraphLink.blockId));

function linkRows(db: Queryable, ids: ConsultationId[]) {
  return db
    .select({
      consultationId: response.consultationId,
      targetKind: paragraphLink.targetKind,
      targetId: sql<string>`${paragraphLink.targetId}`,
      centerId: sql<CenterId>`${paragraphLink.centerId}`,
      blockId: paragraphLink.blockId,
      isEmpty: IS_EMPTY,
    })
    .from(paragraphLink)
    .innerJoin(response, eq(response.documentId, paragraphLink.documentId))
    .innerJoin(paragraph, isLinking)
    .where(inArray(response.consultationId, ids))
    .orderBy(asc(paragraph.position));
}

/** What is linked to clauses, and whether there is text; by which paragraph is nothing to who only counts. */
function countedLinks(db: Queryable, ids: ConsultationId[]) {
  return db
    .select({
      consultationId: response.consultationId,
      targetKind: paragraphLink.targetKind,
      targetId: sql<string>`string_agg(distinct ${paragraphLink.targetId}::text, ' ')`,
      centerId: sql<CenterId>`${paragraphLink.centerId}`,
      blockId: sql<string>`''`,
      isEmpty: IS_EMPTY.as("is_empty"),
    })
    .from(paragraphLink)
    .innerJoin(response, eq(response.documentId, paragraphLink.documentId))
    .innerJoin(paragraph, isLinking)
    .where(and(inArray(response.consultationId, ids), eq(paragraphLink.targetKind, "clause")))
    .groupBy(response.consultationId, paragraphLink.targetKind, paragraphLink.centerId, sql`is_empty`);
}

/** The versions of these hearings in which something stands that was said or given of an earlier one: mostly none. */
export async function versionsToCarryTo(db: Queryable, ids: readonly ConsultationId[]): Promise<SourceVersionId[]> {
  if (ids.length === 0) return [];
  const isAsked = (column: AnyPgColumn) => inArray(column, [...ids]);
  const used = sql`(
    select ${assignment.consultationId} as id, ${assignment.clauseId} as clause_id from ${assignment}
      where ${isAsked(assignment.consultationId)}
    union select ${answer.consultationId}, ${answer.clauseId} from ${answer} where ${isAsked(answer.consultationId)}
    union select ${goalStatus.consultationId}, ${goalStatus.clauseId} from ${goalStatus}
      where ${isAsked(goalStatus.consultationId)}
    union select ${response.consultationId}, ${paragraphLink.targetId} from ${paragraphLink}
      join ${response} on ${response.documentId} = ${paragraphLink.documentId}
      where ${isAsked(response.consultationId)})`;
  const rows = await db
    .selectDistinct({ versionId: consultation.versionId })
    .from(consultation)
    .innerJoin(sql`${used} used`, sql`used.id = ${consultation.id}`)
    .innerJoin(clause, sql`${clause.id} = used.clause_id`)
    .where(or(ne(clause.versionId, consultation.versionId), isNotNull(clause.joinedIntoId)));
  return rows.map(({ versionId }) => versionId);
}
