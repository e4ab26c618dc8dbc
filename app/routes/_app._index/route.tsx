import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loads, readsHearings } from "~/answering";
import { HearingsTable } from "~/components/hearings-table";
import { NoticeList } from "~/components/notices/notice-list";
import { useFreshNotices } from "~/components/notices/use-unread";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { desk } from "~/words/desk";
import { notices as noticeWords } from "~/words/notices";
import { shell } from "~/words/shell";
import type { NoticeRow } from "../../../server/notices/shapes";
import { TaskGroups } from "./tasks";
import { sorted } from "./waiting";

export const meta: MetaFunction = () => [{ title: shell.title(desk.title) }];

export const loader = loads(async ({ services, viewer }) => {
  const unread = await services.notices.unread(viewer);
  const waiting = await services.notices.waiting(viewer);
  if (!readsHearings(viewer)) return { tasks: [], waiting, unread, open: null };
  const [tasks, all] = await Promise.all([services.consultations.desk(viewer), services.consultations.list(viewer)]);
  return { tasks, waiting, unread, open: all.filter(({ status }) => status !== "filed") };
});

export default function Desk() {
  const { tasks, waiting, unread, open } = useLoaderData<typeof loader>();
  useFreshNotices(unread.stamp);
  const { news, behind } = sorted(tasks, waiting);
  const fresh = news.length + Math.max(0, unread.count - waiting.length);
  const isEmpty = tasks.length === 0 && news.length === 0;
  return (
    <Page>
      <PageHeader title={desk.title} lead={desk.lead(tasks.length, fresh)} />
      {news.length > 0 && <News rows={news} count={fresh} />}
      {tasks.length > 0 && <TaskGroups tasks={tasks} behind={behind} />}
      {isEmpty && <EmptyDesk reads={open !== null} />}
      {open && (
        <section className="section" aria-labelledby="open-hearings">
          <div className="section-header">
            <h2 id="open-hearings">{desk.open}</h2>
            <Link to="/hoeringer">{desk.all}</Link>
          </div>
          {open.length > 0 ? <HearingsTable caption={desk.open} hearings={open} /> : <p>{desk.noneOpen}</p>}
        </section>
      )}
    </Page>
  );
}

const SHOWN = 3;

/** The newest few, so that what is due stands in sight below them; the rest is one click away. */
function News({ rows, count }: { rows: readonly NoticeRow[]; count: number }) {
  return (
    <section className="section" aria-labelledby="news">
      <div className="section-header">
        <h2 id="news">{noticeWords.onDesk}</h2>
        <Link to="/beskeder">{count > SHOWN ? noticeWords.allNew(count) : noticeWords.all}</Link>
      </div>
      <NoticeList rows={rows.slice(0, SHOWN)} />
    </section>
  );
}

function EmptyDesk({ reads }: { reads: boolean }) {
  return (
    <div className="section">
      <EmptyState title={desk.empty.title} text={reads ? desk.empty.text : desk.empty.textForKeepers} />
    </div>
  );
}
