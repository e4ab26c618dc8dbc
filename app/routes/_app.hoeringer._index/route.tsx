import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { holds, loads } from "~/answering";
import { ButtonLink } from "~/components/button";
import { HearingsTable } from "~/components/hearings-table";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { Pages } from "~/components/pages";
import { hearings as words } from "~/words/hearings";
import { paging } from "~/words/paging";
import { shell } from "~/words/shell";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer, url }) => ({
  current: await services.consultations.list(viewer),
  done: await services.consultations.filed(viewer, Number(url.searchParams.get("side"))),
  can: { open: holds(viewer, "coordinator") },
}));

const DONE = "afsluttede";

export default function Hearings() {
  const { current, done, can } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead}>
        {can.open && <ButtonLink to="/hoeringer/ny">{words.open}</ButtonLink>}
      </PageHeader>
      {current.length + done.total === 0 && <EmptyState title={words.none.title} text={words.none.text} />}
      {current.length > 0 && (
        <section className="section">
          <h2>{words.current}</h2>
          <HearingsTable caption={words.current} hearings={current} />
        </section>
      )}
      {done.total > 0 && (
        <section className="section" id={DONE}>
          <h2>{words.done}</h2>
          <HearingsTable caption={words.done} hearings={done.hearings} />
          <Pages
            {...{ page: done.page, pages: done.pages, anchor: DONE }}
            {...{ label: words.donePages, back: paging.newer, on: paging.older }}
          />
        </section>
      )}
    </Page>
  );
}
