import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { type Column, DataTable } from "~/components/data-table";
import { Field, SelectField } from "~/components/field";
import { Page, PageHeader } from "~/components/page";
import { bytes } from "~/words/numbers";
import { administration } from "~/words/oversight";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import { wordTemplate as words } from "~/words/word-template";
import type { WordTemplatePage } from "../../../server/exports/word-template/shapes";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(({ services, viewer }) => services.exports.template(viewer));

export const action = acts(async ({ services, viewer, form }) => {
  if (field(form, "remove")) await services.exports.removeTemplate(viewer);
  else await services.exports.setTemplate(viewer, form);
  return { done: true };
});

const columns: readonly [Column<FieldName>, ...Column<FieldName>[]] = [
  { label: words.columns.field, cell: (name) => <code>{`{{${name}}}`}</code> },
  { label: words.columns.meaning, cell: (name) => words.fieldNames[name] },
];
type FieldName = WordTemplatePage["fields"][number];

export default function WordTemplate() {
  const { template, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ to: "/administration", text: administration.title }]}
      />
      <Answered answer={answer}>
        <InUse template={template} isSaved={answer !== undefined && "done" in answer} />
        <Choose template={template} />
      </Answered>
      <section className="section">
        <h2>{words.fields}</h2>
        <p className="soft">{words.fieldsLead}</p>
        <DataTable caption={words.fields} columns={columns} rows={fields} keyOf={(name) => name} />
        <p>
          <a href="/administration/word-skabelon/eksempel" download>
            {words.example}
          </a>
        </p>
      </section>
    </Page>
  );
}

function InUse({ template, isSaved }: Pick<WordTemplatePage, "template"> & { isSaved: boolean }) {
  return (
    <section className="section stack" aria-labelledby="now">
      <h2 id="now">{words.now}</h2>
      <p>
        {template
          ? words.uploaded(
              template.fileName,
              bytes(template.bytes),
              template.uploadedBy,
              dateAndTime(template.uploadedAt),
            )
          : words.none}
      </p>
      <p role="status">{isSaved && words.saved}</p>
      {template && (
        <Form method="post">
          <Button kind="quiet" name="remove" value="yes">
            {words.remove}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Choose({ template }: Pick<WordTemplatePage, "template">) {
  return (
    <Form method="post" encType="multipart/form-data" className="form section" noValidate>
      <ErrorSummary />
      <Field
        name="file"
        label={template ? words.other : words.file}
        hint={words.fileHint}
        type="file"
        accept=".docx,.dotx"
      />
      <SelectField
        name="references"
        label={words.references}
        defaultValue={template?.references ?? "inline"}
        width="medium"
      >
        {Object.entries(words.referenceNames).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button>{words.save}</Button>
    </Form>
  );
}
