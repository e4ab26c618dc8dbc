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
import { type HandedOver, handedOverIn } from "./handed-over";
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

/** Four queries, whatever the number of hearings, clauses and centers. [C1] */
export async function coverageGrounds(
  db: Queryable,
  consultationIds: readonly ConsultationId[],
): Promise<Map<ConsultationId, Ground>> {
  const grounds = new Map<ConsultationId, Ground>(consultationIds.map((id) => [id, empty()]));
  if (grounds.size === 0) return grounds;
  const ids = [...consultationIds];
  for (const { consultationId, kind, clauseIds, centerId, deadline } of await assignedRows(db, ids)) {
    const ground = grounds.get(consultationId);
    if (!ground) continue;
    ground.isAssessment = isAboutGoals(kind);
    for (const clauseId of idsIn<ClauseId>(clauseIds)) ground.assigned.push({ clauseId, centerId, deadline });
  }
  for (const { consultationId, clauseIds, centerId, answer: said, goal, missed } of await saidRows(db, ids)) {
    const ground = grounds.get(consultationId);
    for (const clauseId of idsIn<ClauseId>(clauseIds))
      if (said) ground?.answers.push({ clauseId, centerId, answer: said });
      else if (goal) ground?.goals.push({ clauseId, centerId, ...goal });
      else if (missed) ground?.missed.push({ clauseId, centerId, deadline: missed });
      else ground?.looks.push({ clauseId, centerId });
  }
  for (const row of await linkRows(db, ids)) {
    const { consultationId, targetKind, targetId, centerId, blockId, isEmpty } = row;
    const ground = grounds.get(consultationId);
    if (targetKind === "source") ground?.whole.push({ sourceId: targetId, centerId, blockId });
    else ground?.linked.push({ clauseId: targetId, centerId, blockId, isEmpty });
  }
  for (const [id, handed] of await handedOverIn(db, ids)) Object.assign(grounds.get(id) ?? {}, { handedOver: handed });
  return grounds;
}

function empty(): Ground {
  return { assigned: [], answers: [], goals: [], isAssessment: false, linked: [], looks: [], missed: [], whole: [] };
}

/** Of a text in which nobody has been given anything, no cell could be a hole. A row for each center and day. */
function assignedRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId, deadline } = assignment;
  return db
    .select({ consultationId, centerId, deadline, kind: consultation.kind, clauseIds: together(clauseId) })
    .from(assignment)
    .innerJoin(consultation, eq(consultation.id, consultationId))
    .where(inArray(assignment.consultationId, ids))
    .groupBy(consultationId, centerId, deadline, consultation.kind);
}

/** What centers have answered, how far they are with goals, what they missed, and (with none of these) where they have looked again. */
function saidRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId } = answer;
  const looks = db
    .select({
      consultationId: secondLook.consultationId,
      centerId: secondLook.centerId,
      clauseIds: together(secondLook.clauseId),
      answer: sql<Answer | null>`null`,
      goal: sql<GoalNow | null>`null`,
      missed: sql<string | null>`null`,
    })
    .from(secondLook)
    .where(inArray(secondLook.consultationId, ids))
    .groupBy(secondLook.consultationId, secondLook.centerId);
  return db
    .select({
      consultationId,
      centerId,
      clauseIds: together(clauseId),
      answer: sql<Answer | null>`${answer.answer}`,
      goal: sql<GoalNow | null>`null::json`,
      missed: sql<string | null>`null::date`,
    })
    .from(answer)
    .where(inArray(consultationId, ids))
    .groupBy(consultationId, centerId, answer.answer)
    .unionAll(looks)
    .unionAll(goalRows(db, ids))
    .unionAll(missedRows(db, ids));
}

function missedRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId, deadline } = missedDeadline;
  return db
    .select({
      consultationId,
      centerId,
      clauseIds: together(clauseId),
      answer: sql<Answer | null>`null`,
      goal: sql<GoalNow | null>`null`,
      missed: sql<string | null>`${deadline}`,
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
  return db
    .select({
      consultationId,
      centerId,
      clauseIds: sql<string>`${clauseId}::text`,
      answer: sql<Answer | null>`null`,
      goal: sql<GoalNow | null>`json_build_object('status', ${status}, 'nextStep', ${nextStep}, 'due', ${due})`,
      missed: sql<string | null>`null`,
    })
    .from(goalStatus)
    .where(and(inArray(seq, last), isNotNull(status)));
}

function linkRows(db: Queryable, ids: ConsultationId[]) {
  return db
    .select({
      consultationId: response.consultationId,
      targetKind: paragraphLink.targetKind,
      targetId: sql<ClauseId>`${paragraphLink.targetId}`,
      centerId: sql<CenterId>`${paragraphLink.centerId}`,
      blockId: paragraphLink.blockId,
      isEmpty: sql<boolean>`${paragraph.text} !~ '\\S'`,
    })
    .from(paragraphLink)
    .innerJoin(response, eq(response.documentId, paragraphLink.documentId))
    .innerJoin(
      paragraph,
      and(eq(paragraph.documentId, paragraphLink.documentId), eq(paragraph.blockId, paragraphLink.blockId)),
    )
    .where(inArray(response.consultationId, ids))
    .orderBy(asc(paragraph.position));
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
