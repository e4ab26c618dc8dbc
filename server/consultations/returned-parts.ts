import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { textOf } from "../../app/document-model/document";
import type { Part } from "../../app/document-model/part";
import type { Queryable } from "../../db/client";
import type { CenterId, ConsultationId, DocumentId } from "../../db/ids";
import { goalStatus, paragraph, paragraphLink, person, response, signOff } from "../../db/schema";
import { hasFigures } from "./part-queries";

export type ReturnedPart = { consultationId: ConsultationId; centerId: CenterId; by: string; reason: string };

/**
 * Parts of these centers that their manager has sent back, and that read as they did then: once something is written,
 * linked or said of a goal, it is the manager's turn. By the rows; two queries, the second where any was sent back. [H61]
 */
export async function returnedParts(
  db: Queryable,
  consultationIds: readonly ConsultationId[],
  centerIds: readonly CenterId[],
): Promise<ReturnedPart[]> {
  if (consultationIds.length === 0 || centerIds.length === 0) return [];
  const newest = await newestOf(db, consultationIds, centerIds);
  const returned = newest.filter(({ decision, isSaidSince }) => decision === "returned" && !isSaidSince);
  if (returned.length === 0) return [];
  const rows = await rowsOf(db, returned);
  return returned
    .filter(({ documentId, centerId, part }) => readsAsThen(part, rows.get(documentId) ?? [], centerId))
    .map(({ consultationId, centerId, by, reason }) => ({ consultationId, centerId, by, reason: reason ?? "" }));
}

/** What was last decided of each part; `isSaidSince`: a status or a figure of its center's came after it. */
async function newestOf(db: Queryable, consultations: readonly ConsultationId[], centers: readonly CenterId[]) {
  const { consultationId, documentId } = response;
  const { centerId, decision, part, reason, at, number } = signOff;
  const isStatusSince = sql`exists (select from ${goalStatus} where ${goalStatus.consultationId} = ${consultationId}
    and ${goalStatus.centerId} = ${centerId} and ${goalStatus.setAt} > ${at})`;
  const isSaidSince = sql<boolean>`${isStatusSince} or ${hasFigures(sql`${at}`, sql`${centerId}`)}`;
  const rows = await db
    .selectDistinctOn([signOff.responseId, centerId], {
      consultationId,
      documentId,
      centerId,
      decision,
      part,
      reason,
      by: person.name,
      isSaidSince,
    })
    .from(signOff)
    .innerJoin(response, eq(response.id, signOff.responseId))
    .innerJoin(person, eq(person.id, signOff.by))
    .where(and(inArray(consultationId, [...consultations]), inArray(centerId, [...centers])))
    .orderBy(signOff.responseId, centerId, desc(number));
  // Only `decide` of sign-offs/ writes this column, so what is in it is a part.
  return rows.map((row) => ({ ...row, part: row.part as Part }));
}

type Row = { blockId: string; text: string; centers: string[] };

/** The paragraphs that were in one of the parts, or that one of the centers has linked. */
async function rowsOf(
  db: Queryable,
  returned: readonly { documentId: DocumentId; centerId: CenterId; part: Part }[],
): Promise<Map<DocumentId, Row[]>> {
  const { documentId, blockId, text } = paragraph;
  const centers = sql<string[]>`array(select distinct link.center_id::text from ${paragraphLink} link
    where link.document_id = ${documentId} and link.block_id = ${blockId})`;
  const known = returned.flatMap(({ part }) => part.paragraphs.map(({ id }) => id));
  const linked = sql`exists (select from ${paragraphLink} link where link.document_id = ${documentId}
    and link.block_id = ${blockId} and link.center_id in (${sql.join(
      returned.map(({ centerId }) => sql`${centerId}::uuid`),
      sql`, `,
    )}))`;
  const documents = returned.map((one) => one.documentId);
  const rows = await db
    .select({ documentId, blockId, text, centers })
    .from(paragraph)
    .where(and(inArray(documentId, documents), or(inArray(blockId, known), linked)));
  const found = new Map<DocumentId, Row[]>();
  for (const row of rows) found.set(row.documentId, [...(found.get(row.documentId) ?? []), row]);
  return found;
}

/** Word for word the paragraphs it had, and none more that the center has linked. */
function readsAsThen({ paragraphs }: Part, rows: readonly Row[], centerId: CenterId): boolean {
  const now = new Map(rows.map((row) => [row.blockId, row]));
  const known = new Set(paragraphs.map(({ id }) => id));
  const isNew = rows.some(({ blockId, text, centers }) => {
    return !known.has(blockId) && centers.includes(centerId) && text.trim() !== "";
  });
  return !isNew && paragraphs.every(({ id, said }) => wordsOf(now.get(id)?.text) === wordsOf(textOf(said)));
}

function wordsOf(text: string | undefined): string | undefined {
  return text?.normalize("NFC").toWellFormed();
}
