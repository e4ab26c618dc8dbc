import { and, eq, isNull, lte, type SQL } from "drizzle-orm";
import { z } from "zod";
import { isId, type NoticeId } from "../../db/ids";
import { notice } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { question } from "../once";
import { parse } from "../parse";
import type { NoticeDeps } from "./deps";
import { countOf, isNew, noticeRows, ofViewer, unreadOf } from "./queries";
import { kindsFor } from "./rules";
import type { NoticeRow, NoticesPage, Unread } from "./shapes";

const WAITING = 50;
const PAGE = 20;

const unreadAsked = question<Unread>();

/** Beside the menu of every page, and on the desk once more. [Q29] */
export async function unread({ db, clock }: NoticeDeps, viewer: Viewer): Promise<Unread> {
  if (kindsFor(viewer).length === 0) return { count: 0, stamp: "" };
  return unreadAsked(db, viewer, "", () => unreadOf(db, viewer, clock.now()));
}

export async function waiting({ db, clock }: NoticeDeps, viewer: Viewer): Promise<NoticeRow[]> {
  const now = clock.now();
  return noticeRows(db, { which: and(ofViewer(viewer), isNew(now)), now, limit: WAITING });
}

/** A page beyond the last one is the last one: what one stood on may have been cleared away. */
export async function list({ db, clock }: NoticeDeps, viewer: Viewer, wanted: number): Promise<NoticesPage> {
  const asOf = clock.now();
  const total = await countOf(db, ofViewer(viewer));
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const rows = await noticeRows(db, { which: ofViewer(viewer), now: asOf, limit: PAGE, offset: (page - 1) * PAGE });
  const unreadCount = await countOf(db, and(ofViewer(viewer), isNew(asOf)));
  return { rows, page, pages, total, unread: unreadCount, asOf };
}

/** Whoever opens its link has read it; opened again it keeps the time at which it was read first. [N1] */
export async function open(deps: NoticeDeps, viewer: Viewer, noticeId: string): Promise<NoticeRow> {
  if (!isId<NoticeId>(noticeId)) throw notFound();
  const which = and(ofViewer(viewer), eq(notice.id, noticeId));
  const [row] = await noticeRows(deps.db, { which, now: deps.clock.now(), limit: 1 });
  if (!row) throw notFound();
  await mark(deps, which);
  return row;
}

export async function markRead(deps: NoticeDeps, viewer: Viewer, noticeId: string): Promise<void> {
  await open(deps, viewer, noticeId);
}

const AllRead = z.object({ until: z.iso.datetime("missing") });

export async function markAllRead(deps: NoticeDeps, viewer: Viewer, form: unknown): Promise<void> {
  const { until } = parse(AllRead, form);
  await mark(deps, and(ofViewer(viewer), lte(notice.at, new Date(until))));
}

async function mark({ db, clock }: NoticeDeps, which: SQL | undefined): Promise<void> {
  await db
    .update(notice)
    .set({ readAt: clock.now() })
    .where(and(which, isNull(notice.readAt)));
}
