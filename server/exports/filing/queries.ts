import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import { type FilingId, isId, type ResponseId, type UserId } from "../../../db/ids";
import { consultation, documentVersion, filing, filingAttempt, person, response, review } from "../../../db/schema";
import type { Viewer } from "../../identity/viewer";
import { isNewestRound, type matterOfResponse } from "../../standing";
import { roundState } from "../../standing/rules";
import type { Earlier } from "./port";
import { KeptReceipt } from "./receipt";

export type Matter = Awaited<ReturnType<typeof matterOfResponse>>;

/** The version that stands approved now: that of the newest round, if it was approved and not reopened. [F7] */
export async function approvedVersion(db: Queryable, { round }: Pick<Matter, "round">) {
  if (!round || roundState(round) !== "approved" || !round.decidedAt) return null;
  const [found] = await db
    .select({ versionId: documentVersion.id, number: documentVersion.number, sha256: documentVersion.sha256 })
    .from(documentVersion)
    .where(eq(documentVersion.id, round.versionId));
  if (!found) return null;
  if (found.sha256 !== round.sha256)
    throw new Error(`Expected version ${found.versionId} to be the one approved; its hash is another.`);
  return { ...found, approvedBy: await signerOf(db, round.decidedBy), approvedAt: round.decidedAt };
}

/** Nobody has signed what was approved tacitly. [A11] */
async function signerOf(db: Queryable, decidedBy: UserId | null): Promise<string | null> {
  if (!decidedBy) return null;
  const [approver] = await db.select({ name: person.name }).from(person).where(eq(person.id, decidedBy));
  return approver?.name ?? "";
}

const columns = { filing, requestedByName: person.name };

/** The filings of a response, the newest first. */
export async function filingsOf(db: Queryable, responseId: ResponseId) {
  const rows = await db
    .select(columns)
    .from(filing)
    .innerJoin(person, eq(person.id, filing.requestedBy))
    .where(eq(filing.responseId, responseId));
  return rows.sort((a, b) => b.filing.requestedAt.getTime() - a.filing.requestedAt.getTime());
}

export function attemptsOf(db: Queryable, filingId: FilingId) {
  return db.select().from(filingAttempt).where(eq(filingAttempt.filingId, filingId)).orderBy(asc(filingAttempt.number));
}

/** The filing with its municipality, its row locked until the transaction ends. */
export async function lockedFiling(tx: Queryable, filingId: string) {
  if (!isId<FilingId>(filingId)) return null;
  const [found] = await tx
    .select({ filing, municipalityId: response.municipalityId })
    .from(filing)
    .innerJoin(response, eq(response.id, filing.responseId))
    .where(eq(filing.id, filingId))
    .for("update", { of: filing });
  return found ?? null;
}

/** A filing of the viewer's municipality, locked; null for any other. [D2] */
export async function lockedFilingFor(tx: Queryable, viewer: Viewer, filingId: string) {
  const found = await lockedFiling(tx, filingId);
  return found?.municipalityId === viewer.municipality.id ? found.filing : null;
}

/** What this filing follows in the same case system: the text as it was filed before it was last reopened. [F13] */
export async function earlierFiling(db: Queryable, row: typeof filing.$inferSelect): Promise<Earlier | null> {
  const isOfSameText = and(eq(filing.responseId, row.responseId), ne(filing.id, row.id));
  const [found] = await db
    .select({ id: filing.id, receipt: filing.receipt })
    .from(filing)
    .where(and(isOfSameText, eq(filing.adapter, row.adapter), eq(filing.state, "filed")))
    .orderBy(desc(filing.requestedAt))
    .limit(1);
  return found ? { clientId: found.id, documentNumber: KeptReceipt.parse(found.receipt).documentNumber } : null;
}

type Approval = Pick<typeof filing.$inferSelect, "responseId" | "versionId">;

/** Whether the filing's version is still the approved one; the hearing is locked, so reopening comes before or after. [F9] */
export async function standsApproved(tx: Queryable, { responseId, versionId }: Approval): Promise<boolean> {
  const isOfIt = eq(response.id, responseId);
  await tx
    .select({ id: consultation.id })
    .from(consultation)
    .innerJoin(response, eq(response.consultationId, consultation.id))
    .where(isOfIt)
    .for("no key update", { of: consultation });
  const [round] = await tx
    .select({ versionId: review.versionId, decision: review.decision, reopenedAt: review.reopenedAt })
    .from(review)
    .innerJoin(response, eq(response.id, review.responseId))
    .where(and(isOfIt, isNewestRound));
  return round?.versionId === versionId && roundState(round) === "approved";
}
