import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { GoalStatus } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import { centerNameIn, isOfGuest } from "../../db/guests";
import type { CenterId, ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import { center, clause, consultation, goalStatus, person } from "../../db/schema";
import { isSeenBy } from "../standing";

/** What a center said last of a goal in one assessment. */
export type SaidRow = {
  seq: number;
  consultationId: ConsultationId;
  versionId: SourceVersionId;
  userKey: string;
  title: string;
  clauseId: ClauseId;
  centerId: CenterId;
  /** Named as its hearing names it, a guest's after the host's. [J14] */
  center: string;
  isGuest: boolean;
  status: GoalStatus;
  nextStep: string;
  due: string | null;
  by: string;
  at: Date;
};

/** Whoever asks, or a text that is frozen in its municipality's name. */
type Home = Parameters<typeof isSeenBy>[0];

/**
 * In the order in which it was said; what was taken back is not there. A guest has what was said in their one hearing, and
 * nothing of the host's other years. One query. [J19]
 */
export async function saidRows(db: Queryable, home: Home, which: SQL): Promise<SaidRow[]> {
  const { seq, consultationId, clauseId, centerId, status, nextStep, due, setAt } = goalStatus;
  const last = db
    .select({ seq: sql<number>`max(${seq})` })
    .from(goalStatus)
    .where(which)
    .groupBy(consultationId, clauseId, centerId);
  const { userKey, title, versionId } = consultation;
  const of = consultation.id;
  const named = { center: centerNameIn(of), isGuest: isOfGuest(of), by: person.name };
  const rows = await db
    .select({
      seq,
      consultationId,
      versionId,
      userKey,
      title,
      clauseId,
      centerId,
      status,
      nextStep,
      due,
      at: setAt,
      ...named,
    })
    .from(goalStatus)
    .innerJoin(consultation, eq(consultation.id, consultationId))
    .innerJoin(center, eq(center.id, centerId))
    .innerJoin(person, eq(person.id, goalStatus.setBy))
    .where(and(inArray(seq, last), isNotNull(status), isSeenBy(home)))
    .orderBy(asc(seq));
  return rows.flatMap(({ status: said, ...row }) => (said ? [{ ...row, status: said }] : []));
}

export const inHearing = (id: ConsultationId) => eq(goalStatus.consultationId, id);

export const onClauses = (ids: readonly ClauseId[]) => inArray(goalStatus.clauseId, [...ids]);

export function onVersions(db: Queryable, versionIds: readonly SourceVersionId[]) {
  const own = db
    .select({ id: clause.id })
    .from(clause)
    .where(inArray(clause.versionId, [...versionIds]));
  return inArray(goalStatus.clauseId, own);
}

const byName = new Intl.Collator("da-DK").compare;

/** The host's centers by name, then guests'. [J14] */
export function inOrder(a: Pick<SaidRow, "isGuest" | "center">, b: Pick<SaidRow, "isGuest" | "center">): number {
  return Number(a.isGuest) - Number(b.isGuest) || byName(a.center, b.center);
}
