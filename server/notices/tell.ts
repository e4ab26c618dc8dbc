import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { isGuestIn } from "../../db/guests";
import { type NoticeId, newId, type UserId } from "../../db/ids";
import { notice, noticeChoice, person } from "../../db/schema";
import type { NoticeDeps } from "./deps";
import { MAIL_BY_DEFAULT } from "./rules";
import type { News, NoticeKind } from "./shapes";

/** All that a mail needs of the queue: one at a time, on all nodes together, so that a slow mail server holds up nothing else. */
export const MAIL_QUEUE = "mail";

export async function tell(deps: Told, tx: Transaction, { to, by, ...news }: News): Promise<void> {
  const others = [...new Set(to)].filter((userId) => userId !== by);
  if (others.length === 0) return;
  const at = deps.clock.now();
  const there = await living(tx, news, others);
  if (there.length === 0) return;
  const wanted = there.map((userId) => ({ id: newId<NoticeId>(), userId, by, at, ...news }));
  // Of those who ask for the same occasion at once the second waits for the first, and then tells nobody anything. [N13]
  const { id, userId } = notice;
  const rows = await tx.insert(notice).values(wanted).onConflictDoNothing().returning({ id, userId });
  if (!deps.post) return;
  const atOnce = await whoWantItAtOnce(tx, news.kind, there);
  for (const told of rows) if (atOnce.has(told.userId)) await wakeMail(deps, tx, told.id);
}

type Told = Pick<NoticeDeps, "clock" | "jobs" | "post">;

type Where = Pick<News, "municipalityId"> & { responseId?: string; consultationId?: string };

/** People who have left are told nothing, nor are those of another municipality, but guests of that hearing. [N3] [J17] */
async function living(tx: Transaction, news: Where, userIds: UserId[]): Promise<UserId[]> {
  const { municipalityId, consultationId = null, responseId = null } = news;
  const hearing = sql`coalesce(${consultationId}::uuid, (select consultation_id from response where id = ${responseId}::uuid))`;
  const isHere = or(eq(person.municipalityId, municipalityId), isGuestIn(hearing, person.id));
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, userIds), isHere, eq(person.isActive, true)));
  return rows.map(({ id }) => id);
}

async function whoWantItAtOnce(tx: Transaction, kind: NoticeKind, userIds: UserId[]): Promise<Set<UserId>> {
  const chosen = await tx
    .select()
    .from(noticeChoice)
    .where(and(inArray(noticeChoice.userId, userIds), eq(noticeChoice.kind, kind)));
  const wishes = new Map(chosen.map(({ userId, mail }) => [userId, mail]));
  return new Set(userIds.filter((userId) => (wishes.get(userId) ?? MAIL_BY_DEFAULT[kind]) === "at-once"));
}

/** Whoever waits for a mail to go out later is replaced: there is one job for one mail. */
export function wakeMail({ jobs }: Pick<Told, "jobs">, tx: Transaction, noticeId: NoticeId, runAt?: Date) {
  const key = `send-notice:${noticeId}`;
  return jobs.enqueue(tx, "send-notice", { noticeId }, { key, queue: MAIL_QUEUE, ...(runAt ? { runAt } : {}) });
}
