import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField } from "~/components/field";
import { Notice, Page, PageHeader } from "~/components/page";
import { hearings, newHearing as words } from "~/words/hearings";
import { shell } from "~/words/shell";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer, url }) => ({
  sources: await services.consultations.sources(viewer),
  chosen: url.searchParams.get("kilde") ?? "",
}));

export const action = acts(async ({ services, viewer, form }) =>
  redirect(`/hoeringer/${await services.consultations.open(viewer, form)}`),
);

export default function NewHearing() {
  const { sources } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ to: "/hoeringer", text: hearings.title }]} />
      {sources.length === 0 && (
        <Notice tone="warn">
          <p>
            {words.noSource} <Link to="/kilder/ny">{words.addSource}</Link>
          </p>
        </Notice>
      )}
      <Answered answer={answer}>
        <Form method="post" className="form" noValidate>
          <ErrorSummary />
          <About />
          <Times />
          <Button>{words.submit}</Button>
        </Form>
      </Answered>
    </Page>
  );
}

function About() {
  const { sources, chosen } = useLoaderData<typeof loader>();
  return (
    <>
      <SelectField name="kind" label={words.kind} defaultValue="hearing" width="medium">
        <option value="hearing">{words.kinds.hearing}</option>
        <option value="assessment">{words.kinds.assessment}</option>
      </SelectField>
      <SelectField name="versionId" label={words.source} defaultValue={chosen}>
        <option value="">{words.chooseSource}</option>
        {sources.map(({ versionId, title, label, clauses }) => (
          <option key={versionId} value={versionId}>
            {words.sourceOption(title, label, clauses)}
          </option>
        ))}
      </SelectField>
      <Field name="title" label={words.hearingTitle} maxLength={255} />
      <Field name="sender" label={words.sender} hint={words.senderHint} maxLength={255} />
    </>
  );
}

function Times() {
  return (
    <>
      <div className="form-columns">
        <Field name="deadline" label={words.deadline} type="date" width="short" />
        <Field name="deadlineTime" label={words.deadlineTime} type="time" width="short" isOptional />
      </div>
      <div className="form-columns">
        <Field name="caseNumber" label={words.caseNumber} width="short" maxLength={50} />
        <Field name="kle" label={words.kle} hint={words.kleHint} width="short" maxLength={8} inputMode="decimal" />
      </div>
    </>
  );
}
