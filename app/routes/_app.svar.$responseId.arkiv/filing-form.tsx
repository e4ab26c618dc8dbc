import { Form, Link } from "@remix-run/react";
import { ErrorSummary, useRefusal } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField, TextField } from "~/components/field";
import { Notice } from "~/components/page";
import { directions, documentTypes, sensitivities } from "~/words/names";
import { filing as words } from "~/words/review";
import type { FilingMetadata } from "../../../server/exports/shapes";

const { fields } = words;

/** What goes with the document to the case system; starts with what is known. */
export function FilingForm({ suggested, responseId }: { suggested: FilingMetadata; responseId: string }) {
  return (
    <section className="section" aria-labelledby="file">
      <h2 id="file">{words.form}</h2>
      <p className="soft filing-lead">{words.formLead}</p>
      <Form method="post" className="form" noValidate>
        <ErrorSummary />
        <CprWarning responseId={responseId} />
        <Field name="title" label={fields.title} defaultValue={suggested.title} maxLength={255} />
        <TextField name="description" label={fields.description} defaultValue={suggested.description} rows={2} />
        <Numbers suggested={suggested} />
        <Kinds suggested={suggested} />
        <Parties suggested={suggested} />
        <Button>{words.submit}</Button>
      </Form>
    </section>
  );
}

/** Only after the text was found to hold what looks like a CPR number: where, and room for the reason. [F5] */
function CprWarning({ responseId }: { responseId: string }) {
  const { code, fields: blocks } = useRefusal();
  if (code !== "cpr-found") return null;
  return (
    <Notice tone="warn" title={words.cpr.title}>
      <ul>
        {Object.keys(blocks).map((id, index) => (
          <li key={id}>
            <Link to={`/svar/${responseId}/godkendelse#b-${id}`}>{words.cpr.place(index + 1)}</Link>
          </li>
        ))}
      </ul>
      <Field name="cprReason" label={words.cpr.reason} hint={words.cpr.reasonHint} maxLength={500} />
    </Notice>
  );
}

function Numbers({ suggested }: { suggested: FilingMetadata }) {
  return (
    <div className="form-columns">
      <Field name="caseNumber" label={fields.caseNumber} defaultValue={suggested.caseNumber} width="short" />
      <Field name="userKey" label={fields.userKey} defaultValue={suggested.userKey} width="short" />
      <Field
        name="letterDate"
        label={fields.letterDate}
        type="date"
        defaultValue={suggested.letterDate}
        width="short"
      />
      <Field name="kle" label={fields.kle} defaultValue={suggested.kle} width="short" />
      <Field name="facet" label={fields.facet} defaultValue={suggested.facet} width="short" />
    </div>
  );
}

function Kinds({ suggested }: { suggested: FilingMetadata }) {
  return (
    <div className="form-columns">
      <SelectField name="documentType" label={fields.documentType} defaultValue={suggested.documentType} width="short">
        <Options of={documentTypes} />
      </SelectField>
      <SelectField name="direction" label={fields.direction} defaultValue={suggested.direction} width="short">
        <Options of={directions} />
      </SelectField>
      <SelectField name="sensitivity" label={fields.sensitivity} defaultValue={suggested.sensitivity} width="medium">
        <Options of={sensitivities} />
      </SelectField>
    </div>
  );
}

function Parties({ suggested }: { suggested: FilingMetadata }) {
  return (
    <>
      <Field name="recipient" label={fields.recipient} defaultValue={suggested.recipient} />
      <div className="form-columns">
        <Field name="responsible" label={fields.responsible} defaultValue={suggested.responsible} width="medium" />
        <Field name="unit" label={fields.unit} defaultValue={suggested.unit} width="medium" />
      </div>
      <Field name="signatory" label={fields.signatory} defaultValue={suggested.signatory} />
    </>
  );
}

function Options({ of }: { of: Record<string, string> }) {
  return Object.entries(of).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}
