import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { holds, loads } from "~/answering";
import { ButtonLink } from "~/components/button";
import { HearingsTable } from "~/components/hearings-table";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { hearings as words } from "~/words/hearings";
import { shell } from "~/words/shell";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer }) => ({
  hearings: await services.consultations.list(viewer),
  can: { open: holds(viewer, "coordinator") },
}));

export default function Hearings() {
  const { hearings, can } = useLoaderData<typeof loader>();
  const current = hearings.filter(({ status }) => status !== "filed");
  const done = hearings.filter(({ status }) => status === "filed");
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead}>
        {can.open && <ButtonLink to="/hoeringer/ny">{words.open}</ButtonLink>}
      </PageHeader>
      {hearings.length === 0 && <EmptyState title={words.none.title} text={words.none.text} />}
      {current.length > 0 && (
        <section className="section">
          <h2>{words.current}</h2>
          <HearingsTable caption={words.current} hearings={current} />
        </section>
      )}
      {done.length > 0 && (
        <section className="section">
          <h2>{words.done}</h2>
          <HearingsTable caption={words.done} hearings={done} />
        </section>
      )}
    </Page>
  );
}
