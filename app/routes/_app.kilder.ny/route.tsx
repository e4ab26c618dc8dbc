import { data, type MetaFunction, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData } from "@remix-run/react";
import { acts, holds, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField, TextField } from "~/components/field";
import { Page, PageHeader } from "~/components/page";
import { type Answer, valuesOf } from "~/refusals";
import { sourceKinds } from "~/words/names";
import { shell } from "~/words/shell";
import { sources, newSource as words } from "~/words/sources";
import type { SourceSummary } from "../../../server/agreements/shapes";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

/** With `?kilde=` the paper is the next version of that source, whose title, kind and publisher it keeps. */
export const loader = loads(async ({ services, viewer, url }) => {
  if (!holds(viewer, "coordinator")) throw data({ code: "coordinators-only" }, { status: 403 });
  const known = await services.agreements.list(viewer);
  return { source: known.find(({ id }) => id === url.searchParams.get("kilde")) ?? null };
});

export const action = acts(async ({ services, viewer, form }) =>
  redirect(`/kilder/${await services.agreements.propose(viewer, form)}/forslag`),
);

const LARGEST = 20 * 1024 * 1024;

/** What would be refused for its size is not sent: much larger, the door would cut it off and the form be lost with it. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  const file = form.get("file");
  if (!(file instanceof File) || file.size <= LARGEST) return serverAction<typeof action>();
  return { refusal: { code: "form", fields: { file: "too-large" } }, values: valuesOf(form) } satisfies Answer;
}

export default function NewSource() {
  const { source } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = source ? words.nextTitle(source.title) : words.title;
  return (
    <Page>
      <PageHeader title={title} lead={words.lead} crumbs={[{ to: "/kilder", text: sources.title }]} />
      <Answered answer={answer}>
        <Form method="post" encType="multipart/form-data" className="form" noValidate>
          <ErrorSummary />
          {source ? <Known source={source} /> : <About />}
          <Field name="label" label={words.label} hint={words.labelHint} width="medium" maxLength={120} />
          <Field
            name="file"
            label={words.file}
            hint={words.fileHint}
            type="file"
            accept=".txt,.md,.markdown,text/plain,text/markdown"
          />
          <TextField name="text" label={`${words.or} ${words.text.toLowerCase()}`} rows={8} />
          <Button>{words.submit}</Button>
        </Form>
      </Answered>
    </Page>
  );
}

function About() {
  return (
    <>
      <Field name="title" label={words.sourceTitle} maxLength={255} />
      <div className="form-columns">
        <SelectField name="kind" label={words.kind} width="short">
          {Object.entries(sourceKinds).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field name="publisher" label={words.publisher} placeholder="" width="medium" maxLength={255} />
      </div>
    </>
  );
}

function Known({ source }: { source: Pick<SourceSummary, "id" | "title" | "kind" | "publisher" | "versions"> }) {
  const given = { sourceId: source.id, title: source.title, kind: source.kind, publisher: source.publisher };
  return (
    <>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="soft">{words.versionsSoFar(source.versions.map(({ label }) => label))}</p>
    </>
  );
}
