import { lt } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { notice, noticeDigest } from "../../db/schema";
import type { NoticeDeps } from "./deps";
import { wakeUp } from "./mail/send-digest";
import { isForDigest } from "./queries";
import { digestDay, KEPT_DAYS, morningOf, nextMorning } from "./rules";

const DAY_MS = 24 * 3_600_000;

/**
 * Every morning: wakes the daily mails (on workdays), clears away what was read long ago, and has itself woken the next
 * morning, all in one transaction. A morning that no node was up for is made good when one is. [N7] [N9]
 */
export async function tend(deps: NoticeDeps): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await wakeNextMorning(deps, tx);
    const day = digestDay(now);
    if (deps.post && day) await wakeDigests(deps, tx, day);
    await clearAway(tx, now);
  });
}

/** Many nodes start and one job waits; one that is overdue keeps its time. */
export function wakeNextMorning({ clock, jobs }: NoticeDeps, tx: Parameters<typeof jobs.enqueue>[0]): Promise<void> {
  const runAt = nextMorning(clock.now());
  return jobs.enqueue(tx, "daily-notices", {}, { key: "daily-notices", runAt, keepsTime: true });
}

async function wakeDigests({ jobs }: NoticeDeps, tx: Transaction, day: string): Promise<void> {
  const due = isForDigest(morningOf(day));
  const readers = await tx.selectDistinct({ userId: notice.userId }).from(notice).where(due);
  for (const { userId } of readers) await jobs.enqueue(tx, "send-digest", { userId, day }, wakeUp({ userId, day }));
}

async function clearAway(tx: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  await tx.delete(notice).where(lt(notice.readAt, before));
  await tx.delete(noticeDigest).where(lt(noticeDigest.day, before.toISOString().slice(0, 10)));
}
