import { choose, mail } from "./choose";
import type { NoticeDeps } from "./deps";
import { createPost, type MailSettings } from "./mail/post";
import { sendDigest } from "./mail/send-digest";
import { sendNotice } from "./mail/send-notice";
import { list, markAllRead, markRead, open, unread, waiting } from "./read";
import type { Notices } from "./shapes";
import { tell } from "./tell";
import { tend, wakeNextMorning } from "./tend";

export type { MailSettings } from "./mail/post";

type Given = Omit<NoticeDeps, "post"> & { mail?: MailSettings | undefined };

/** What has happened and waits for somebody: on "Mit bord" at once, and by mail as they have chosen. */
export function createNotices({ mail: settings, ...given }: Given): Notices {
  const deps: NoticeDeps = { ...given, post: settings ? createPost(settings) : null };
  return {
    tell: (tx, news) => tell(deps, tx, news),
    unread: (viewer) => unread(deps, viewer),
    waiting: (viewer) => waiting(deps, viewer),
    list: (viewer, page) => list(deps, viewer, page),
    open: (viewer, noticeId) => open(deps, viewer, noticeId),
    markRead: (viewer, noticeId) => markRead(deps, viewer, noticeId),
    markAllRead: (viewer, form) => markAllRead(deps, viewer, form),
    mail: (viewer) => mail(deps, viewer),
    choose: (viewer, form) => choose(deps, viewer, form),
    mailServer: () => deps.post?.server ?? null,
    start: () => wakeNextMorning(deps, deps.db),
    sendNotice: ({ noticeId }) => sendNotice(deps, noticeId),
    sendDigest: (job) => sendDigest(deps, job),
    tend: () => tend(deps),
  };
}
