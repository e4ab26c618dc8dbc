import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Link } from "../../app/document-model/document";
import { TARGET_KINDS } from "../../app/document-model/proposal";
import type { Queryable } from "../../db/client";
import { shortNameIn } from "../../db/guests";
import {
  type ClauseId,
  type ConsultationId,
  type DocumentId,
  isId,
  type SourceVersionId,
  type UserId,
} from "../../db/ids";
import {
  center,
  clause,
  document,
  documentVersion,
  filing,
  membership,
  person,
  review,
  suggestion,
} from "../../db/schema";
import { roundState } from "../standing/rules";
import type { Extent } from "./reader";
import { colorsOf, initialsOf } from "./rules";
import type { HistoryVersion, Writer } from "./shapes";

export async function extentOf(db: Queryable, documentId: DocumentId): Promise<Extent | null> {
  const { id, epoch, headSeq } = document;
  const [row] = await db.select({ documentId: id, epoch, headSeq }).from(document).where(eq(id, documentId));
  return row ?? null;
}

/** The newest first. */
export async function versionsOf(db: Queryable, { documentId, epoch }: Extent): Promise<HistoryVersion[]> {
  const rows = await db
    .select({ version: documentVersion, round: review, filing: { state: filing.state } })
    .from(documentVersion)
    .leftJoin(review, eq(review.versionId, documentVersion.id))
    .leftJoin(filing, eq(filing.versionId, documentVersion.id))
    .where(and(eq(documentVersion.documentId, documentId), eq(documentVersion.epoch, epoch)))
    .orderBy(desc(documentVersion.number));
  return rows.flatMap(({ version, round, filing: filed }): HistoryVersion[] => {
    const { id, seq, number, frozenAt: at, frozenBy: by, label } = version;
    const common = { id, seq, number, at, by };
    if (version.kind === "named") return [{ ...common, kind: "named", name: label }];
    if (!round) return [];
    const state = filed?.state === "filed" ? "filed" : roundState(round);
    return [{ ...common, kind: "frozen", round: round.round, state }];
  });
}

/** With the center they write for: as contributors, else in whatever they do. */
export async function writersOf(db: Queryable, hearing: ConsultationId, ids: ReadonlySet<UserId>): Promise<Writer[]> {
  if (ids.size === 0) return [];
  const rows = await db
    .select({
      id: person.id,
      name: person.name,
      role: membership.role,
      center: sql<string | null>`${shortNameIn(hearing)}`,
    })
    .from(person)
    .leftJoin(membership, eq(membership.userId, person.id))
    .leftJoin(center, eq(center.id, membership.centerId))
    .where(inArray(person.id, [...ids]))
    .orderBy(asc(person.name), asc(membership.id));
  const colors = colorsOf([...new Set(rows.map(({ id }) => id))]);
  const found = new Map<UserId, Writer & { writes: boolean }>();
  for (const { id, name, role, center: short } of rows) {
    const known = found.get(id);
    const writes = role === "contributor";
    if (known && (known.writes || !writes) && known.center !== "") continue;
    found.set(id, { id, name, center: short ?? "", initials: initialsOf(name), color: colors.get(id) ?? "", writes });
  }
  return [...found.values()].map(({ writes: _, ...writer }) => writer);
}

export type Accepted = { by: UserId; decidedBy: UserId; at: Date };

/** The suggestions that stand in the text, so that their words are named after who made them, too. */
export async function acceptedOf(db: Queryable, documentId: DocumentId): Promise<Accepted[]> {
  const { by, decidedBy, decidedAt, decision } = suggestion;
  const rows = await db
    .select({ by, decidedBy, at: decidedAt })
    .from(suggestion)
    .where(and(eq(suggestion.documentId, documentId), eq(decision, "accepted")));
  return rows.flatMap((row) => (row.decidedBy && row.at ? [{ by: row.by, decidedBy: row.decidedBy, at: row.at }] : []));
}

/** Which of these targets a paragraph may be linked to today: what the hearing's source, or an earlier edition of it, still has. */
export async function linkableIn(
  db: Queryable,
  lineage: ReadonlySet<SourceVersionId>,
  links: readonly Link[],
): Promise<ReadonlySet<string>> {
  const sources: readonly string[] = [...lineage];
  const asked = [...new Set(links.flatMap(({ kind, id }) => (kind === "clause" && isId<ClauseId>(id) ? [id] : [])))];
  const whole = links.flatMap(({ kind, id }) => (kind === "source" && sources.includes(id) ? [id] : []));
  if (asked.length === 0) return new Set(whole);
  const isShown = and(isNull(clause.joinedIntoId), inArray(clause.kind, [...TARGET_KINDS]));
  const rows = await db
    .select({ id: clause.id })
    .from(clause)
    .where(and(inArray(clause.id, asked), inArray(clause.versionId, [...lineage]), isShown));
  return new Set([...whole, ...rows.map(({ id }) => id)]);
}
