import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { shortNameIn } from "../../db/guests";
import { type CenterId, type ClauseId, isId } from "../../db/ids";
import {
  center,
  consultation,
  document,
  filing,
  outcome,
  paragraph,
  paragraphLink,
  person,
  response,
  review,
} from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import type { RecordedOutcome } from "../outcomes/shapes";
import { isNewestRound } from "../standing";
import { mayRead, rightsOf, statusOf } from "../standing/rules";
import type { SearchDeps } from "./deps";
import type { Remark } from "./shapes";

export const MAX_ROWS = 500;

/** A remark linked by two centers is one remark of both. [Q5] */
export async function remarks({ db }: SearchDeps, viewer: Viewer, clauseIds: readonly string[]): Promise<Remark[]> {
  return together(viewer, await rowsOf(db, viewer, clauseIds));
}

/** A row for each link, so many at most. */
export async function rowsOf(db: Queryable, viewer: Viewer, clauseIds: readonly string[]) {
  const ids = clauseIds.filter((id) => isId<ClauseId>(id));
  if (!mayRead(viewer) || ids.length === 0) return [];
  const sameBlock = and(
    eq(paragraph.documentId, paragraphLink.documentId),
    eq(paragraph.blockId, paragraphLink.blockId),
  );
  return db
    .select({
      paragraph,
      response,
      consultation,
      round: review,
      filing: { state: filing.state },
      center: sql<string | null>`${shortNameIn(consultation.id)}`,
      clauseId: sql<ClauseId>`${paragraphLink.targetId}`,
      stance: paragraphLink.stance,
      outcome,
      recordedBy: person.name,
    })
    .from(paragraphLink)
    .innerJoin(paragraph, sameBlock)
    .innerJoin(document, and(eq(document.id, paragraph.documentId), ne(document.state, "deleted")))
    .innerJoin(response, eq(response.documentId, paragraph.documentId))
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .leftJoin(center, eq(center.id, sql<CenterId>`${paragraphLink.centerId}`))
    .leftJoin(review, isNewestRound)
    .leftJoin(filing, eq(filing.versionId, review.versionId))
    .leftJoin(outcome, and(eq(outcome.responseId, response.id), eq(outcome.blockId, paragraph.blockId)))
    .leftJoin(person, eq(person.id, outcome.recordedBy))
    .where(
      and(
        eq(paragraphLink.targetKind, "clause"),
        inArray(paragraphLink.targetId, ids),
        eq(response.municipalityId, viewer.municipality.id),
        sql`${paragraph.text} ~ '\\S'`,
      ),
    )
    .orderBy(desc(response.startedAt), asc(response.id), asc(paragraph.position), asc(center.name))
    .limit(MAX_ROWS);
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

export function together(viewer: Viewer, rows: readonly Row[]): Remark[] {
  const found = new Map<string, Remark>();
  for (const row of rows) {
    const key = `${row.response.id}/${row.paragraph.blockId}`;
    const remark = found.get(key) ?? asRemark(viewer, row);
    const said = { center: row.center ?? "", stance: row.stance };
    if (row.center && !remark.centers.includes(row.center)) remark.centers.push(row.center);
    if (row.center && !remark.by.some((one) => one.center === said.center && one.stance === said.stance))
      remark.by.push(said);
    if (!remark.clauseIds.includes(row.clauseId)) remark.clauseIds.push(row.clauseId);
    found.set(key, remark);
  }
  return [...found.values()];
}

function asRemark(viewer: Viewer, row: Row): Remark {
  const { paragraph: said, response: text, consultation: hearing, round, filing: filed } = row;
  const status = statusOf(round, filed);
  return {
    responseId: text.id,
    blockId: said.blockId,
    text: said.text,
    heading: said.heading,
    clauseIds: [],
    centers: [],
    by: [],
    outcome: recordedIn(row),
    mayRecord: rightsOf(viewer, { status, participating: [], deciders: [] }).recordOutcome,
    userKey: hearing.userKey,
    hearing: hearing.title,
    status,
    at: round?.sentAt ?? text.startedAt,
  };
}

/** What the sender made of it, from rows that may have none. */
export function recordedIn(row: Pick<Row, "outcome" | "recordedBy">): RecordedOutcome | null {
  if (!row.outcome) return null;
  const { outcome: made, reason, recordedAt } = row.outcome;
  return { outcome: made, reason, by: row.recordedBy ?? "", at: recordedAt };
}
