import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { loads } from "~/answering";
import { Button } from "~/components/button";
import { SelectField } from "~/components/field";
import { EmptyState, Notice, Page, PageHeader } from "~/components/page";
import { auditSentence } from "~/words/audit-events";
import { audit as words } from "~/words/oversight";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import { Entries } from "./entries";
import { Pages } from "./pages";
import "./audit.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer, url }) => {
  const event = url.searchParams.get("haendelse") ?? "";
  const page = Number(url.searchParams.get("side")) || 1;
  return { trail: await services.audit.trail(viewer, event ? { event, page } : { page }), event };
});

export default function AuditTrail() {
  const { trail, event } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} />
      <Chain />
      <Form method="get" className="audit-filter">
        <SelectField key={event} name="haendelse" label={words.filter} defaultValue={event} width="medium">
          <option value="">{words.all}</option>
          {trail.events.map((code) => (
            <option key={code} value={code}>
              {capitalised(auditSentence(code))}
            </option>
          ))}
        </SelectField>
        <Button kind="quiet">{words.show}</Button>
      </Form>
      {trail.entries.length > 0 ? (
        <Entries entries={trail.entries} />
      ) : (
        <EmptyState title={words.none.title} text={words.none.text} />
      )}
      <Pages page={trail.page} pages={Math.max(1, Math.ceil(trail.total / trail.pageSize))} event={event} />
    </Page>
  );
}

function Chain() {
  const { chain } = useLoaderData<typeof loader>().trail;
  if (!chain)
    return (
      <Notice>
        <p>{words.checking}</p>
      </Notice>
    );
  return (
    <Notice tone={chain.brokenAt === null ? "good" : "bad"}>
      <p>{chain.brokenAt === null ? words.whole(chain.entries) : words.broken(chain.brokenAt)}</p>
      <p className="soft small">{words.checkedAt(dateAndTime(chain.checkedAt))}</p>
    </Notice>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
