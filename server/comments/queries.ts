import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Words } from "../../app/document-model/comment-anchors";
import type { Queryable } from "../../db/client";
import { isGuestIn, shortNameIn } from "../../db/guests";
import { isId, type ResponseId, type UserId } from "../../db/ids";
import { comment, commentThread, consultation, document, person, response } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { isSeenBy } from "../standing";
import { mentionedIn } from "./rules";
import type { PersonRow, ThreadRow, Unsolved } from "./shapes";

/** How far a response's comments have come: grows with every command, and turns when the text is locked or opened. */
export async function stampOf(db: Queryable, viewer: Viewer, responseId: string): Promise<string> {
  const [row] = isId<ResponseId>(responseId)
    ? await db
        .select({
          state: document.state,
          revisions: sql<string>`(select coalesce(sum(${commentThread.revision}), 0) from ${commentThread}
            where ${commentThread.responseId} = ${response.id})`,
        })
        .from(response)
        .innerJoin(document, eq(document.id, response.documentId))
        .innerJoin(consultation, eq(consultation.id, response.consultationId))
        .where(and(eq(response.id, responseId), isSeenBy(viewer)))
    : [];
  if (!row) throw notFound();
  return `${row.revisions}.${row.state}`;
}

/** Every thread of a response with its comments, in the order they were started and said. */
export async function threadsOf(db: Queryable, responseId: ResponseId): Promise<ThreadRow[]> {
  const rows = await db
    .select()
    .from(commentThread)
    .where(eq(commentThread.responseId, responseId))
    .orderBy(asc(commentThread.startedAt), asc(commentThread.id));
  const ids = rows.map(({ id }) => id);
  const said = await db
    .select()
    .from(comment)
    .where(inArray(comment.threadId, ids))
    .orderBy(asc(comment.at), asc(comment.id));
  return rows.map((row) => {
    const { id, clauseId, blockId, quote, place, startedBy, startedAt, assignedTo, mustBeSolved } = row;
    const { resolvedBy, resolvedAt } = row;
    const more = furtherOf(row);
    const comments = said
      .filter(({ threadId }) => threadId === id)
      .map(({ id, by, at, text, editedAt, removedAt }) => {
        return { id, by, at, text, editedAt, isTakenBack: removedAt !== null };
      });
    const resolved = resolvedBy && resolvedAt ? { by: resolvedBy, at: resolvedAt } : null;
    const put = { id, clauseId, blockId, quote, place, more, startedBy, startedAt };
    return { ...put, assignedTo, mustBeSolved, resolved, comments };
  });
}

/** What we wrote ourselves, judged when it came in (forms.ts). */
export const furtherOf = ({ more }: { more: unknown }) => more as Words[];

/** Everybody who wrote, solved, was given or is mentioned in the threads, also those who are no longer here. */
export async function peopleIn(
  db: Queryable,
  responseId: ResponseId,
  threads: readonly ThreadRow[],
): Promise<PersonRow[]> {
  const ids = threads.flatMap(({ startedBy, assignedTo, resolved, comments }) => [
    startedBy,
    ...(assignedTo ? [assignedTo] : []),
    ...(resolved ? [resolved.by] : []),
    ...comments.flatMap(({ by, text }) => [by, ...mentionedIn(text)]),
  ]);
  const rows = await db
    .select({ id: person.id, name: person.name, center: centerOf(responseId) })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]));
  return rows;
}

/** The short name of a person's center; whoever has several stands under the first by name. */
function centerOf(responseId: ResponseId): SQL<string | null> {
  return sql`(select min(${shortNameIn(hearingOf(responseId))}) from membership m
    join center on center.id = m.center_id where m.user_id = person.id)`;
}

function hearingOf(responseId: ResponseId): SQL {
  return sql`(select consultation_id from response where id = ${responseId})`;
}

/** Active people of the municipality who read hearings. [D10] */
const isReader = sql`exists (select 1 from membership m where m.user_id = person.id
  and m.role not in ('auditor', 'administrator'))`;

const MOST = 8;

/**
 * Who can be mentioned or given something in that text: who reads hearings at home, and guests of this one. A guest finds of
 * the host's people those who lead hearings or are of a center that takes part. [J12] [J17]
 */
function isAround(viewer: Viewer, responseId: ResponseId): SQL | undefined {
  const hearing = hearingOf(responseId);
  const takesPart = sql`exists (select from membership m where m.user_id = person.id and (m.role = 'coordinator'
    or m.center_id in (select a.center_id from assignment a where a.consultation_id = ${hearing})))`;
  const isAtHome = and(eq(person.municipalityId, viewer.municipality.id), viewer.guest ? takesPart : undefined);
  return and(eq(person.isActive, true), isReader, or(isAtHome, isGuestIn(hearing, person.id)));
}

/** Each word must begin a word of the name or of a center of theirs. */
export async function peopleCalled(
  db: Queryable,
  viewer: Viewer,
  responseId: ResponseId,
  query: string,
): Promise<PersonRow[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST);
  const called = sql`lower(' ' || person.name || ' ' || coalesce((select string_agg(c.short_name || ' ' || c.name, ' ')
    from membership m join center c on c.id = m.center_id where m.user_id = person.id), ''))`;
  return db
    .select({ id: person.id, name: person.name, center: centerOf(responseId) })
    .from(person)
    .where(and(isAround(viewer, responseId), ...words.map((word) => sql`strpos(${called}, ${` ${word}`}) > 0`)))
    .orderBy(asc(person.name))
    .limit(MOST);
}

/** Which of them can be mentioned or given something. */
export async function knownAmong(
  db: Queryable,
  viewer: Viewer,
  responseId: ResponseId,
  ids: readonly UserId[],
): Promise<Set<UserId>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, [...ids]), isAround(viewer, responseId)));
  return new Set(rows.map(({ id }) => id));
}

/** The open threads marked "skal løses", in the order they were started. [A15] */
export async function unsolvedIn(db: Queryable, responseId: ResponseId): Promise<Unsolved[]> {
  const { id: threadId, blockId, quote } = commentThread;
  return db
    .select({ threadId, blockId, quote })
    .from(commentThread)
    .where(
      and(
        eq(commentThread.responseId, responseId),
        eq(commentThread.mustBeSolved, true),
        isNull(commentThread.resolvedAt),
      ),
    )
    .orderBy(asc(commentThread.startedAt));
}
