import { and, asc, desc, eq, gt, gte, inArray, max, sql } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "../../db/client";
import type { MunicipalityId, ResponseId, VersionId } from "../../db/ids";
import { auditEntry, consultation, documentVersion, filing, response, review } from "../../db/schema";

/** What changes a response for other systems. Each such command has its entry in the trail, in its own transaction. [U2] */
const CHANGES = ["approved", "approved-tacitly", "reopened", "filing-filed"];

export type Change = { responseId: ResponseId; seq: number; at: Date };
type Asked = { after: number; since: Date | null; limit: number; only?: ResponseId };

/**
 * The responses that were ever approved, each at its latest change, the oldest change first. The trail is numbered under
 * the municipality's lock, in the order of commits: whoever goes on from a number misses nothing. [T3]
 */
export async function changesOf(
  db: Queryable,
  municipalityId: MunicipalityId,
  { after, since, limit, only }: Asked,
): Promise<Change[]> {
  const seq = max(auditEntry.seq);
  const approved = db
    .select({ id: sql`${review.responseId}::text` })
    .from(review)
    .innerJoin(response, eq(response.id, review.responseId))
    .where(and(eq(response.municipalityId, municipalityId), eq(review.decision, "approved")));
  const isOurs = and(eq(auditEntry.municipalityId, municipalityId), eq(auditEntry.objectKind, "response"));
  const isChange = and(isOurs, inArray(auditEntry.event, CHANGES), gt(auditEntry.seq, after));
  const isAsked = and(since ? gte(auditEntry.at, since) : undefined, only ? eq(auditEntry.objectId, only) : undefined);
  const rows = await db
    .select({ id: auditEntry.objectId, seq, at: max(auditEntry.at) })
    .from(auditEntry)
    .where(and(isChange, isAsked, inArray(auditEntry.objectId, approved)))
    .groupBy(auditEntry.objectId)
    .orderBy(asc(seq))
    .limit(limit);
  // The trail names responses by their ids; those of rounds are what was compared with.
  return rows.map(({ id, seq: last, at }) => ({ responseId: id as ResponseId, seq: last ?? 0, at: at ?? new Date(0) }));
}

export type ApprovedResponse =
  Awaited<ReturnType<typeof approvedResponses>> extends Map<string, infer One> ? One : never;

/** Each response with its newest approved version, never with the text that is worked on. [T3] */
export async function approvedResponses(db: Queryable, municipalityId: MunicipalityId, ids: readonly ResponseId[]) {
  const rows = await db
    .select({
      response: { id: response.id, title: response.title },
      consultation,
      round: review,
      version: { id: documentVersion.id, number: documentVersion.number, sha256: documentVersion.sha256 },
    })
    .from(response)
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .innerJoin(review, and(eq(review.responseId, response.id), eq(review.decision, "approved")))
    .innerJoin(documentVersion, eq(documentVersion.id, review.versionId))
    .where(and(eq(response.municipalityId, municipalityId), inArray(response.id, [...ids])))
    .orderBy(desc(review.round));
  const newest = new Map<ResponseId, (typeof rows)[number]>();
  for (const row of rows) if (!newest.has(row.response.id)) newest.set(row.response.id, row);
  const filings = await filingsOf(
    db,
    [...newest.values()].map(({ version }) => version.id),
  );
  return new Map([...newest].map(([id, row]) => [id, { ...row, filing: filings.get(row.version.id) ?? null }]));
}

const Receipt = z.object({ documentNumber: z.string() });

async function filingsOf(db: Queryable, versionIds: readonly VersionId[]) {
  const rows = await db
    .select()
    .from(filing)
    .where(and(inArray(filing.versionId, [...versionIds]), eq(filing.state, "filed")));
  return new Map(
    rows.map(({ versionId, state, receipt, filedAt, metadata }) => {
      const { documentNumber } = Receipt.parse(receipt);
      const { caseNumber } = z.object({ caseNumber: z.string() }).parse(metadata);
      return [versionId, { state, documentNumber, caseNumber, filedAt }];
    }),
  );
}

/** A version of this response that was approved once, with its frozen document. [X12] */
export async function approvedVersion(db: Queryable, responseId: ResponseId, versionId: VersionId) {
  const isIt = and(eq(review.responseId, responseId), eq(review.versionId, versionId), eq(review.decision, "approved"));
  const [found] = await db
    .select({
      number: documentVersion.number,
      sha256: documentVersion.sha256,
      canonical: documentVersion.canonical,
      approved: review.sha256,
    })
    .from(documentVersion)
    .innerJoin(review, isIt)
    .where(eq(documentVersion.id, versionId));
  return found ?? null;
}
