import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { ClauseId, ConsultationId, SourceVersionId } from "../../db/ids";
import { answer, assignment, consultation, filing, goalStatus, paragraphLink, response, review } from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import { isNewestRound } from "../standing";
import { statusOf } from "../standing/rules";
import type { Hearing, Usage } from "./usage";

/** Hearings on any of these versions that are not yet sent for approval. One query. */
export async function hearingsBeingWritten(
  db: Queryable,
  viewer: Viewer,
  versionIds: readonly SourceVersionId[],
): Promise<Hearing[]> {
  const { id, userKey, title, versionId, staysBeforeId } = consultation;
  const rows = await db
    .select({
      hearing: { id, userKey, title, versionId, staysBeforeId },
      responseId: response.id,
      round: review,
      filing: { state: filing.state },
    })
    .from(consultation)
    .leftJoin(response, eq(response.consultationId, consultation.id))
    .leftJoin(review, isNewestRound)
    .leftJoin(filing, eq(filing.versionId, review.versionId))
    .where(
      and(eq(consultation.municipalityId, viewer.municipality.id), inArray(consultation.versionId, [...versionIds])),
    )
    .orderBy(asc(consultation.userKey));
  return rows.flatMap((row) =>
    row.responseId === null || statusOf(row.round, row.filing) === "writing" ? [row.hearing] : [],
  );
}

/** How far a center is with a goal is an answer of its. [M3] */
function goalPlaces(db: Queryable, ids: ConsultationId[]) {
  const { consultationId, clauseId, centerId } = goalStatus;
  return db.select({ consultationId, clauseId, centerId }).from(goalStatus).where(inArray(consultationId, ids));
}

/** All that is said and given in these hearings. Three queries, whatever the number of clauses. */
export async function usageIn(db: Queryable, consultationIds: readonly ConsultationId[]): Promise<Usage> {
  if (consultationIds.length === 0) return { remarks: [], answers: [], assignments: [] };
  const ids = [...consultationIds];
  const { consultationId, documentId } = response;
  const clauseId = sql<ClauseId>`${paragraphLink.targetId}`;
  const remarks = await db
    .selectDistinct({ consultationId, clauseId, documentId, blockId: paragraphLink.blockId })
    .from(paragraphLink)
    .innerJoin(response, eq(documentId, paragraphLink.documentId))
    .where(and(inArray(consultationId, ids), eq(paragraphLink.targetKind, "clause")));
  const answers = await db
    .select({ consultationId: answer.consultationId, clauseId: answer.clauseId, centerId: answer.centerId })
    .from(answer)
    .where(inArray(answer.consultationId, ids))
    .union(goalPlaces(db, ids));
  const assignments = await db
    .select({
      consultationId: assignment.consultationId,
      clauseId: assignment.clauseId,
      centerId: assignment.centerId,
    })
    .from(assignment)
    .where(inArray(assignment.consultationId, ids));
  return { remarks, answers, assignments };
}
