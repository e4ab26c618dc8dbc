import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { isId, type NoticeId, type UserId } from "../../../db/ids";
import { notice, noticeDigest } from "../../../db/schema";
import { isDay } from "../../deadline";
import type { NoticeDeps } from "../deps";
import { isFor, isForDigest, noticeRows, ofPerson, recipientOf } from "../queries";
import { morningOf, retryAfter } from "../rules";
import { MAIL_QUEUE } from "../tell";
import { digestOf } from "./letters";
import type { Post, Sent } from "./post";
import { inTurn } from "./turn";

type Job = { userId: string; day: string };
type Digest = { userId: UserId; day: string };
/** More than this no mail lists anyway; the rest is said by number. */
const MOST = 500;

/**
 * Mails one person what was new that morning, if anything was. The row of that day and person is what makes it one mail,
 * whatever nodes and restarts do; what came in after seven is tomorrow's, so that a mail sent again is the same. [N7]
 */
export async function sendDigest(deps: NoticeDeps, { userId, day }: Job): Promise<void> {
  const { post } = deps;
  if (!post || !isId<UserId>(userId) || !isDay(day)) return;
  const digest = { userId, day };
  await inTurn(deps.db, `digest:${userId}:${day}`, async (turn) => {
    const before = await rowOf(turn, digest);
    if (before?.sentAt || before?.failedAt) return;
    const written = await digestFor(turn, post, digest);
    if (!written) return;
    const sent = await post.send(written.letter);
    if (sent.outcome === "sent") await note(deps, turn, digest, written.ids);
    else await putOff(deps, turn, digest, { tries: (before?.tries ?? 0) + 1, sent });
  });
}

async function rowOf(turn: Transaction, { userId, day }: Digest) {
  const [row] = await turn.select().from(noticeDigest).where(isOf({ userId, day }));
  return row ?? null;
}

function isOf({ userId, day }: Digest) {
  return and(eq(noticeDigest.userId, userId), eq(noticeDigest.day, day));
}

async function digestFor(turn: Transaction, { publicUrl }: Post, { userId, day }: Digest) {
  const reader = await recipientOf(turn, userId);
  if (!reader) return null;
  const isTheirs = and(ofPerson({ userId, municipalityId: reader.municipalityId }), isFor(reader));
  const now = morningOf(day);
  const rows = await noticeRows(turn, { which: and(isTheirs, isForDigest(now)), now, limit: MOST });
  if (rows.length === 0) return null;
  return { letter: digestOf(rows, { to: reader.to, publicUrl, userId, day }), ids: rows.map(({ id }) => id) };
}

async function note({ clock }: NoticeDeps, turn: Transaction, digest: Digest, ids: NoticeId[]): Promise<void> {
  const at = clock.now();
  await write(turn, digest, { sentAt: at });
  await turn.update(notice).set({ mailedAt: at }).where(inArray(notice.id, ids));
}

/** What is not sent today is in tomorrow's. */
async function putOff(
  { clock, jobs, log }: NoticeDeps,
  turn: Transaction,
  digest: Digest,
  { tries, sent }: { tries: number; sent: Exclude<Sent, { outcome: "sent" }> },
): Promise<void> {
  const at = clock.now();
  const after = sent.outcome === "away" ? retryAfter(tries) : null;
  log.warn({ ...digest, tries, code: sent.code, isGivenUp: after === null }, "a daily mail was not sent");
  if (after === null) return write(turn, digest, { tries, failedAt: at });
  await write(turn, digest, { tries });
  await jobs.enqueue(turn, "send-digest", digest, wakeUp(digest, new Date(at.getTime() + after)));
}

async function write(turn: Transaction, digest: Digest, values: Partial<typeof noticeDigest.$inferInsert>) {
  await turn
    .insert(noticeDigest)
    .values({ ...digest, ...values })
    .onConflictDoUpdate({ target: [noticeDigest.userId, noticeDigest.day], set: values });
}

export function wakeUp({ userId, day }: Job, runAt?: Date) {
  return { key: `send-digest:${userId}:${day}`, queue: MAIL_QUEUE, ...(runAt ? { runAt } : {}) };
}
