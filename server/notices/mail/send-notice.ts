import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { isId, type NoticeId } from "../../../db/ids";
import { notice } from "../../../db/schema";
import type { NoticeDeps } from "../deps";
import { isFor, isNew, noticeRows, ofPerson, recipientOf, wishesOf } from "../queries";
import { retryAfter } from "../rules";
import { wakeMail } from "../tell";
import { letterOf } from "./letters";
import type { Post, Sent } from "./post";
import { inTurn } from "./turn";

/** Mails one notice, if it still waits for somebody who wants to hear of it so. Run twice it mails once. [J1] [N5] */
export async function sendNotice(deps: NoticeDeps, noticeId: string): Promise<void> {
  const { post } = deps;
  if (!post || !isId<NoticeId>(noticeId)) return;
  await inTurn(deps.db, `notice:${noticeId}`, async (turn) => {
    const letter = await letterFor(deps, turn, post, noticeId);
    if (letter) await settle(deps, turn, noticeId, await post.send(letter));
  });
}

/** Null: it was read or mailed meanwhile, is over, or its reader has left, may not read any more, or wishes otherwise. */
async function letterFor({ clock }: NoticeDeps, turn: Transaction, { publicUrl }: Post, noticeId: NoticeId) {
  const now = clock.now();
  const [found] = await turn.select().from(notice).where(eq(notice.id, noticeId));
  const reader = found && (await recipientOf(turn, found.userId));
  if (!reader) return null;
  const isUnsent = and(eq(notice.id, noticeId), isNew(now), isNull(notice.mailedAt), isNull(notice.mailFailedAt));
  const isTheirs = ofPerson({ userId: found.userId, municipalityId: reader.municipalityId });
  const [row] = await noticeRows(turn, { which: and(isUnsent, isTheirs, isFor(reader)), now, limit: 1 });
  if (!row) return null;
  const wishes = await wishesOf(turn, found.userId);
  return wishes[row.kind] === "at-once" ? letterOf(row, { to: reader.to, publicUrl }) : null;
}

async function settle(deps: NoticeDeps, turn: Transaction, noticeId: NoticeId, sent: Sent): Promise<void> {
  const { clock, log } = deps;
  const at = clock.now();
  const set = (values: Partial<typeof notice.$inferInsert>) =>
    turn.update(notice).set(values).where(eq(notice.id, noticeId));
  if (sent.outcome === "sent") return void (await set({ mailedAt: at }));
  const [row] = await turn.select({ tries: notice.mailTries }).from(notice).where(eq(notice.id, noticeId));
  const mailTries = (row?.tries ?? 0) + 1;
  const after = sent.outcome === "away" ? retryAfter(mailTries) : null;
  log.warn({ noticeId, tries: mailTries, code: sent.code, isGivenUp: after === null }, "a mail was not sent");
  if (after === null) return void (await set({ mailTries, mailFailedAt: at }));
  await set({ mailTries });
  await wakeMail(deps, turn, noticeId, new Date(at.getTime() + after));
}
