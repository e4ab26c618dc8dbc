import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, ClauseId, ConsultationId } from "../../db/ids";
import { answer, assignment, paragraph, paragraphLink, response } from "../../db/schema";
import type { LinkedParagraph } from "./rules";
import type { Answer } from "./shapes";

type Place = { clauseId: ClauseId; centerId: CenterId };

/** What coverage of one hearing is computed from, as rows say it now. */
export type Ground = {
  assigned: (Place & { deadline: string })[];
  answers: (Place & { answer: Answer })[];
  linked: LinkedParagraph[];
  /** Paragraphs linked to the whole source. */
  whole: { sourceId: string; centerId: CenterId; blockId: string }[];
};

/** Three queries, whatever the number of hearings, clauses and centers. [C1] */
export async function coverageGrounds(
  db: Queryable,
  consultationIds: readonly ConsultationId[],
): Promise<Map<ConsultationId, Ground>> {
  const grounds = new Map<ConsultationId, Ground>(
    consultationIds.map((id) => [id, { assigned: [], answers: [], linked: [], whole: [] }]),
  );
  if (grounds.size === 0) return grounds;
  const ids = [...consultationIds];
  for (const { consultationId, ...given } of await assignedRows(db, ids))
    grounds.get(consultationId)?.assigned.push(given);
  for (const { consultationId, ...said } of await answerRows(db, ids)) grounds.get(consultationId)?.answers.push(said);
  for (const row of await linkRows(db, ids)) {
    const { consultationId, targetKind, targetId, centerId, blockId, isEmpty } = row;
    const ground = grounds.get(consultationId);
    if (targetKind === "source") ground?.whole.push({ sourceId: targetId, centerId, blockId });
    else ground?.linked.push({ clauseId: targetId, centerId, blockId, isEmpty });
  }
  return grounds;
}

function assignedRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId, deadline } = assignment;
  return db
    .select({ consultationId, clauseId, centerId, deadline })
    .from(assignment)
    .where(inArray(assignment.consultationId, ids));
}

function answerRows(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId } = answer;
  return db
    .select({ consultationId, clauseId, centerId, answer: answer.answer })
    .from(answer)
    .where(inArray(answer.consultationId, ids));
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
