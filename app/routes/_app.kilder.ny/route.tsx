import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { acts } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField, TextField } from "~/components/field";
import { Page, PageHeader } from "~/components/page";
import { sourceKinds } from "~/words/names";
import { shell } from "~/words/shell";
import { sources, newSource as words } from "~/words/sources";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const action = acts(async ({ services, viewer, form }) =>
  redirect(`/kilder/${await services.agreements.propose(viewer, form)}/forslag`),
);

export default function NewSource() {
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ to: "/kilder", text: sources.title }]} />
      <Answered answer={answer}>
        <Form method="post" encType="multipart/form-data" className="form" noValidate>
          <ErrorSummary />
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
