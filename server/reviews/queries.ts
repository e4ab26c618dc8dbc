import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import type { DocumentId, ResponseId, UserId, VersionId } from "../../db/ids";
import { documentUpdate, documentVersion, membership, person, review } from "../../db/schema";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { roundState } from "../standing/rules";
import type { Candidate } from "./rules";
import type { ReviewRound } from "./shapes";

/** Everyone who has written in the document since it began. Seeds and repairs are the server's. */
export async function authorsOf(db: Queryable, documentId: DocumentId): Promise<UserId[]> {
  const rows = await db
    .selectDistinct({ userId: documentUpdate.userId })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), eq(documentUpdate.origin, "client")));
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
const approver = alias(person, "approver");
const decider = alias(person, "decider");
const reopener = alias(person, "reopener");

/** The rounds of a response, the newest first. */
export async function roundsOf(db: Queryable, responseId: ResponseId): Promise<ReviewRound[]> {
  const rows = await db
    .select({
      review,
      versionNumber: documentVersion.number,
      sentBy: sender.name,
      approver: approver.name,
      decidedBy: decider.name,
      reopenedBy: reopener.name,
    })
    .from(review)
    .innerJoin(documentVersion, eq(documentVersion.id, review.versionId))
    .innerJoin(sender, eq(sender.id, review.sentBy))
    .innerJoin(approver, eq(approver.id, review.approverId))
    .leftJoin(decider, eq(decider.id, review.decidedBy))
    .leftJoin(reopener, eq(reopener.id, review.reopenedBy))
    .where(eq(review.responseId, responseId))
    .orderBy(desc(review.round));
  return rows.map(({ review: row, ...names }) => {
    const { id, round, versionId, sha256, sentAt, note, decidedAt, reason, reopenedAt, reopenReason } = row;
    const told = { sentAt, note, decidedAt, reason, reopenedAt, reopenReason };
    return { id, round, versionId, sha256, state: roundState(row), ...told, ...names };
  });
}

export type FrozenText = { sha256: string; text: ResponseDocument };

/** A frozen version's text, once its bytes have been found to be those its hash names. [A1] */
export async function frozenText(db: Queryable, versionId: VersionId): Promise<FrozenText> {
  const [version] = await db
    .select({ canonical: documentVersion.canonical, sha256: documentVersion.sha256 })
    .from(documentVersion)
    .where(eq(documentVersion.id, versionId));
  if (!version || sha256(version.canonical) !== version.sha256) throw new Refusal("conflict", "version-damaged");
  return { sha256: version.sha256, text: textIn(version.canonical) };
}

/** Only freezing writes canonical JSON, so what has its hash has its shape. */
export function textIn(canonical: string): ResponseDocument {
  return JSON.parse(canonical) as ResponseDocument;
}
