import { data, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, readsHearings } from "~/answering";
import { Button } from "~/components/button";
import { NoticeList } from "~/components/notices/notice-list";
import { useFreshNotices } from "~/components/notices/use-unread";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { notices as words } from "~/words/notices";
import { shell } from "~/words/shell";
import { CalendarFeed } from "./calendar-feed";
import { MailChoices } from "./mail-choices";
import "./notices-page.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services: { notices, calendar }, viewer, url }) => {
  const page = Number(url.searchParams.get("side")) || 1;
  const [list, mail, { stamp }] = await Promise.all([
    notices.list(viewer, page),
    notices.mail(viewer),
    notices.unread(viewer),
  ]);
  const feed = await calendar.standing(viewer);
  return { list, mail, stamp, feed, reads: readsHearings(viewer) };
});

export const action = acts(async ({ services: { notices, calendar }, viewer, form, url }) => {
  const command = field(form, "command");
  if (command === "make-calendar") {
    const { path, home } = await calendar.make(viewer);
    return { done: command, address: `${home ?? url.origin}${path}` };
  }
  if (command === "revoke-calendar") await calendar.revoke(viewer);
  else if (command === "read") await notices.markRead(viewer, field(form, "id"));
  else if (command === "read-all") await notices.markAllRead(viewer, form);
  else if (command === "choose") await notices.choose(viewer, form);
  else throw data({ code: "not-found" }, { status: 404 });
  return { done: command, address: null };
});

export default function NoticesPage() {
  const { list, mail, stamp, feed, reads } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useFreshNotices(stamp);
  if (Object.keys(mail.wishes).length === 0)
    return (
      <Page>
        <PageHeader title={words.title} />
        <EmptyState {...words.keepers} />
      </Page>
    );
  return (
    <Page>
      <PageHeader title={words.title} {...(list.total > 0 ? { lead: words.lead(list.unread) } : {})}>
        {list.unread > 0 && <MarkAllRead until={list.asOf} />}
        {list.total > 0 && (
          <a href="#valg" className="notices-to-mail">
            {words.toMail}
          </a>
        )}
      </PageHeader>
      <div className="notices-page">
        <div>
          {list.total > 0 ? (
            <NoticeList rows={list.rows} />
          ) : (
            <EmptyState {...(reads ? words.empty : words.emptyForKeepers)} />
          )}
          <Pages page={list.page} pages={list.pages} />
          {list.total > 0 && <p className="soft small notices-kept">{words.kept}</p>}
        </div>
        <div className="notices-settings">
          <MailChoices mail={mail} answer={answer} />
          {reads && <CalendarFeed feed={feed} answer={answer} />}
        </div>
      </div>
    </Page>
  );
}

/** What comes in while one reads stays new: what had come when it was loaded is meant. */
function MarkAllRead({ until }: { until: Date }) {
  return (
    <Form method="post" action="/beskeder?index">
      <input type="hidden" name="until" value={until.toISOString()} />
      <Button kind="quiet" name="command" value="read-all">
        {words.markAllRead}
      </Button>
    </Form>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  if (pages === 1) return null;
  return (
    <nav className="row notices-pages" aria-label={words.pages}>
      {page > 1 && <Link to={`?side=${page - 1}`}>{words.newer}</Link>}
      <span className="numeric">{words.pageOf(page, pages)}</span>
      {page < pages && <Link to={`?side=${page + 1}`}>{words.older}</Link>}
    </nav>
  );
}
