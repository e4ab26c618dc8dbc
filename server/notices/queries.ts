import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Queryable } from "../../db/client";
import { centerNameIn, isGuestIn, isOfGuest } from "../../db/guests";
import type { MunicipalityId, NoticeId, ResponseId, UserId } from "../../db/ids";
import {
  center,
  commentThread,
  consultation,
  delegation,
  membership,
  notice,
  noticeChoice,
  person,
  response,
  review,
  reviewStep,
  signOff,
  suggestion,
  webhook,
} from "../../db/schema";
import { danishDay } from "../clock";
import { isDay } from "../deadline";
import type { Viewer } from "../identity/viewer";
import { kindsFor, MAIL_BY_DEFAULT } from "./rules";
import { type About, NOTICE_KINDS, type NoticeKind, type NoticeRow, type Unread, type Wishes } from "./shapes";

const actor = alias(person, "actor");

/** An id that a notice is about; null where there is none, or none that could be one. */
function aboutId(name: keyof About): SQL {
  const value = sql`${notice.about} ->> ${sql.raw(`'${name}'`)}`;
  return sql`case when ${value} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${value})::uuid end`;
}

/** Whether this person has a step of the round that is not decided, or stands in for somebody who has. [A10] [A12] */
function mayStillDecide(today: string): SQL {
  const standsIn = sql`exists (select from ${delegation} where ${delegation.fromId} = ${reviewStep.approverId}
    and ${delegation.toId} = ${notice.userId} and ${delegation.endedAt} is null
    and ${delegation.firstDay} <= ${today} and ${delegation.lastDay} >= ${today})`;
  return sql`exists (select from ${reviewStep} where ${reviewStep.reviewId} = ${aboutId("reviewId")}
    and ${reviewStep.decision} is null
    and (${notice.userId} in (${reviewStep.approverId}, ${reviewStep.substituteId}) or ${standsIn}))`;
}

/** Of several reminders of one deadline the latest is the one that waits. [N13] */
const isRemindedAgain = sql`exists (select from ${notice} later where later.user_id = ${notice.userId}
  and later.kind = ${notice.kind} and later.consultation_id = ${notice.consultationId}
  and later.about ->> 'centerId' is not distinct from ${notice.about} ->> 'centerId' and later.at > ${notice.at})`;

/** What waited for this person and does not wait any more, without their ever having opened it. [N2] */
const isOver = (now: Date) => sql<boolean>`case
  when ${notice.kind} = 'approval-waits' then
    exists (select from ${review} where ${review.id} = ${aboutId("reviewId")}
      and (${review.decision} is not null or ${review.reopenedAt} is not null or not ${mayStillDecide(danishDay(now))}))
    or exists (select from ${reviewStep} where ${reviewStep.reviewId} = ${aboutId("reviewId")}
      and ${reviewStep.decidedAt} > ${notice.at})
  when ${notice.kind} = 'sign-off-lapsed' then
    exists (select from ${signOff} where ${signOff.responseId} = ${notice.responseId}
      and ${signOff.centerId} = ${aboutId("centerId")} and ${signOff.at} > ${notice.at})
  when ${notice.kind} in ('deadline-near', 'external-deadline-near') then
    ${notice.about} ->> 'day' < ${danishDay(now)} or ${isRemindedAgain}
  when ${notice.kind} = 'webhook-paused' then
    not exists (select from ${webhook} where ${webhook.id} = ${notice.webhookId}
      and ${webhook.removedAt} is null and ${webhook.pausedAt} <= ${notice.at})
  when ${notice.kind} = 'invited' then
    not exists (select from invitation asked where asked.consultation_id = ${notice.consultationId}
      and asked.municipality_id = ${notice.municipalityId} and asked.answer is null and asked.withdrawn_at is null)
  when ${aboutId("threadId")} is null then false
  else not exists (select from ${commentThread} where ${commentThread.id} = ${aboutId("threadId")}
    and (${notice.kind} <> 'comment-assigned'
      or (${commentThread.resolvedAt} is null and ${commentThread.assignedTo} = ${notice.userId})))
  end`;

export function isNew(now: Date) {
  return and(isNull(notice.readAt), sql`not (${isOver(now)})`);
}

/** Who may not read hearings (any more) is told nothing about them, not even how much it is. [N3] */
export function ofViewer(viewer: Viewer) {
  return and(ofPerson({ userId: viewer.id, municipalityId: viewer.municipality.id }), isFor(viewer));
}

/** What that person was told at home, and of hearings that they are a guest in now. [J17] */
export function ofPerson({
  userId,
  municipalityId,
}: {
  userId: UserId;
  municipalityId: MunicipalityId;
}): SQL | undefined {
  const hearing = sql`coalesce(${notice.consultationId},
    (select ${response.consultationId} from ${response} where ${response.id} = ${notice.responseId}))`;
  return and(eq(notice.userId, userId), or(eq(notice.municipalityId, municipalityId), isGuestIn(hearing, userId)));
}

/** Of the kinds that somebody with these roles is told of. */
export function isFor(who: Parameters<typeof kindsFor>[0]): SQL {
  return inArray(notice.kind, kindsFor(who));
}

export async function unreadOf(db: Queryable, viewer: Viewer, now: Date): Promise<Unread> {
  const newest = sql<NoticeId | null>`(array_agg(${notice.id} order by ${notice.at} desc, ${notice.id}))[1]`;
  const [row] = await db
    .select({ count: count(), newest })
    .from(notice)
    .where(and(ofViewer(viewer), isNew(now)));
  return { count: row?.count ?? 0, stamp: `${row?.count ?? 0}.${row?.newest ?? ""}` };
}

export async function countOf(db: Queryable, which: SQL | undefined): Promise<number> {
  const [row] = await db.select({ count: count() }).from(notice).where(which);
  return row?.count ?? 0;
}

/** The hearing is the notice's municipality's, or that one was invited to it. */
const isOfMunicipality = sql`(${consultation.municipalityId} = ${notice.municipalityId} or exists (select from invitation asked
  where asked.consultation_id = ${consultation.id} and asked.municipality_id = ${notice.municipalityId}))`;

/** What it is about is there, and of its own municipality. */
const isSomewhere = or(isNotNull(consultation.id), isNotNull(webhook.id));

type Which = { which: SQL | undefined; now: Date; limit: number; offset?: number };

/** Notices as they are shown, the newest first. What they name is looked up now: a renamed center has its new name. */
export async function noticeRows(db: Queryable, { which, now, limit, offset = 0 }: Which): Promise<NoticeRow[]> {
  const rows = await db
    .select({
      notice,
      responseId: response.id,
      by: actor.name,
      center: sql<string | null>`${centerNameIn(consultation.id)}`,
      suggestion: suggestion.decision,
      hearing: { id: consultation.id, title: consultation.title, userKey: consultation.userKey },
      url: webhook.url,
      isOver: isOver(now),
    })
    .from(notice)
    .leftJoin(webhook, and(eq(webhook.id, notice.webhookId), eq(webhook.municipalityId, notice.municipalityId)))
    .leftJoin(response, eq(response.id, notice.responseId))
    .leftJoin(
      consultation,
      and(sql`${consultation.id} = coalesce(${notice.consultationId}, ${response.consultationId})`, isOfMunicipality),
    )
    .leftJoin(actor, eq(actor.id, notice.by))
    .leftJoin(
      center,
      and(
        sql`${center.id} = ${aboutId("centerId")}`,
        sql`(${center.municipalityId} = ${notice.municipalityId}
        or ${isOfGuest(consultation.id)})`,
      ),
    )
    .leftJoin(
      suggestion,
      and(sql`${suggestion.id} = ${aboutId("suggestionId")}`, eq(suggestion.responseId, response.id)),
    )
    .where(and(which, inArray(notice.kind, [...NOTICE_KINDS]), isSomewhere))
    .orderBy(desc(notice.at), notice.id)
    .limit(limit)
    .offset(offset);
  return rows.map(asRow);
}

type Found = {
  notice: typeof notice.$inferSelect;
  responseId: ResponseId | null;
  by: string | null;
  center: string | null;
  suggestion: typeof suggestion.$inferSelect.decision;
  hearing: NoticeRow["hearing"];
  url: string | null;
  isOver: boolean;
};

function asRow({
  notice: told,
  responseId,
  by,
  center: name,
  suggestion: decided,
  hearing,
  url,
  isOver: over,
}: Found): NoticeRow {
  const about = AboutIds.catch({}).parse(told.about);
  return {
    id: told.id,
    kind: asKind(told.kind),
    at: told.at,
    state: told.readAt ? "read" : over ? "over" : "new",
    by,
    center: name,
    suggestion: decided === "withdrawn" ? null : decided,
    day: about.day && isDay(about.day) ? about.day : null,
    host: url && new URL(url).host,
    responseId,
    hearing,
    about,
  };
}

const id = z.string().optional();
const AboutIds = z.object({ blockId: id, threadId: id, suggestionId: id, centerId: id, reviewId: id, day: id });

function asKind(kind: string): NoticeKind {
  return NOTICE_KINDS.find((one) => one === kind) ?? "mentioned"; // Only known kinds are asked for.
}

export async function wishesOf(db: Queryable, userId: UserId): Promise<Wishes> {
  const chosen = await db.select().from(noticeChoice).where(eq(noticeChoice.userId, userId));
  const wishes = { ...MAIL_BY_DEFAULT };
  for (const { kind, mail } of chosen) if (isKind(kind)) wishes[kind] = mail;
  return wishes;
}

function isKind(kind: string): kind is NoticeKind {
  return NOTICE_KINDS.some((one) => one === kind);
}

/** When this person's last mail was given back for good; null when one has arrived since, or none ever was. */
export async function cameBackAt(db: Queryable, userId: UserId): Promise<Date | null> {
  const [row] = await db
    .select({
      failed: sql<string | null>`max(${notice.mailFailedAt})`,
      sent: sql<string | null>`max(${notice.mailedAt})`,
    })
    .from(notice)
    .where(eq(notice.userId, userId));
  if (!row?.failed || (row.sent && new Date(row.sent) > new Date(row.failed))) return null;
  return new Date(row.failed);
}

/** Who would get a mail; null when they have left. [N3] */
export async function recipientOf(db: Queryable, userId: UserId) {
  const [found] = await db.select().from(person).where(eq(person.id, userId));
  if (!found?.isActive) return null;
  const roles = await db.select({ role: membership.role }).from(membership).where(eq(membership.userId, userId));
  return { roles, municipalityId: found.municipalityId, to: { name: found.name, address: found.email } };
}

const HOUR_MS = 3_600_000;
const LONGEST_MS = 7 * 24 * HOUR_MS;

/**
 * What goes into the mail of a day: new, not older than a week, and not mailed. What was to be mailed at once and was
 * never tried (it was told while its reader wished otherwise) comes along too. [N7]
 */
export function isForDigest(due: Date) {
  const chosen = sql`(select ${noticeChoice.mail} from ${noticeChoice}
    where ${noticeChoice.userId} = ${notice.userId} and ${noticeChoice.kind} = ${notice.kind})`;
  const byDefault = sql`case when ${inArray(notice.kind, mailedAtOnce)} then 'at-once' else 'daily' end`;
  const wish = sql`coalesce(${chosen}, ${byDefault})`;
  const isDaily = sql`${wish} = 'daily'`;
  const isLeftOver = and(sql`${wish} = 'at-once'`, lte(notice.at, new Date(due.getTime() - HOUR_MS)));
  return and(
    isNew(due),
    isNull(notice.mailedAt),
    isNull(notice.mailFailedAt),
    eq(notice.mailTries, 0),
    lte(notice.at, due),
    gt(notice.at, new Date(due.getTime() - LONGEST_MS)),
    or(isDaily, isLeftOver),
  );
}

const mailedAtOnce = NOTICE_KINDS.filter((kind) => MAIL_BY_DEFAULT[kind] === "at-once");
