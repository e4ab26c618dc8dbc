import { data, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField } from "~/components/field";
import { EmptyState, Page, PageHeader } from "~/components/page";
import { StatusPill } from "~/components/status";
import { refreshAfterConflict } from "~/refreshing";
import { absence as words } from "~/words/absence";
import { shell } from "~/words/shell";
import { dateAndTime, day } from "~/words/time";
import type { Absence, AbsencePage } from "../../../server/reviews/shapes";
import "./absence.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer }) => services.reviews.absences(viewer));

export const action = acts(async ({ services, viewer, form }) => {
  const command = field(form, "command");
  if (command === "delegate") await services.reviews.delegate(viewer, form);
  else if (command === "end") await services.reviews.endDelegation(viewer, field(form, "delegationId"));
  else throw data({ code: "not-found" }, { status: 404 });
  return { done: command };
});

export default function Absences() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} />
      {page.can.delegate ? (
        // Saved, the form is empty again.
        <Delegate key={page.current.length} page={page} answer={answer} />
      ) : (
        <EmptyState title={words.notForYou.title} text={words.notForYou.text} />
      )}
      <p role="status">{answer && "done" in answer && answer.done === "delegate" && words.saved}</p>
      {page.can.delegate && <List title={words.current} rows={page.current} answer={answer} isEmpty={words.none} />}
      {page.past.length > 0 && <List title={words.past} rows={page.past} answer={answer} />}
    </Page>
  );
}

function Delegate({ page, answer }: { page: AbsencePage; answer: unknown }) {
  const { managers, viewerId, can, today } = page;
  const others = can.forOthers ? managers : managers.filter(({ id }) => id !== viewerId);
  return (
    <section className="panel absence-form" aria-labelledby="delegate">
      <h2 id="delegate">{words.form}</h2>
      <Answered answer={answer} command="delegate">
        <Form method="post" className="form" noValidate>
          <ErrorSummary />
          {can.forOthers && (
            <SelectField name="fromId" label={words.who}>
              <People of={managers} />
            </SelectField>
          )}
          <SelectField name="toId" label={words.to}>
            <People of={others} />
          </SelectField>
          <div className="form-columns">
            <Field name="firstDay" label={words.firstDay} type="date" defaultValue={today} width="short" />
            <Field name="lastDay" label={words.lastDay} type="date" width="short" />
          </div>
          <Button name="command" value="delegate">
            {words.submit}
          </Button>
        </Form>
      </Answered>
    </section>
  );
}

function People({ of }: { of: AbsencePage["managers"] }) {
  return (
    <>
      <option value="">{words.choose}</option>
      {of.map(({ id, name, title }) => (
        <option key={id} value={id}>
          {title ? `${name}, ${title}` : name}
        </option>
      ))}
    </>
  );
}

type ListProps = { title: string; rows: readonly Absence[]; answer: unknown; isEmpty?: string };

function List({ title, rows, answer, isEmpty }: ListProps) {
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      <Answered answer={answer} command="end">
        <ErrorSummary />
      </Answered>
      {rows.length === 0 && <p>{isEmpty}</p>}
      <ul className="absences">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { row: Absence }) {
  return (
    <li className="absence">
      <div>
        <p>
          <strong>{words.row(row.from, row.to)}</strong> {row.isNow && <StatusPill tone="good">{words.now}</StatusPill>}
        </p>
        <p className="soft">
          {words.days(day(row.firstDay), day(row.lastDay))}
          {row.givenBy !== row.from && ` · ${words.by(row.givenBy)}`}
          {row.endedAt && ` · ${words.ended(dateAndTime(row.endedAt))}`}
        </p>
      </div>
      {row.mayEnd && (
        <Form method="post">
          <input type="hidden" name="delegationId" value={row.id} />
          <Button kind="quiet" size="small" name="command" value="end" aria-label={words.endOf(row.from)}>
            {words.end}
          </Button>
        </Form>
      )}
    </li>
  );
}
