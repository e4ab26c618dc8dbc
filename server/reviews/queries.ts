import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import type { DocumentId, MunicipalityId, ResponseId, ReviewId, UserId, VersionId } from "../../db/ids";
import {
  delegation,
  documentUpdate,
  documentVersion,
  membership,
  notice,
  person,
  response,
  review,
  reviewRemark,
  reviewStep,
} from "../../db/schema";
import { danishDay } from "../clock";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { delegatesOf } from "../standing";
import { roundState, turnIn } from "../standing/rules";
import type { Candidate } from "./rules";
import type { ReviewRound, ReviewStep } from "./shapes";

/** Everyone who has written in the document since it began. Seeds and repairs are the server's. */
export async function authorsOf(db: Queryable, documentId: DocumentId): Promise<UserId[]> {
  const rows = await db
    .selectDistinct({ userId: documentUpdate.userId })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), inArray(documentUpdate.origin, ["client", "amendment"])));
  return rows.flatMap((row) => (row.userId ? [row.userId] : []));
}

type PersonWithRoles = Candidate & { name: string; title: string };

/** The municipality's active managers, by name, with what they manage. */
export async function managersOf(db: Queryable, viewer: Viewer): Promise<PersonWithRoles[]> {
  const rows = await db
    .select({ person, role: membership.role, centerId: membership.centerId })
    .from(person)
    .innerJoin(membership, and(eq(membership.userId, person.id), eq(membership.role, "manager")))
    .where(and(eq(person.municipalityId, viewer.municipality.id), eq(person.isActive, true)))
    .orderBy(asc(person.name));
  const people = new Map<UserId, PersonWithRoles>();
  for (const { person: one, role, centerId } of rows) {
    const { id, name, title, isActive } = one;
    const held = { role, center: centerId ? { id: centerId } : null };
    people.set(id, { id, name, title, isActive, roles: [...(people.get(id)?.roles ?? []), held] });
  }
  return [...people.values()];
}

const sender = alias(person, "sender");
const reopener = alias(person, "reopener");
const approver = alias(person, "approver");
const substitute = alias(person, "substitute");
const decider = alias(person, "decider");

/** The rounds of a response with their steps, the newest first. `today`: who stands in for the day is named. */
export async function roundsOf(db: Queryable, responseId: ResponseId, today: string): Promise<ReviewRound[]> {
  const rows = await db
    .select({ review, versionNumber: documentVersion.number, sentBy: sender.name, reopenedBy: reopener.name })
    .from(review)
    .innerJoin(documentVersion, eq(documentVersion.id, review.versionId))
    .innerJoin(sender, eq(sender.id, review.sentBy))
    .leftJoin(reopener, eq(reopener.id, review.reopenedBy))
    .where(eq(review.responseId, responseId))
    .orderBy(desc(review.round));
  const ids = rows.map((row) => row.review.id);
  const steps = await stepsNamed(db, ids);
  const remarks = await remarksOf(db, ids);
  const newest = rows[0] ? await standInsOf(db, rows[0].review, steps, today) : [];
  return rows.map(({ review: row, ...names }, index) => {
    const { id, round, versionId, sha256, sentAt, note, cprReason, reopenedAt, reopenReason } = row;
    const told = { sentAt, note, cprReason, reopenedAt, reopenReason };
    const own = steps.filter((step) => step.reviewId === id).map(({ step, ...named }) => ({ step, ...named }));
    const said = remarks.filter(({ reviewId }) => reviewId === id).map(({ blockId, text }) => ({ blockId, text }));
    return {
      ...{ id, round, versionId, sha256, state: roundState(row), ...told, ...names },
      steps: shownSteps(own, roundState(row), index === 0 ? newest : []),
      remarks: said,
    };
  });
}

type NamedStep = Awaited<ReturnType<typeof stepsNamed>>[number];

function stepsNamed(db: Queryable, reviewIds: readonly ReviewId[]) {
  return db
    .select({
      reviewId: reviewStep.reviewId,
      step: reviewStep,
      approver: approver.name,
      substitute: substitute.name,
      decidedBy: decider.name,
    })
    .from(reviewStep)
    .innerJoin(approver, eq(approver.id, reviewStep.approverId))
    .leftJoin(substitute, eq(substitute.id, reviewStep.substituteId))
    .leftJoin(decider, eq(decider.id, reviewStep.decidedBy))
    .where(inArray(reviewStep.reviewId, [...reviewIds]))
    .orderBy(asc(reviewStep.position));
}

function remarksOf(db: Queryable, reviewIds: readonly ReviewId[]) {
  return db
    .select()
    .from(reviewRemark)
    .where(inArray(reviewRemark.reviewId, [...reviewIds]));
}

/** By name, to whom the approver whose turn it is has handed their decisions that day. [A12] */
async function standInsOf(
  db: Queryable,
  round: typeof review.$inferSelect,
  steps: readonly NamedStep[],
  today: string,
): Promise<string[]> {
  const turn = turnIn(steps.filter(({ reviewId }) => reviewId === round.id).map(({ step }) => step));
  if (!turn || roundState(round) !== "waiting") return [];
  const ids = (await delegatesOf(db, [turn.approverId], today)).get(turn.approverId) ?? [];
  return [...(await namesOf(db, ids)).values()];
}

function shownSteps(
  steps: readonly Omit<NamedStep, "reviewId">[],
  state: ReviewRound["state"],
  delegates: readonly string[],
): ReviewStep[] {
  const turn = state === "waiting" ? turnIn(steps.map(({ step }) => step)) : null;
  return steps.map(({ step, ...names }) => {
    const { position, dueDay, isTacit, decision, decidedAt, decidedBy, approverId } = step;
    const open = step === turn ? "turn" : state === "waiting" ? "later" : "dropped";
    return {
      ...{ position, dueDay, isTacit, decidedAt, ...names },
      state: decision ?? open,
      isStandIn: decidedBy !== null && decidedBy !== approverId,
      delegates: step === turn ? [...delegates] : [],
      reason: step.reason,
    };
  });
}

/** Whom the outcome of a round concerns: its sender, the hearing's coordinator, and all who have written in it. */
export async function involved(
  db: Queryable,
  {
    round,
    consultation,
    response,
  }: {
    round: { sentBy: UserId };
    consultation: { coordinatorId: UserId };
    response: { documentId: DocumentId };
  },
): Promise<UserId[]> {
  const authors = await authorsOf(db, response.documentId);
  return [...new Set([round.sentBy, consultation.coordinatorId, ...authors])];
}

export async function namesOf(db: Queryable, ids: readonly UserId[]): Promise<Map<UserId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whose municipality a response is. */
export async function homeOf(db: Queryable, responseId: ResponseId): Promise<MunicipalityId> {
  const where = eq(response.id, responseId);
  const [row] = await db.select({ id: response.municipalityId }).from(response).where(where);
  if (!row) throw new Error(`Expected response ${responseId} to be there; it is not.`);
  return row.id;
}

export type FrozenText = { sha256: string; text: ResponseDocument };

/** A frozen version's text, once its bytes have been found to be those its hash names. [A1] */
export async function frozenText(db: Queryable, versionId: VersionId): Promise<FrozenText> {
  const [version] = await db
    .select({ canonical: documentVersion.canonical, sha256: documentVersion.sha256 })
    .from(documentVersion)
    .where(eq(documentVersion.id, versionId));
  if (!version || sha256(version.canonical) !== version.sha256) throw new Refusal("conflict", "version-damaged");
  // Only freezing writes canonical JSON, so what has its hash has its shape.
  return { sha256: version.sha256, text: JSON.parse(version.canonical) as ResponseDocument };
}

/** The rounds that wait in which this person has a step that nobody has decided. */
export function waitingFor(db: Queryable, approverId: UserId) {
  return db
    .select({ round: review, response })
    .from(review)
    .innerJoin(response, eq(response.id, review.responseId))
    .innerJoin(reviewStep, and(eq(reviewStep.reviewId, review.id), eq(reviewStep.approverId, approverId)))
    .where(and(isNull(reviewStep.decision), isNull(review.decision), isNull(review.reopenedAt)));
}

type Told = { userId: UserId; reviewId: ReviewId; since: Date };

/** Whether this person has been told since then that the round waits for them. */
export async function toldSince(db: Queryable, { userId, reviewId, since }: Told): Promise<boolean> {
  const isIt = and(eq(notice.userId, userId), eq(notice.kind, "approval-waits"), gte(notice.at, since));
  const isOfRound = sql`${notice.about} ->> 'reviewId' = ${reviewId}`;
  const [found] = await db.select({ id: notice.id }).from(notice).where(and(isIt, isOfRound)).limit(1);
  return found !== undefined;
}

/** Until when the one stood in for the other, at some time since then, and does no more; null where that never was so. */
export async function stoodInUntil(
  db: Queryable,
  { fromId, toId, since, today }: { fromId: UserId; toId: UserId; since: string; today: string },
): Promise<string | null> {
  const { lastDay, endedAt, firstDay } = delegation;
  const isTheirs = and(eq(delegation.fromId, fromId), eq(delegation.toId, toId));
  const isOver = or(lt(lastDay, today), isNotNull(endedAt));
  const [found] = await db
    .select({ lastDay, endedAt })
    .from(delegation)
    .where(and(isTheirs, isOver, gte(lastDay, since), lte(firstDay, today)))
    .orderBy(desc(lastDay))
    .limit(1);
  if (!found) return null;
  const ended = found.endedAt && danishDay(found.endedAt);
  return ended && ended < found.lastDay ? ended : found.lastDay;
}
