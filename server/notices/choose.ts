import { z } from "zod";
import type { Transaction } from "../../db/client";
import { noticeChoice } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { NoticeDeps } from "./deps";
import { cameBackAt, wishesOf } from "./queries";
import { kindsFor } from "./rules";
import { MAIL_WISHES, type MailStanding, type MailWish, NOTICE_KINDS, type NoticeKind } from "./shapes";

const Wish = z.enum(MAIL_WISHES, "not-a-choice").optional();
const Chosen = z.object(Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, Wish])));

export async function mail({ db, post }: NoticeDeps, viewer: Viewer): Promise<MailStanding> {
  const [wishes, cameBack] = await Promise.all([wishesOf(db, viewer.id), cameBackAt(db, viewer.id)]);
  const told = Object.fromEntries(kindsFor(viewer).map((kind) => [kind, wishes[kind]]));
  return { server: post?.server ?? null, wishes: told, cameBack };
}

/** What is wished as before is no choice: only what differs is written, and when nothing does there is no entry. [N4] */
export async function choose({ db, audit }: NoticeDeps, viewer: Viewer, form: unknown): Promise<void> {
  const kinds = kindsFor(viewer);
  if (kinds.length === 0) throw new Refusal("forbidden", "not-for-your-role");
  const chosen = parse(Chosen, form);
  await db.transaction(async (tx) => {
    const before = await wishesOf(tx, viewer.id);
    const changed = kinds.flatMap((kind) => {
      const mail = chosen[kind];
      return mail && mail !== before[kind] ? [{ kind, mail }] : [];
    });
    if (changed.length === 0) return;
    await write(tx, viewer, changed);
    const data = Object.fromEntries(changed.map((one) => [one.kind, one.mail]));
    const event = { event: "notice-mail-chosen", objectKind: "person", objectId: viewer.id, data };
    await audit.record(tx, actorOf(viewer), event);
  });
}

async function write(tx: Transaction, { id: userId }: Viewer, changed: { kind: NoticeKind; mail: MailWish }[]) {
  const target = [noticeChoice.userId, noticeChoice.kind];
  for (const { kind, mail } of changed)
    await tx.insert(noticeChoice).values({ userId, kind, mail }).onConflictDoUpdate({ target, set: { mail } });
}
