import { and, count, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, ConsultationId, ResponseId, UserId } from "../../db/ids";
import { commentThread, consultation, planStep, suggestion } from "../../db/schema";
import { STEP_KINDS, type StepKind } from "./plan/templates";

/** How many open comments somebody has been asked to take care of, in each of these texts. */
export async function threadsFor(
  db: Queryable,
  userId: UserId,
  responseIds: readonly ResponseId[],
): Promise<Map<ResponseId, number>> {
  const { responseId, assignedTo, resolvedAt } = commentThread;
  const isOpen = and(inArray(responseId, [...responseIds]), eq(assignedTo, userId), isNull(resolvedAt));
  const rows = await db.select({ responseId, count: count() }).from(commentThread).where(isOpen).groupBy(responseId);
  return new Map(rows.map((row) => [row.responseId, row.count]));
}

/** How many open suggestions of others there are in paragraphs that one of the person's centers there has linked. */
export async function suggestionsFor(
  db: Queryable,
  userId: UserId,
  own: readonly { responseId: ResponseId | null; centerIds: readonly CenterId[] }[],
): Promise<Map<ResponseId, number>> {
  const pairs = own.flatMap(({ responseId: text, centerIds }) =>
    text ? centerIds.map((center) => sql`(${text}::uuid, ${center}::uuid)`) : [],
  );
  if (pairs.length === 0) return new Map();
  const { responseId, by, decision, documentId, base } = suggestion;
  const isOwnPart = sql`exists (
    select from jsonb_array_elements(${base}) block
    join paragraph_link link on link.document_id = ${documentId} and link.block_id = block ->> 'id'
    where (${responseId}, link.center_id) in (${sql.join(pairs, sql`, `)}))`;
  const isOpen = and(isNull(decision), ne(by, userId), isOwnPart);
  const texts = own.flatMap((one) => (one.responseId && one.centerIds.length > 0 ? [one.responseId] : []));
  const rows = await db
    .select({ responseId, count: count() })
    .from(suggestion)
    .where(and(inArray(responseId, texts), isOpen))
    .groupBy(responseId);
  return new Map(rows.map((row) => [row.responseId, row.count]));
}

export type NextStep = { kind: StepKind; day: string; time: string | null; isConfirmed: boolean };

/** The next step of each of these hearings' plans, of those that this coordinator leads; whether anybody has confirmed the plan. */
export async function nextStepsOf(
  db: Queryable,
  userId: UserId,
  consultationIds: readonly ConsultationId[],
  today: string,
): Promise<Map<ConsultationId, NextStep>> {
  const { consultationId, kind, day, time, doneAt } = planStep;
  const isTheirs = eq(consultation.coordinatorId, userId);
  const isConfirmed = sql<boolean>`${consultation.planConfirmedAt} is not null`;
  const rows = await db
    .select({ consultationId, kind, day, time, isConfirmed })
    .from(planStep)
    .innerJoin(consultation, eq(consultation.id, consultationId))
    .where(and(inArray(consultationId, [...consultationIds]), isNull(doneAt), isTheirs));
  // Of a plan that is only proposed, a day that has passed asks for nothing: the first one ahead does. [H62]
  const ahead = rows.filter((row) => row.isConfirmed || row.day >= today);
  const inOrder = ahead.sort((a, b) => STEP_KINDS.indexOf(b.kind) - STEP_KINDS.indexOf(a.kind));
  return new Map(inOrder.map(({ consultationId: id, ...step }) => [id, step]));
}
